with handed_in as (
  select o.ocid as ocid, o.part as part, o.place as place, o.bid as bid, o.price as price, o.currency as currency, o.tenderer as tenderer,
    count(*) over (partition by o.ocid, o.part, o.price, o.currency) as same
  from offer o
  join outcome f on f.ocid = o.ocid and f.part = o.part
  where f.outcome = 'flagged' and o.status in ('pending', 'valid', 'disqualified') and o.price is not null and o.tenderers > 0
), behind as (
  select h.ocid as ocid, h.part as part, h.price as price, h.currency as currency, b.organisation as organisation, count(*) as bids
  from handed_in h
  join bidder b on b.ocid = h.ocid and b.part = h.part and b.place = h.place
  group by h.ocid, h.part, h.price, h.currency, b.organisation
), most as (
  select ocid, part, price, currency, max(bids) as bids from behind group by ocid, part, price, currency
), shown as (
  select h.ocid as ocid, h.part as part, h.bid as bid, h.price as price, h.currency as currency, h.tenderer as tenderer,
    cast(row_number() over (partition by h.ocid, h.part order by h.currency, h.price, h.place) as integer) as nth
  from handed_in h
  join most m on m.ocid = h.ocid and m.part = h.part and m.price = h.price and m.currency = h.currency
  where h.same > m.bids
)
select s.ocid as ocid, s.part as part, s.nth as nth, 'bid' as what, s.ocid as source, cast(null as varchar) as notice, cast(null as varchar) as day,
  s.price as amount, s.currency as currency, cast(null as double) as number, coalesce(w.name, s.bid) as words
from shown s
left join who w on w.ocid = s.ocid and w.organisation = s.tenderer
where s.nth <= 20
order by ocid, part, nth

with lowest as (
  select ocid, part, min(price) as price from offer where status = 'valid' group by ocid, part
), shown as (
  select f.ocid as ocid, f.part as part, case when o.status = 'valid' then 'lowest-valid-bid' else 'rejected-bid' end as what, o.price as price, o.currency as currency,
    coalesce(w.name, o.bid) as words, cast(row_number() over (partition by f.ocid, f.part order by o.price, o.place) as integer) as nth
  from outcome f
  join lowest l on l.ocid = f.ocid and l.part = f.part
  join offer o on o.ocid = f.ocid and o.part = f.part
  left join who w on w.ocid = o.ocid and w.organisation = o.tenderer
  where f.outcome = 'flagged' and ((o.status = 'disqualified' and o.price < l.price) or (o.status = 'valid' and o.price = l.price))
)
select s.ocid as ocid, s.part as part, s.nth as nth, s.what as what, s.ocid as source, cast(null as varchar) as notice, cast(null as varchar) as day,
  s.price as amount, s.currency as currency, cast(null as double) as number, s.words as words
from shown s
where s.nth <= 20
order by ocid, part, nth

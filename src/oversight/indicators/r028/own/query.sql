-- Bids for the same thing with exactly the same price, of which nobody stands behind all.
with handed_in as (
  select ocid, part, place, price, currency, tenderers from offer where status in ('pending', 'valid', 'disqualified')
), priced as (
  select ocid, part, price, currency, count(*) as bids, sum(case when tenderers = 0 then 1 else 0 end) as unnamed
  from handed_in where price is not null group by ocid, part, price, currency
), behind as (
  select h.ocid as ocid, h.part as part, h.price as price, h.currency as currency, b.organisation as organisation, count(*) as bids
  from handed_in h
  join bidder b on b.ocid = h.ocid and b.part = h.part and b.place = h.place
  where h.price is not null
  group by h.ocid, h.part, h.price, h.currency, b.organisation
), most as (
  select ocid, part, price, currency, max(bids) as bids from behind group by ocid, part, price, currency
), alike as (
  select p.ocid as ocid, p.part as part,
    max(case when p.bids - p.unnamed > coalesce(m.bids, 0) then p.bids - p.unnamed end) as same,
    max(case when p.bids > 1 and p.unnamed > 0 then 1 else 0 end) as doubtful
  from priced p
  left join most m on m.ocid = p.ocid and m.part = p.part and m.price = p.price and m.currency = p.currency
  group by p.ocid, p.part
), known as (
  select ocid, part, sum(case when price is null then 1 else 0 end) as unpriced, count(distinct case when price is not null then currency end) as currencies
  from handed_in group by ocid, part
), judged as (
  select c.ocid as ocid, c.part as part, c.buyer as buyer, a.same as same,
    case
      when c.technique in ('framework', 'dps') then 'framework-price'
      when a.same is not null then null
      when c.unstated > 0 then 'no-bid-status'
      when c.loose > 0 then 'bids-not-by-lot'
      when c.listed = 1 then 'one-bid'
      when a.doubtful = 1 then 'bidder-unknown'
      when k.unpriced > 0 then 'price-missing'
      when k.currencies > 1 then 'mixed-currencies'
      when c.incomplete = 1 then 'bids-missing'
    end as reason
  from contest c
  left join alike a on a.ocid = c.ocid and a.part = c.part
  left join known k on k.ocid = c.ocid and k.part = c.part
  where c.listed > 0
)
select ocid, part, buyer, cast(null as varchar) as supplier,
  case when reason is not null then 'not-assessed' when same is not null then 'flagged' else 'clear' end as outcome,
  reason, case when reason is null then cast(same as double) end as value
from judged

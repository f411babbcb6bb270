-- Chains of purchases without a call: one row for each buyer, supplier and field, at the last purchase of its longest chain; and one for each purchase that cannot be placed.
with chains as (
  select opening, buyer, supplier, field, count(*) as purchases, count(distinct case when further = 1 then day end) as days from follows group by opening, buyer, supplier, field
), longest as (
  select opening, buyer, supplier, field, purchases, days, cast(row_number() over (partition by buyer, supplier, field order by days desc, purchases desc, opening) as integer) as rank from chains
), ends as (
  select f.opening as opening, f.supplier as supplier, f.purchase as purchase, cast(row_number() over (partition by f.opening, f.supplier order by f.day desc, f.purchase desc) as integer) as nth from follows f
), placed as (
  select e.purchase as ocid, l.buyer as buyer, l.supplier as supplier, l.field as field, l.purchases as purchases, l.days as days, cast(row_number() over (partition by e.purchase, l.field order by l.days desc, l.supplier) as integer) as nth
  from longest l join ends e on e.opening = l.opening and e.supplier = l.supplier and e.nth = 1
  where l.rank = 1
)
select ocid, case when nth = 1 then field else concat(field, ' ', supplier) end as part, buyer, supplier,
  case when days >= (select number from setting where name = 'T02.further') then 'flagged' else 'clear' end as outcome,
  cast(null as varchar) as reason, cast(purchases as double) as value
from placed
union all
select ocid, coalesce(field, '') as part, buyer, min(supplier) as supplier, 'not-assessed' as outcome, min(reason) as reason, cast(null as double) as value
from uncalled where reason is not null
group by ocid, field, buyer

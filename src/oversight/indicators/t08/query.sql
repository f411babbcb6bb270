-- Framework agreements and systems: the purchases under each, in the currency of its maximum, against that maximum.
with summed as (
  select f.ocid as ocid, count(u.purchase) as purchases,
    sum(case when u.known and u.currency = f.maximum_currency then u.amount end) as total,
    sum(case when u.known and u.currency <> f.maximum_currency then 1 else 0 end) as others,
    sum(case when u.purchase is not null and not u.known then 1 else 0 end) as unknown
  from framework f left join under u on u.ocid = f.ocid
  group by f.ocid
), sole as (
  select ocid, case when count(distinct organisation) = 1 then min(organisation) end as supplier from award_supplier group by ocid
), told as (
  select f.ocid as ocid, p.buyer as buyer, s.supplier as supplier, t.total as total, f.maximum as maximum,
    case
      when f.maximum is null or f.maximum <= 0 or f.maximum_currency is null then 'no-maximum'
      when t.purchases = 0 then 'no-purchases'
      when t.total > f.maximum then null
      when t.others > 0 then 'other-currency'
      when t.unknown > 0 then 'amounts-missing'
    end as reason
  from framework f
  join process p on p.ocid = f.ocid
  join summed t on t.ocid = f.ocid
  left join sole s on s.ocid = f.ocid
)
select ocid, '' as part, buyer, supplier,
  case when reason is not null then 'not-assessed' when total > maximum then 'flagged' else 'clear' end as outcome,
  reason,
  case when reason is null then cast(total as double) / cast(maximum as double) end as value
from told

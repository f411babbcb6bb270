-- Changes of a contract whose kind of purchase is another than what was told before: no CPV division in common, or goods, works or services that are other ones.
with known as (
  select c.ocid as ocid, trim(concat(coalesce(c.contract, ''), ' ', coalesce(c.change, ''))) as part, c.cpv as cpv, c.cpv_before as cpv_before, c.category as category, c.category_before as category_before,
    case when c.shared_divisions is null then null when c.shared_divisions = 0 then 1 else 0 end as other_division,
    case when c.category in ('goods', 'works', 'services') and c.category_before in ('goods', 'works', 'services') then case when c.category <> c.category_before then 1 else 0 end end as other_category
  from change c
), judged as (
  select ocid, part,
    max(case when coalesce(other_division, 0) + coalesce(other_category, 0) > 0 then 1 else 0 end) as other,
    max(case when other_division is null then case when cpv_before is null then 2 else 1 end else 0 end) as untold
  from known group by ocid, part
)
select j.ocid as ocid, j.part as part, p.buyer as buyer, w.supplier as supplier,
  case when j.other = 1 then 'flagged' when j.untold = 0 then 'clear' else 'not-assessed' end as outcome,
  case when j.other = 1 or j.untold = 0 then null when j.untold = 2 then 'nothing-before' else 'not-told' end as reason,
  cast(null as double) as value
from judged j
join process p on p.ocid = j.ocid
left join winner w on w.ocid = j.ocid

-- Few bids for a purchase of a kind that others get many bids for.
with chosen as (
  select max(case when name = 'T11.most' then number end) as most, max(case when name = 'T11.median' then number end) as median from setting
), made as (
  select distinct ocid from notice where kind in ('result', 'result-none', 'implementation', 'completion')
), counted as (
  select distinct ocid
  from (select ocid from process where bids is not null and bids > 0 union all select ocid from lot where bids is not null and bids > 0) one
)
select p.ocid as ocid, '' as part, p.buyer as buyer, cast(null as varchar) as supplier,
  case when a.ocid is null then 'not-assessed' when a.bids <= c.most and a.bids <= a.q1 and a.median >= c.median then 'flagged' else 'clear' end as outcome,
  case
    when a.ocid is not null then null
    when b.ocid is null then 'bids-not-stated'
    when p.cpv is null then 'no-field'
    when coalesce(p.procedure, p.method) is null then 'no-procedure'
    else 'too-few-alike'
  end as reason,
  case when a.median > 0 then a.bids / a.median end as value
from process p
join made m on m.ocid = p.ocid
left join counted b on b.ocid = p.ocid
left join alike a on a.ocid = p.ocid and a.chosen = 1
cross join chosen c

-- How much of what a buyer bought in a field one supplier was awarded. An award to several counts for each with an equal part.
with chosen as (
  select max(case when name = 'T10.awards' then number end) as awards, max(case when name = 'T10.processes' then number end) as processes,
    max(case when name = 'T10.share' then number end) as share
  from setting
), winning as (
  select ocid, award, organisation, 1e0 / count(*) over (partition by ocid, award) as part
  from (select distinct ocid, award, organisation from award_supplier where organisation <> '') one
), known as (
  select distinct ocid, award from winning
), total as (
  select p.buyer as buyer, p.field as field, count(*) as awards, count(distinct p.ocid) as processes, sum(case when k.ocid is null then 0 else 1 end) as known
  from field_purchase p left join known k on k.ocid = p.ocid and k.award = p.purchase
  group by p.buyer, p.field
), held as (
  select p.buyer as buyer, p.field as field, w.organisation as organisation, sum(w.part) as held
  from field_purchase p join winning w on w.ocid = p.ocid and w.award = p.purchase
  group by p.buyer, p.field, w.organisation
), largest as (
  select buyer, field, organisation, held, cast(row_number() over (partition by buyer, field order by held desc, organisation) as integer) as nth from held
), standing as (
  select p.buyer as buyer, p.field as field, p.ocid as ocid,
    cast(row_number() over (partition by p.buyer, p.field order by case when w.ocid is null then 1 else 0 end, p.day desc, p.ocid) as integer) as nth
  from field_purchase p
  left join largest l on l.buyer = p.buyer and l.field = p.field and l.nth = 1
  left join winning w on w.ocid = p.ocid and w.award = p.purchase and w.organisation = l.organisation
), judged as (
  select t.buyer as buyer, t.field as field, l.organisation as supplier, s.ocid as ocid, l.held / t.known as share,
    case
      when t.awards < c.awards or t.processes < c.processes then 'too-few'
      when t.known < c.awards or (l.held / t.known >= c.share and l.held / t.awards < c.share) then 'suppliers-unknown'
    end as reason, c.share as flagged_from
  from total t
  join standing s on s.buyer = t.buyer and s.field = t.field and s.nth = 1
  left join largest l on l.buyer = t.buyer and l.field = t.field and l.nth = 1
  cross join chosen c
)
select ocid, field as part, buyer, case when reason is null then supplier end as supplier,
  case when reason is not null then 'not-assessed' when share >= flagged_from then 'flagged' else 'clear' end as outcome,
  reason, case when reason is null then share end as value
from judged
union all
select distinct s.ocid as ocid, '' as part, s.buyer as buyer, cast(null as varchar) as supplier, 'not-assessed' as outcome,
  case when s.buyer is null then 'no-buyer' when s.cpv is null then 'no-field' else 'no-date' end as reason, cast(null as double) as value
from process s
join purchase p on p.ocid = s.ocid
left join told t on t.ocid = s.ocid
where s.buyer is null or s.cpv is null or coalesce(p.day, t.day) is null

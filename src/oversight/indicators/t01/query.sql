-- A purchase that is said to have been negotiated without a notice beforehand. Bought under a framework agreement is something else.
with winner as (
  select ocid, case when count(distinct organisation) = 1 then min(organisation) end as supplier from award_supplier group by ocid
), made as (
  select distinct ocid from notice where kind in ('result', 'ex-ante', 'modification', 'completion', 'implementation')
)
select p.ocid as ocid, '' as part, p.buyer as buyer, w.supplier as supplier,
  case
    when p.procedure = 'neg-wo-call' then 'flagged'
    when p.procedure is not null or p.without_call = false then 'clear'
    else 'not-assessed'
  end as outcome,
  case when p.procedure is null and coalesce(p.without_call, true) then case when p.without_call is null then 'no-procedure' else 'no-eu-procedure' end end as reason,
  cast(null as double) as value
from process p
join made m on m.ocid = p.ocid
left join winner w on w.ocid = p.ocid
where coalesce(p.technique, '') <> 'call-off'

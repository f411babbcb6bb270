with told as (
  select ocid, release_id, cast(coalesce(published, case when extract(year from date) between 1970 and 2148 then cast(date as date) end) as varchar) as day, cast(row_number() over (partition by ocid order by date, release_id) as integer) as nth
  from notice where kind in ('result', 'ex-ante', 'modification', 'completion', 'implementation')
)
select o.ocid as ocid, o.part as part, 1 as nth, 'procedure' as what, o.ocid as source, t.release_id as notice, t.day as day, null as amount, null as currency, null as number, p.reasons as words
from outcome o join process p on p.ocid = o.ocid left join told t on t.ocid = o.ocid and t.nth = 1
where o.outcome = 'flagged'
union all
select o.ocid as ocid, o.part as part, 2 as nth, 'rationale' as what, o.ocid as source, t.release_id as notice, null as day, null as amount, null as currency, null as number, p.rationale as words
from outcome o join process p on p.ocid = o.ocid left join told t on t.ocid = o.ocid and t.nth = 1
where o.outcome = 'flagged' and p.rationale is not null
union all
select o.ocid as ocid, o.part as part, 2 + cast(row_number() over (partition by o.ocid order by a.date, a.award) as integer) as nth, 'award' as what, o.ocid as source, null as notice, cast(a.date as varchar) as day,
  cast(a.amount as varchar) as amount, a.currency as currency, null as number, a.title as words
from outcome o join award a on a.ocid = o.ocid
where o.outcome = 'flagged' and a.counted
order by ocid, part, nth

with flagged as (
  select o.ocid as ocid, o.part as part, a.country as country, a.source as source, a.deadline as deadline, a.covered_to as covered_to, a.calls as calls, a.outcomes as outcomes, w.law as law from outcome o join awaited a on a.ocid = o.ocid join place w on w.ocid = o.ocid where o.outcome = 'flagged'
), first_call as (
  select ocid, release_id, coalesce(published, case when extract(year from date) between 1970 and 2148 then cast(date as date) end) as day, cast(row_number() over (partition by ocid order by date, release_id) as integer) as place
  from notice where kind in ('call', 'call-contest')
)
select f.ocid as ocid, f.part as part, 1 as nth, 'call' as what, f.ocid as source, c.release_id as notice, cast(c.day as varchar) as day, null as amount, null as currency, null as number, p.title as words
from flagged f join first_call c on c.ocid = f.ocid and c.place = 1 join process p on p.ocid = f.ocid
union all
select ocid, part, 2 as nth, 'deadline' as what, ocid as source, null as notice, cast(deadline as varchar) as day, null as amount, null as currency, null as number, null as words from flagged
union all
select ocid, part, 3 as nth, 'covered-to' as what, null as source, null as notice, cast(covered_to as varchar) as day, null as amount, null as currency, null as number, concat(country, ' ', source) as words from flagged
union all
select ocid, part, 4 as nth, 'calls' as what, null as source, null as notice, null as day, null as amount, null as currency, cast(calls as double) as number, null as words from flagged
union all
select ocid, part, 5 as nth, 'outcomes' as what, null as source, null as notice, null as day, null as amount, null as currency, cast(outcomes as double) as number, null as words from flagged
union all
select f.ocid as ocid, f.part as part, 6 as nth, 'limit' as what, null as source, null as notice, null as day, null as amount, null as currency, l.value as number, l.source as words
from flagged f cross join law_limit l
where l.name = 'award-notice' and f.deadline >= l.from_day and f.deadline <= l.to_day and f.law = 'DK'
order by ocid, part, nth

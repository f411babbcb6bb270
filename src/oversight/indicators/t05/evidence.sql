select o.ocid as ocid, o.part as part, 1 as nth, 'call' as what, o.ocid as source, c.notice as notice, cast(c.day as varchar) as day, null as amount, null as currency, null as number, null as words
from outcome o join called c on c.ocid = o.ocid
where o.outcome = 'flagged'
union all
select o.ocid as ocid, o.part as part, 2 as nth, 'deadline' as what, o.ocid as source, null as notice, cast(p.deadline_day as varchar) as day, null as amount, null as currency, null as number, null as words
from outcome o join process p on p.ocid = o.ocid
where o.outcome = 'flagged'
union all
select o.ocid as ocid, o.part as part, 3 as nth, 'working' as what, null as source, null as notice, null as day, null as amount, null as currency, cast(last_day.working - first_day.working as double) as number, null as words
from outcome o
join process p on p.ocid = o.ocid
join called c on c.ocid = o.ocid
join calendar first_day on first_day.day = c.day
join calendar last_day on last_day.day = p.deadline_day
where o.outcome = 'flagged'
union all
select o.ocid as ocid, o.part as part, 4 as nth, 'effective' as what, null as source, null as notice, null as day, null as amount, null as currency, o.value as number, null as words
from outcome o
where o.outcome = 'flagged'
order by ocid, part, nth

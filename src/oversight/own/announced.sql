-- The first call of a process by an EU notice, whose day is that of publication or dispatch; the date of another release may be that of its last change.
-- Begins: one of the notices is that after which the process is named, or it is named after none; else an earlier one is not in the register.
create temporary table announced as
with call_of as (
  select ocid, release_id, coalesce(published, case when extract(year from date) between 1970 and 2148 then cast(date as date) end) as day, cast(row_number() over (partition by ocid order by coalesce(published, case when extract(year from date) between 1970 and 2148 then cast(date as date) end), release_id) as integer) as nth
  from notice
  where kind in ('call', 'call-contest', 'call-subcontract', 'plan-calls') and form is not null and coalesce(published, case when extract(year from date) between 1970 and 2148 then cast(date as date) end) is not null
), seen as (
  select ocid, max(case when ocid not like '%-20__' or number is null or right(ocid, length(number)) = number then 1 else 0 end) as begins from notice group by ocid
)
select c.ocid as ocid, c.release_id as notice, c.day as day, s.begins as begins
from call_of c
join seen s on s.ocid = c.ocid
where c.nth = 1

-- The deadline of each lot of a process, or of the whole (''); null where the lots' deadlines differ and the whole is asked for.
-- `vague`: a midnight, in UTC or in Copenhagen, may be a day of which no hour is known.
create temporary table part_due as
with lot_due as (
  select l.ocid as ocid, coalesce(l.lot, '') as part, min(l.deadline) as first_day, max(l.deadline) as last_day from lot l join divided d on d.ocid = l.ocid group by l.ocid, coalesce(l.lot, '')
), any_due as (
  select ocid, min(first_day) as first_day, max(last_day) as last_day from lot_due group by ocid
), dated_part as (
  select c.ocid as ocid, c.part as part,
    case when a.first_day is null then p.deadline when c.part <> '' then l.first_day when a.first_day = a.last_day and a.first_day = p.deadline then p.deadline end as deadline
  from contest c
  join process p on p.ocid = c.ocid
  left join any_due a on a.ocid = c.ocid
  left join lot_due l on l.ocid = c.ocid and l.part = c.part
)
select ocid, part, deadline,
  case when extract(minute from deadline) = 0 and extract(second from deadline) = 0 and extract(hour from deadline) in (0, 22, 23) then 1 else 0 end as vague
from dated_part

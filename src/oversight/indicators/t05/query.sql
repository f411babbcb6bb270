-- Danish calls: how many of the working days between the call and the deadline lie outside everybody's holidays.
with given as (
  select p.ocid as ocid, p.buyer as buyer, w.law as law, c.day as called_on, p.deadline_day as deadline_day,
    cast(last_day.working - first_day.working as double) as working, cast(last_day.effective - first_day.effective as double) as effective
  from called c
  join process p on p.ocid = c.ocid
  join place w on w.ocid = c.ocid
  left join calendar first_day on first_day.day = c.day
  left join calendar last_day on last_day.day = p.deadline_day
), told as (
  select ocid, buyer, working, effective,
    case
      when law <> 'DK' then 'other-law'
      when deadline_day is null then 'no-deadline'
      when deadline_day <= called_on then 'deadline-before-call'
      when working is null then 'no-calendar'
    end as reason
  from given
)
select ocid, '' as part, buyer, cast(null as varchar) as supplier,
  case
    when reason is not null then 'not-assessed'
    when working = 0 or effective * 100 < working * (select number from setting where name = 'T05.share') then 'flagged'
    else 'clear'
  end as outcome,
  reason,
  case when reason is null then effective end as value
from told

-- Whole days from the first stated start of a period for tenders, else from the first call by an EU notice, to the earliest deadline.
with spanned as (
  select p.ocid as ocid, p.buyer as buyer, p.deadline as deadline, p.opens as opens, a.day as day, a.begins as begins,
    case when p.opens is not null then date_diff('millisecond', p.opens, p.deadline) else date_diff('millisecond', a.day, p.deadline) end as span
  from process p
  left join announced a on a.ocid = p.ocid
  left join (select distinct ocid from called) c on c.ocid = p.ocid
  left join (select distinct value from listed where name = 'R003.procurement_methods') method on method.value = p.method
  cross join (select count(*) as entries from listed where name = 'R003.procurement_methods') filtering
  where coalesce(p.status, '') <> 'cancelled' and (p.opens is not null or (coalesce(p.without_call, false) = false and (c.ocid is not null or p.deadline is not null)))
    and (filtering.entries = 0 or method.value is not null)
), counted as (
  select ocid, buyer,
    case
      when deadline is null then 'no-deadline'
      when opens is null and day is null then 'no-start'
      when opens is null and begins = 0 then 'first-notice-missing'
      when span < 0 then 'deadline-before-start'
    end as reason,
    floor(cast(span as double) / 86400000e0) as whole_days
  from spanned
)
select c.ocid as ocid, '' as part, c.buyer as buyer, cast(null as varchar) as supplier,
  case when c.reason is not null then 'not-assessed' when c.whole_days < t.number then 'flagged' else 'clear' end as outcome,
  c.reason as reason, case when c.reason is null then c.whole_days end as value
from counted c
cross join (select number from setting where name = 'R003.threshold') t

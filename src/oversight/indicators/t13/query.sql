-- Calls whose deadline is long past, without an outcome, where the register holds the outcomes of most others.
with chosen as (
  select max(case when name = 'T13.days' then number end) as days, max(case when name = 'T13.share' then number end) as share from setting
), judged as (
  select a.ocid as ocid, a.buyer as buyer, a.known as known, a.deadline as deadline, a.covered_to as covered_to,
    case
      when a.known = 1 then null
      when a.deadline is null then 'no-deadline'
      when a.newest is null or date_diff('day', a.deadline, a.newest) <= c.days then 'too-recent'
      when a.covered_to is null or date_diff('day', a.deadline, a.covered_to) <= c.days or a.calls is null or a.outcomes < c.share * a.calls then 'not-covered'
    end as reason
  from awaited a cross join chosen c
)
select ocid, '' as part, buyer, cast(null as varchar) as supplier,
  case when reason is not null then 'not-assessed' when known = 1 then 'clear' else 'flagged' end as outcome,
  reason,
  case when reason is null and known = 0 then cast(date_diff('day', deadline, covered_to) as double) end as value
from judged

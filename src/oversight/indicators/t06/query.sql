-- Danish calls under the general rules: days from dispatch to deadline (the day of dispatch not counted) against the lowest limit that could hold.
with calls as (
  select ocid, form, case when published < sent then published else coalesce(sent, published) end as sent_on, release_id
  from notice where kind in ('call', 'call-contest', 'call-subcontract', 'plan-calls')
), first_call as (
  select ocid, form, sent_on, cast(row_number() over (partition by ocid order by sent_on, release_id) as integer) as nth from calls where sent_on is not null
), seen as (
  select ocid,
    max(case when kind in ('plan', 'plan-shortens', 'plan-profile', 'plan-calls') then 1 else 0 end) as plans,
    max(case when number is null or right(ocid, length(number)) = number then 1 else 0 end) as begins
  from notice group by ocid
), wanted as (
  select 'open' as kind, 'open-normal' as normal, 'electronic-reduction' as reduction, 'open-urgent' as urgent, 'open-prior-information' as planned
  union all select 'restricted', 'restricted-applications', null, 'restricted-applications-urgent', null
  union all select 'neg-w-call', 'negotiated-applications', null, 'negotiated-applications-urgent', null
  union all select 'dps', 'dis-first-applications', null, null, null
), given as (
  select p.ocid as ocid, p.buyer as buyer, p.procedure as procedure, p.accelerated as accelerated, l.law as law, f.form as form, f.sent_on as sent_on, p.deadline_day as deadline_day, date_diff('day', f.sent_on, p.deadline_day) as days,
    case when p.technique = 'dps' then 'dps' else p.procedure end as kind,
    case when p.planned or s.plans = 1 then 1 else 0 end as hinted, case when s.begins = 0 and p.ocid like '%-20__' then 1 else 0 end as unseen
  from first_call f
  join process p on p.ocid = f.ocid
  join place l on l.ocid = f.ocid
  join seen s on s.ocid = f.ocid
  where f.nth = 1
), limited as (
  select g.ocid as ocid, g.buyer as buyer, g.procedure as procedure, g.law as law, g.form as form, g.sent_on as sent_on, g.deadline_day as deadline_day, cast(g.days as double) as days, g.kind as kind, g.unseen as unseen, g.accelerated as accelerated, w.normal as normal,
    case when g.accelerated then urgent.value else usual.value - coalesce(reduction.value, 0) end as lowest,
    case when not g.accelerated and g.hinted = 1 then planned.value end as perhaps
  from given g
  left join wanted w on w.kind = g.kind
  left join law_limit usual on usual.name = w.normal and g.sent_on >= usual.from_day and g.sent_on <= usual.to_day
  left join law_limit reduction on reduction.name = w.reduction and g.sent_on >= reduction.from_day and g.sent_on <= reduction.to_day
  left join law_limit urgent on urgent.name = w.urgent and g.sent_on >= urgent.from_day and g.sent_on <= urgent.to_day
  left join law_limit planned on planned.name = w.planned and g.sent_on >= planned.from_day and g.sent_on <= planned.to_day
), told as (
  select ocid, buyer, days, lowest, perhaps,
    case
      when law <> 'DK' then 'other-law'
      when form like 'E%' or (form is null and procedure is null) then 'no-eu-procedure'
      when coalesce(form, '') not in ('16', 'N16', 'F02') then 'other-rules'
      when normal is null or (accelerated and kind = 'dps') then 'no-firm-limit'
      when lowest is null then 'law-not-known'
      when deadline_day is null then 'no-deadline'
      when days < 0 then 'deadline-before-call'
      when days < lowest and unseen = 1 then 'earlier-notice'
      when days < lowest and days >= perhaps then 'perhaps-shortened'
    end as reason
  from limited
)
select ocid, '' as part, buyer, cast(null as varchar) as supplier,
  case when reason is not null then 'not-assessed' when days < lowest then 'flagged' else 'clear' end as outcome,
  reason,
  case when reason is null then days end as value
from told

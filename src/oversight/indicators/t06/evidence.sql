with calls as (
  select ocid, release_id, form, case when published < sent then published else coalesce(sent, published) end as sent_on
  from notice where kind in ('call', 'call-contest', 'call-subcontract', 'plan-calls')
), first_call as (
  select ocid, release_id, sent_on, cast(row_number() over (partition by ocid order by sent_on, release_id) as integer) as nth from calls where sent_on is not null
), found as (
  select o.ocid as ocid, o.part as part, f.release_id as release_id, f.sent_on as sent_on, p.deadline_day as deadline_day, p.accelerated as accelerated, p.procedure as procedure, case when p.technique = 'dps' then 'dps' else p.procedure end as kind
  from outcome o
  join first_call f on f.ocid = o.ocid and f.nth = 1
  join process p on p.ocid = o.ocid
  where o.outcome = 'flagged'
), wanted as (
  select 'open' as kind, false as accelerated, 'open-normal' as name, 5 as nth, 'limit' as what
  union all select 'open', false, 'electronic-reduction', 6, 'reduction'
  union all select 'open', true, 'open-urgent', 5, 'limit'
  union all select 'restricted', false, 'restricted-applications', 5, 'limit'
  union all select 'restricted', true, 'restricted-applications-urgent', 5, 'limit'
  union all select 'neg-w-call', false, 'negotiated-applications', 5, 'limit'
  union all select 'neg-w-call', true, 'negotiated-applications-urgent', 5, 'limit'
  union all select 'dps', false, 'dis-first-applications', 5, 'limit'
)
select ocid, part, 1 as nth, 'call' as what, ocid as source, release_id as notice, cast(sent_on as varchar) as day, null as amount, null as currency, null as number, procedure as words
from found
union all
select ocid, part, 2 as nth, 'deadline' as what, ocid as source, null as notice, cast(deadline_day as varchar) as day, null as amount, null as currency, null as number, null as words
from found
union all
select o.ocid as ocid, o.part as part, 3 as nth, 'days' as what, null as source, null as notice, null as day, null as amount, null as currency, o.value as number, null as words
from outcome o where o.outcome = 'flagged'
union all
select ocid, part, 4 as nth, 'accelerated' as what, ocid as source, release_id as notice, null as day, null as amount, null as currency, null as number, null as words
from found where accelerated
union all
select f.ocid as ocid, f.part as part, w.nth as nth, w.what as what, null as source, null as notice, null as day, null as amount, null as currency, l.value as number, l.source as words
from found f
join wanted w on w.kind = f.kind and w.accelerated = f.accelerated
join law_limit l on l.name = w.name and f.sent_on >= l.from_day and f.sent_on <= l.to_day
order by ocid, part, nth

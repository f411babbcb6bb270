-- A process with its years. `open` 1: one of its notices came from a source that everybody can read.
-- $open: those sources, with a blank around each. $until: no day after it is believed.
with dated as (
  select ocid, kind, position(' ' || source || ' ' in $open) > 0 as open,
         case when coalesce(published, cast(date as date)) between cast('1990-01-01' as date) and cast($until as date) then coalesce(published, cast(date as date)) end as day
  from notice),
told as (
  select ocid, min(day) as first_day,
         min(case when kind in ('result', 'result-contest', 'ex-ante') then day end) as result_day,
         max(case when kind in ('result', 'result-none', 'result-contest', 'completion', 'implementation') then 1 else 0 end) as decided,
         max(case when kind in ('ex-ante', 'modification') then 1 else 0 end) as announced,
         max(case when open then 1 else 0 end) as open
  from dated group by ocid),
-- An award that is told of in advance, or only in a notice of change, is no result yet.
awarded as (
  select distinct ocid from award where counted),
-- A register of numbers begins with its country: DK-CVR.
placed as (
  select process.ocid,
         coalesce(min(party.country), min(case when party.scheme like '__-%' and substr(party.scheme, 1, 1) <> 'X' then substr(party.scheme, 1, 2) end)) as country
  from process join party on party.ocid = process.ocid and party.organisation = process.buyer and party.role in ('buyer', 'procuringEntity')
  group by process.ocid)
select row_number() over (order by process.ocid) as id, process.ocid, process.title, process.buyer, placed.country, process.without_call, process.technique, process.lots,
       case when coalesce(process.procedure, process.method) = 'open' then 1 else 0 end as open_procedure,
       case when process.deadline_day between cast('1990-01-01' as date) and cast($until as date) then process.deadline_day end as deadline,
       told.first_day, told.result_day,
       case when told.decided = 1 or (awarded.ocid is not null and coalesce(told.announced, 0) = 0) then 1 else 0 end as decided, coalesce(told.open, 0) as open, year(told.first_day) as year
from process
left join told on told.ocid = process.ocid
left join awarded on awarded.ocid = process.ocid
left join placed on placed.ocid = process.ocid

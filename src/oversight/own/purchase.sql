-- What was bought: each award that counts, or each contract of a process without awards. The day is that of the award or of the signing,
-- whichever came first; a day after the newest notice of the process cannot be right and is left out.
create temporary table purchase as
with newest as (
  select ocid, max(coalesce(published, case when extract(year from date) between 1970 and 2148 then cast(date as date) end)) as day from notice group by ocid
), counted as (
  select ocid, count(*) as awards from award group by ocid
), linked as (
  select ocid, award, signed from contract where award is not null
  union all
  select c.ocid as ocid, a.award as award, c.signed as signed
  from contract c join counted n on n.ocid = c.ocid join award a on a.ocid = c.ocid
  where c.award is null and n.awards = 1
), signing as (
  select l.ocid as ocid, l.award as award, min(l.signed) as signed from linked l group by l.ocid, l.award
), dated as (
  select a.ocid as ocid, a.award as purchase, a.lot as lot, a.lots as lots, a.title as title, a.amount as amount, a.amount_text as amount_text, a.currency as currency,
    case when s.signed is null or a.date <= s.signed then a.date else s.signed end as day
  from award a left join signing s on s.ocid = a.ocid and s.award = a.award
  where a.counted
  union all
  select c.ocid as ocid, c.contract as purchase, cast(null as varchar) as lot, 0 as lots, c.title as title, c.amount as amount, c.amount_text as amount_text, c.currency as currency, c.signed as day
  from contract c left join counted n on n.ocid = c.ocid
  where n.ocid is null and not c.repeated
)
select d.ocid as ocid, d.purchase as purchase, d.lot as lot, d.lots as lots, d.title as title, d.amount as amount, d.amount_text as amount_text, d.currency as currency, case when d.day > n.day then null else d.day end as day, n.day as newest
from dated d left join newest n on n.ocid = d.ocid

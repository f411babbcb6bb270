with grouped as (
  select p.ocid as ocid, w.country as country, coalesce(p.procedure, p.method) as kind, cast(date_diff('day', c.day, p.deadline_day) as double) as days
  from process p
  join called c on c.ocid = p.ocid
  join place w on w.ocid = p.ocid
  where p.deadline_day > c.day and w.country <> '' and coalesce(p.procedure, p.method) is not null
), sized as (
  select country, kind, count(*) as n, (count(*) + 1e0 / 3) * 0.25e0 + 1e0 / 3 as h from grouped group by country, kind
), ranked as (
  select country, kind, days, cast(row_number() over (partition by country, kind order by days) as integer) as place from grouped
), quarter as (
  select s.country as country, s.kind as kind, s.n as n, case when s.h < 1 then low.days else low.days + (s.h - floor(s.h)) * (coalesce(high.days, low.days) - low.days) end as short
  from sized s
  join ranked low on low.country = s.country and low.kind = s.kind and low.place = greatest(1, cast(floor(s.h) as integer))
  left join ranked high on high.country = s.country and high.kind = s.kind and high.place = cast(floor(s.h) as integer) + 1
), compared as (
  select o.ocid as ocid, o.part as part, q.n as n, q.short as short, q.kind as kind
  from outcome o
  join process p on p.ocid = o.ocid
  join place w on w.ocid = o.ocid
  join quarter q on q.country = w.country and q.kind = coalesce(p.procedure, p.method)
  where o.outcome = 'flagged' and (select number from setting where name = 'T07.days') is null
)
select o.ocid as ocid, o.part as part, 1 as nth, 'call' as what, o.ocid as source, c.notice as notice, cast(c.day as varchar) as day, null as amount, null as currency, null as number, null as words
from outcome o join called c on c.ocid = o.ocid
where o.outcome = 'flagged'
union all
select o.ocid as ocid, o.part as part, 2 as nth, 'deadline' as what, o.ocid as source, null as notice, cast(p.deadline_day as varchar) as day, null as amount, null as currency, null as number, null as words
from outcome o join process p on p.ocid = o.ocid
where o.outcome = 'flagged'
union all
select ocid, part, 3 as nth, 'quartile' as what, null as source, null as notice, null as day, null as amount, null as currency, short as number, kind as words
from compared
union all
select ocid, part, 4 as nth, 'compared' as what, null as source, null as notice, null as day, null as amount, null as currency, cast(n as double) as number, kind as words
from compared
union all
select o.ocid as ocid, o.part as part, 5 as nth, 'bids' as what, o.ocid as source, null as notice, null as day, null as amount, null as currency, cast(p.bids as double) as number, p.title as words
from outcome o join process p on p.ocid = o.ocid
where o.outcome = 'flagged' and p.bids is not null
union all
select o.ocid as ocid, o.part as part, 5 + cast(row_number() over (partition by o.ocid order by l.lot) as integer) as nth, 'lot' as what, o.ocid as source, null as notice, null as day, null as amount, null as currency,
  cast(l.bids as double) as number, coalesce(l.title, l.lot) as words
from outcome o join lot l on l.ocid = o.ocid
where o.outcome = 'flagged' and l.bids is not null
order by ocid, part, nth

-- Purchases of one buyer in one field: how many lie just below the threshold of their day within the months of any window.
with windows as (
  select a.line as line, a.ocid as ocid, count(*) as n
  from weighed a
  join weighed b on b.line = a.line and b.near = 1 and b.day >= a.day
  where a.near = 1
    and ((extract(year from b.day) - extract(year from a.day)) * 12 + extract(month from b.day) - extract(month from a.day)) * 100 + extract(day from b.day) - extract(day from a.day)
      <= (select number from setting where name = 'T04.months') * 100
  group by a.line, a.ocid
), densest as (
  select line, max(n) as n from windows group by line
), doubtful as (
  select line, reason, cast(row_number() over (partition by line order by day desc, ocid desc) as integer) as nth from weighed where reason is not null
), lines as (
  select line, sum(case when reason is null then 1 else 0 end) as assessed, sum(case when reason is null then 0 else 1 end) as unassessed from weighed group by line
), newest as (
  select line, ocid, buyer, coalesce(field, '') as part, cast(row_number() over (partition by line order by near desc, day desc, ocid desc) as integer) as nth from weighed
), told as (
  select n.ocid as ocid, n.part as part, n.buyer as buyer, r.reason as reason, l.assessed as assessed, l.unassessed as unassessed, coalesce(d.n, 0) as n, (select number from setting where name = 'T04.least') as least
  from lines l
  join newest n on n.line = l.line and n.nth = 1
  left join densest d on d.line = l.line
  left join doubtful r on r.line = l.line and r.nth = 1
), judged as (
  select ocid, part, buyer, reason, n, case when n >= least then 'flagged' when assessed = 0 or (unassessed > 0 and n + unassessed >= least) then 'not-assessed' else 'clear' end as outcome from told
)
select ocid, part, buyer, cast(null as varchar) as supplier, outcome, case when outcome = 'not-assessed' then reason end as reason, case when outcome <> 'not-assessed' then cast(n as double) end as value
from judged

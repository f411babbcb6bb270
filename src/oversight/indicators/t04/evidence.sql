with flagged as (
  select o.ocid as ocid, o.part as part, w.line as line from outcome o join weighed w on w.ocid = o.ocid where o.outcome = 'flagged'
), pairs as (
  select f.ocid as ocid, f.part as part, a.ocid as opening, a.day as opened, b.ocid as purchase, b.day as day, b.value as value, b.title as title, b.threshold as threshold, b.table_name as table_name, b.source as source
  from flagged f
  join weighed a on a.line = f.line and a.near = 1
  join weighed b on b.line = f.line and b.near = 1 and b.day >= a.day
  where ((extract(year from b.day) - extract(year from a.day)) * 12 + extract(month from b.day) - extract(month from a.day)) * 100 + extract(day from b.day) - extract(day from a.day)
      <= (select number from setting where name = 'T04.months') * 100
), densest as (
  select ocid, part, opening, cast(row_number() over (partition by ocid, part order by count(*) desc, min(opened) desc, opening) as integer) as rank from pairs group by ocid, part, opening
), found as (
  select p.ocid as ocid, p.part as part, p.purchase as purchase, p.day as day, p.value as value, p.title as title, p.threshold as threshold, p.table_name as table_name, p.source as source, cast(row_number() over (partition by p.ocid, p.part order by p.day, p.purchase) as integer) as place
  from pairs p join densest d on d.ocid = p.ocid and d.part = p.part and d.opening = p.opening and d.rank = 1
)
select ocid, part, 2 * place - 1 as nth, 'purchase' as what, purchase as source, null as notice, cast(day as varchar) as day, cast(cast(value as decimal(18, 2)) as varchar) as amount, 'DKK' as currency,
  value / threshold as number, title as words
from found
union all
select ocid, part, 2 * place as nth, 'threshold' as what, null as source, null as notice, cast(day as varchar) as day, cast(cast(threshold as decimal(18, 0)) as varchar) as amount, 'DKK' as currency,
  null as number, concat(table_name, ': ', source) as words
from found
union all
select ocid, part, 100000 as nth, 'sum' as what, null as source, null as notice, null as day, cast(cast(sum(value) as decimal(18, 2)) as varchar) as amount, 'DKK' as currency, cast(count(*) as double) as number, null as words
from found group by ocid, part
order by ocid, part, nth

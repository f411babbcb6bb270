with flagged as (
  select ocid, part, supplier from outcome where outcome = 'flagged'
), kind as (
  select f.ocid as ocid, f.part as part, left(s.code, cast(d.number as integer)) as class, count(distinct s.ocid) as processes
  from flagged f
  join supplied s on s.supplier = f.supplier
  cross join (select number from setting where name = 'R048.digits') d
  where s.code is not null
  group by f.ocid, f.part, left(s.code, cast(d.number as integer))
), kind_in_order as (
  select ocid, part, class, processes, cast(row_number() over (partition by part order by processes desc, class) as integer) as nth from kind
), won as (
  select f.ocid as ocid, f.part as part, s.ocid as source, d.notice as notice, d.day as day, p.title as title,
    cast(row_number() over (partition by f.part order by d.at desc, s.ocid desc) as integer) as nth
  from flagged f
  join (select distinct supplier, ocid from supplied where code is not null) s on s.supplier = f.supplier
  join process p on p.ocid = s.ocid
  left join dated d on d.ocid = s.ocid
)
select ocid, part, nth, what, source, notice, day, amount, currency, number, words
from (
  select f.ocid as ocid, f.part as part, 1 as nth, 'processes' as what, cast(null as varchar) as source, cast(null as varchar) as notice, cast(null as varchar) as day, cast(null as decimal(38, 6)) as amount, cast(null as varchar) as currency, m.weight as number, cast(null as varchar) as words
  from flagged f join measured m on m.id = f.supplier
  union all
  select f.ocid as ocid, f.part as part, 2 as nth, 'bound' as what, cast(null as varchar) as source, cast(null as varchar) as notice, cast(null as varchar) as day, cast(null as decimal(38, 6)) as amount, cast(null as varchar) as currency, coalesce(t.number, b.high) as number, cast(null as varchar) as words
  from flagged f cross join (select number from setting where name = 'R048.threshold') t cross join (select max(high) as high from fence where indicator = 'R048') b
  union all
  select f.ocid as ocid, f.part as part, 3 as nth, 'series' as what, cast(null as varchar) as source, cast(null as varchar) as notice, cast(null as varchar) as day, cast(null as decimal(38, 6)) as amount, cast(null as varchar) as currency, cast(s.n as double) as number, cast(null as varchar) as words
  from flagged f cross join (select count(*) as n from measured) s
  union all
  select ocid, part, 3 + nth as nth, 'class' as what, cast(null as varchar) as source, cast(null as varchar) as notice, cast(null as varchar) as day, cast(null as decimal(38, 6)) as amount, cast(null as varchar) as currency, cast(processes as double) as number, class as words
  from kind_in_order
  where nth <= 20
  union all
  select ocid, part, 23 + nth as nth, 'won' as what, source, notice, day, cast(null as decimal(38, 6)) as amount, cast(null as varchar) as currency, cast(null as double) as number, title as words
  from won
  where nth <= 20
) rows_of
order by ocid, part, nth

with flagged as (
  select ocid, part, supplier from outcome where outcome = 'flagged'
), entered as (
  select f.ocid as ocid, f.part as part, e.ocid as source, d.notice as notice, d.day as day, e.won as won, p.title as title, e.buyer as buyer,
    cast(row_number() over (partition by f.part order by d.at desc, e.ocid desc, e.part) as integer) as nth
  from flagged f
  join entry e on e.organisation = f.supplier
  join process p on p.ocid = e.ocid
  left join dated d on d.ocid = e.ocid
  where e.reason is null and e.valid = 1
), summed as (
  select ocid, part, cast(count(*) as double) as entries, cast(sum(won) as double) as wins from entered group by ocid, part
)
select ocid, part, nth, what, source, notice, day, amount, currency, number, words
from (
  select ocid, part, 1 as nth, 'entries' as what, cast(null as varchar) as source, cast(null as varchar) as notice, cast(null as varchar) as day, cast(null as decimal(38, 6)) as amount, cast(null as varchar) as currency, entries as number, cast(null as varchar) as words from summed
  union all
  select ocid, part, 2 as nth, 'wins' as what, cast(null as varchar) as source, cast(null as varchar) as notice, cast(null as varchar) as day, cast(null as decimal(38, 6)) as amount, cast(null as varchar) as currency, wins as number, cast(null as varchar) as words from summed
  union all
  select f.ocid as ocid, f.part as part, 3 as nth, 'bound' as what, cast(null as varchar) as source, cast(null as varchar) as notice, cast(null as varchar) as day, cast(null as decimal(38, 6)) as amount, cast(null as varchar) as currency, coalesce(t.number, b.low) as number, cast(null as varchar) as words
  from flagged f cross join (select number from setting where name = 'R025.threshold') t cross join (select max(low) as low from fence where indicator = 'R025') b
  union all
  select f.ocid as ocid, f.part as part, 4 as nth, 'series' as what, cast(null as varchar) as source, cast(null as varchar) as notice, cast(null as varchar) as day, cast(null as decimal(38, 6)) as amount, cast(null as varchar) as currency, cast(s.n as double) as number, cast(null as varchar) as words
  from flagged f cross join (select count(*) as n from measured where indicator = 'R025') s
  union all
  select ocid, part, 4 + nth as nth, case when won = 1 then 'won' else 'lost' end as what, source, notice, day,
    cast(null as decimal(38, 6)) as amount, cast(null as varchar) as currency, cast(null as double) as number, title as words
  from entered
  where nth <= 20
) rows_of
order by ocid, part, nth

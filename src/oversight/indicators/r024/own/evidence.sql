with flagged as (
  select o.ocid as ocid, o.part as part, m.won_at as won_at, m.next_at as next_at, m.currency as currency, m.supplier as supplier, m.runner_up as runner_up
  from outcome o join margin m on m.ocid = o.ocid and m.part = o.part
  where o.outcome = 'flagged'
)
select ocid, part, nth, what, source, notice, day, amount, currency, number, words
from (
  select f.ocid as ocid, f.part as part, 1 as nth, 'winning-bid' as what, f.ocid as source, cast(null as varchar) as notice, cast(null as varchar) as day,
    f.won_at as amount, f.currency as currency, cast(null as double) as number, w.name as words
  from flagged f left join who w on w.ocid = f.ocid and w.organisation = f.supplier
  union all
  select f.ocid as ocid, f.part as part, 2 as nth, 'next-bid' as what, f.ocid as source, cast(null as varchar) as notice, cast(null as varchar) as day,
    f.next_at as amount, f.currency as currency, cast(null as double) as number, w.name as words
  from flagged f left join who w on w.ocid = f.ocid and w.organisation = f.runner_up
  union all
  select f.ocid as ocid, f.part as part, 3 as nth, 'bound' as what, cast(null as varchar) as source, cast(null as varchar) as notice, cast(null as varchar) as day, cast(null as decimal(38, 6)) as amount, cast(null as varchar) as currency,
    coalesce(t.number, b.low) as number, cast(null as varchar) as words
  from flagged f cross join (select number from setting where name = 'R024.threshold') t cross join (select max(low) as low from fence where indicator = 'R024') b
  union all
  select f.ocid as ocid, f.part as part, 4 as nth, 'series' as what, cast(null as varchar) as source, cast(null as varchar) as notice, cast(null as varchar) as day, cast(null as decimal(38, 6)) as amount, cast(null as varchar) as currency,
    cast(s.n as double) as number, cast(null as varchar) as words
  from flagged f cross join (select count(*) as n from measured) s
) rows_of
order by ocid, part, nth

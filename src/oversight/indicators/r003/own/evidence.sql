select ocid, part, nth, what, source, notice, day, amount, currency, number, words
from (
  select o.ocid as ocid, o.part as part, 1 as nth, case when p.opens is null then 'called' else 'opens' end as what, o.ocid as source,
    case when p.opens is null then a.notice end as notice, cast(coalesce(cast(p.opens as date), a.day) as varchar) as day,
    cast(null as decimal(38, 6)) as amount, cast(null as varchar) as currency, cast(null as double) as number, p.title as words
  from outcome o join process p on p.ocid = o.ocid left join announced a on a.ocid = o.ocid
  where o.outcome = 'flagged'
  union all
  select o.ocid as ocid, o.part as part, 2 as nth, 'deadline' as what, o.ocid as source, cast(null as varchar) as notice, cast(cast(p.deadline as date) as varchar) as day,
    cast(null as decimal(38, 6)) as amount, cast(null as varchar) as currency, cast(null as double) as number, concat(left(cast(p.deadline as varchar), 16), ' UTC') as words
  from outcome o join process p on p.ocid = o.ocid
  where o.outcome = 'flagged'
  union all
  select o.ocid as ocid, o.part as part, 3 as nth, 'bound' as what, cast(null as varchar) as source, cast(null as varchar) as notice, cast(null as varchar) as day,
    cast(null as decimal(38, 6)) as amount, cast(null as varchar) as currency, t.number as number, cast(null as varchar) as words
  from outcome o cross join (select number from setting where name = 'R003.threshold') t
  where o.outcome = 'flagged'
) rows_of
order by ocid, part, nth

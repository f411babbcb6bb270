with flagged as (
  select ocid, part, case when buyer is not null then 'buyer' else 'supplier' end as role, coalesce(buyer, supplier) as organisation from outcome where outcome = 'flagged'
), counted as (
  select f.ocid as ocid, f.part as part, r.ocid as source, d.notice as notice, d.day as day, r.bids as bids, r.disqualified as disqualified, p.title as title,
    cast(row_number() over (partition by f.part order by d.at desc, r.ocid desc) as integer) as nth
  from flagged f
  join rejection r on r.role = f.role and r.organisation = f.organisation
  join process p on p.ocid = r.ocid
  left join dated d on d.ocid = r.ocid
  where r.unstated = 0
), summed as (
  select ocid, part, cast(sum(bids) as double) as bids, cast(sum(disqualified) as double) as disqualified, cast(count(*) as double) as processes from counted group by ocid, part
)
select ocid, part, nth, what, source, notice, day, amount, currency, number, words
from (
  select ocid, part, 1 as nth, 'disqualified' as what, cast(null as varchar) as source, cast(null as varchar) as notice, cast(null as varchar) as day, cast(null as decimal(38, 6)) as amount, cast(null as varchar) as currency, disqualified as number, cast(null as varchar) as words from summed
  union all
  select ocid, part, 2 as nth, 'bids' as what, cast(null as varchar) as source, cast(null as varchar) as notice, cast(null as varchar) as day, cast(null as decimal(38, 6)) as amount, cast(null as varchar) as currency, bids as number, cast(null as varchar) as words from summed
  union all
  select ocid, part, 3 as nth, 'processes' as what, cast(null as varchar) as source, cast(null as varchar) as notice, cast(null as varchar) as day, cast(null as decimal(38, 6)) as amount, cast(null as varchar) as currency, processes as number, cast(null as varchar) as words from summed
  union all
  select f.ocid as ocid, f.part as part, 4 as nth, 'bound' as what, cast(null as varchar) as source, cast(null as varchar) as notice, cast(null as varchar) as day, cast(null as decimal(38, 6)) as amount, cast(null as varchar) as currency, coalesce(t.number, b.high) as number, cast(null as varchar) as words
  from flagged f join fence b on b.indicator = 'R038' and b.kind = f.role cross join (select number from setting where name = 'R038.threshold') t
  union all
  select f.ocid as ocid, f.part as part, 5 as nth, 'series' as what, cast(null as varchar) as source, cast(null as varchar) as notice, cast(null as varchar) as day, cast(null as decimal(38, 6)) as amount, cast(null as varchar) as currency, cast(s.n as double) as number, cast(null as varchar) as words
  from flagged f join (select kind, count(*) as n from measured group by kind) s on s.kind = f.role
  union all
  select ocid, part, cast(4 + 2 * nth as integer) as nth, 'bids-of-process' as what, source, notice, day, cast(null as decimal(38, 6)) as amount, cast(null as varchar) as currency,
    cast(bids as double) as number, title as words
  from counted
  where nth <= 20
  union all
  select ocid, part, cast(5 + 2 * nth as integer) as nth, 'disqualified-of-process' as what, source, notice, cast(null as varchar) as day, cast(null as decimal(38, 6)) as amount, cast(null as varchar) as currency,
    cast(disqualified as double) as number, cast(null as varchar) as words
  from counted
  where nth <= 20
) rows_of
order by ocid, part, nth

with flagged as (
  select ocid, part from outcome where outcome = 'flagged'
), late_bid as (
  select f.ocid as ocid, f.part as part, b.received as received, o.price as price, o.currency as currency, w.name as name,
    cast(row_number() over (partition by f.ocid, f.part order by b.received, b.place, b.organisation) as integer) as nth
  from flagged f
  join winning_bid b on b.ocid = f.ocid and b.part = f.part
  join offer o on o.ocid = b.ocid and o.part = b.part and o.place = b.place
  left join who w on w.ocid = b.ocid and w.organisation = b.organisation
  where b.status = 'valid' and b.late > 0 and (b.vague = 0 or b.late >= 86400000)
)
select ocid, part, nth, what, source, notice, day, amount, currency, number, words
from (
  select f.ocid as ocid, f.part as part, 1 as nth, 'deadline' as what, f.ocid as source, cast(null as varchar) as notice, cast(cast(d.deadline as date) as varchar) as day,
    cast(null as decimal(38, 6)) as amount, cast(null as varchar) as currency, cast(null as double) as number, concat(left(cast(d.deadline as varchar), 16), ' UTC') as words
  from flagged f join part_due d on d.ocid = f.ocid and d.part = f.part
  union all
  select ocid, part, 2 * nth as nth, 'received' as what, ocid as source, cast(null as varchar) as notice, cast(cast(received as date) as varchar) as day,
    cast(null as decimal(38, 6)) as amount, cast(null as varchar) as currency, cast(null as double) as number, concat(left(cast(received as varchar), 16), ' UTC') as words
  from late_bid where nth <= 10
  union all
  select ocid, part, 2 * nth + 1 as nth, 'bid' as what, ocid as source, cast(null as varchar) as notice, cast(null as varchar) as day,
    price as amount, currency, cast(null as double) as number, name as words
  from late_bid where nth <= 10
) rows_of
order by ocid, part, nth

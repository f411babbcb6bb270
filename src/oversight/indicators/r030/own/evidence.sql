with lot_due as (
  select l.ocid as ocid, coalesce(l.lot, '') as part, min(l.deadline) as first_day, max(l.deadline) as last_day from lot l join divided d on d.ocid = l.ocid group by l.ocid, coalesce(l.lot, '')
), any_due as (
  select ocid, min(first_day) as first_day, max(last_day) as last_day from lot_due group by ocid
), dated_part as (
  select c.ocid as ocid, c.part as part,
    case when a.first_day is null then p.deadline when c.part <> '' then l.first_day when a.first_day = a.last_day and a.first_day = p.deadline then p.deadline end as deadline
  from contest c
  join process p on p.ocid = c.ocid
  left join any_due a on a.ocid = c.ocid
  left join lot_due l on l.ocid = c.ocid and l.part = c.part
), due as (
  select ocid, part, deadline,
    case when extract(minute from deadline) = 0 and extract(second from deadline) = 0 and extract(hour from deadline) in (0, 22, 23) then 1 else 0 end as vague
  from dated_part
), winning_bid as (
  select b.ocid as ocid, b.part as part, b.place as place, b.organisation as organisation, b.status as status, b.received as received, d.deadline as deadline, d.vague as vague,
    date_diff('millisecond', d.deadline, b.received) as late,
    case when extract(minute from b.received) = 0 and extract(second from b.received) = 0 and extract(hour from b.received) in (0, 22, 23) then 1 else 0 end as vaguely_received
  from lot_winner w
  join bidder b on b.ocid = w.ocid and b.part = w.part and b.organisation = w.organisation
  left join due d on d.ocid = b.ocid and d.part = b.part
  where coalesce(b.status, '') not in ('invited', 'withdrawn', 'disqualified')
), flagged as (
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
  from flagged f join due d on d.ocid = f.ocid and d.part = f.part
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

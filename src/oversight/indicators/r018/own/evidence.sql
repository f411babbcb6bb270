select o.ocid as ocid, o.part as part, 1 as nth, 'bids' as what, o.ocid as source, null as notice, null as day, null as amount, null as currency, cast(p.bids as double) as number, p.title as words
from outcome o join process p on p.ocid = o.ocid
where o.outcome = 'flagged' and p.bids is not null
union all
select o.ocid as ocid, o.part as part, 1 + cast(row_number() over (partition by o.ocid order by l.lot) as integer) as nth, 'lot' as what, o.ocid as source, null as notice, null as day, null as amount, null as currency,
  cast(l.bids as double) as number, coalesce(l.title, l.lot) as words
from outcome o join lot l on l.ocid = o.ocid
where o.outcome = 'flagged' and l.bids is not null
order by ocid, part, nth

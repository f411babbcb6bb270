with own as (
  select o.ocid as ocid, o.part as part, a.class as class, a.bids as bids, a.others as others, a.q1 as q1, a.median as median, a.q3 as q3 from outcome o join alike a on a.ocid = o.ocid and a.chosen = 1 where o.outcome = 'flagged'
), nearest as (
  select w.ocid as ocid, w.part as part, a.ocid as source, a.bids as bids, cast(row_number() over (partition by w.ocid order by abs(a.bids - w.median), a.ocid) as integer) as place
  from own w join alike a on a.class = w.class
  where a.ocid <> w.ocid
)
select w.ocid as ocid, w.part as part, 1 as nth, 'bids' as what, w.ocid as source, null as notice, null as day, null as amount, null as currency, w.bids as number, p.title as words
from own w join process p on p.ocid = w.ocid
union all
select ocid, part, 2 as nth, 'others' as what, null as source, null as notice, null as day, null as amount, null as currency, cast(others as double) as number, class as words from own
union all
select ocid, part, 3 as nth, 'first-quartile' as what, null as source, null as notice, null as day, null as amount, null as currency, q1 as number, null as words from own
union all
select ocid, part, 4 as nth, 'median' as what, null as source, null as notice, null as day, null as amount, null as currency, median as number, null as words from own
union all
select ocid, part, 5 as nth, 'third-quartile' as what, null as source, null as notice, null as day, null as amount, null as currency, q3 as number, null as words from own
union all
select n.ocid as ocid, n.part as part, 5 + n.place as nth, 'other' as what, n.source as source, null as notice, null as day, null as amount, null as currency, n.bids as number, p.title as words
from nearest n join process p on p.ocid = n.source
where n.place <= 5
order by ocid, part, nth

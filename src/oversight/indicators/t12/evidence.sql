with flagged as (
  select ocid, part from outcome where outcome = 'flagged'
), lotted as (
  select distinct ocid, lot from purchase where lot is not null
), parts as (
  select l.ocid as ocid, l.lot as lot, l.title as title, l.amount as amount, l.currency as currency, case when w.ocid is null then 0 else 1 end as awarded from lot l left join lotted w on w.ocid = l.ocid and w.lot = l.lot
), missing as (
  select ocid, min(awarded) as whole from parts group by ocid
), covering as (
  select ocid, min(lots) as least, max(lots) as most from purchase group by ocid
), by_lot as (
  select f.ocid as ocid, f.part as part, case when p.estimate is null or (m.whole = 0 and c.least = 1 and c.most = 1) then 1 else 0 end as lots
  from flagged f join process p on p.ocid = f.ocid join covering c on c.ocid = f.ocid left join missing m on m.ocid = f.ocid
)
select b.ocid as ocid, b.part as part, 1 as nth, 'estimate' as what, b.ocid as source, null as notice, null as day, cast(p.estimate as varchar) as amount, p.estimate_currency as currency, null as number, p.title as words
from by_lot b join process p on p.ocid = b.ocid
where b.lots = 0
union all
select b.ocid as ocid, b.part as part, 1 + cast(row_number() over (partition by b.ocid order by l.lot) as integer) as nth, 'lot-estimate' as what, b.ocid as source, null as notice, null as day,
  cast(l.amount as varchar) as amount, l.currency as currency, null as number, coalesce(l.title, l.lot) as words
from by_lot b join parts l on l.ocid = b.ocid
where b.lots = 1 and l.awarded = 1
union all
select f.ocid as ocid, f.part as part, 10001 as nth, 'awarded' as what, f.ocid as source, null as notice, null as day, cast(sum(p.amount) as varchar) as amount, min(p.currency) as currency, null as number, null as words
from flagged f join purchase p on p.ocid = f.ocid
group by f.ocid, f.part
union all
select f.ocid as ocid, f.part as part, 10001 + cast(row_number() over (partition by f.ocid order by p.day, p.purchase, p.amount) as integer) as nth, 'award' as what, f.ocid as source, null as notice, cast(p.day as varchar) as day,
  cast(p.amount as varchar) as amount, p.currency as currency, null as number, p.title as words
from flagged f join purchase p on p.ocid = f.ocid
order by ocid, part, nth

-- How each lot of a process, or the whole (''), was decided: awards made, awards that are not final, and who got it. Supplier: the only one, else null.
create temporary table decision as
with made as (
  select a.ocid as ocid, case when d.ocid is null then '' else coalesce(a.lot, '') end as part,
    sum(case when a.counted and a.status = 'active' then 1 else 0 end) as active,
    sum(case when coalesce(a.status, '') in ('active', 'cancelled', 'unsuccessful') then 0 else 1 end) as undecided
  from award a
  left join divided d on d.ocid = a.ocid
  group by a.ocid, case when d.ocid is null then '' else coalesce(a.lot, '') end
), won as (
  select ocid, part, count(*) as suppliers, min(organisation) as supplier from lot_winner group by ocid, part
)
select m.ocid as ocid, m.part as part, m.active as active, m.undecided as undecided,
  coalesce(w.suppliers, 0) as suppliers, case when w.suppliers = 1 then w.supplier end as supplier
from made m
left join won w on w.ocid = m.ocid and w.part = m.part

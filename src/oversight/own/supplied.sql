-- What each supplier was awarded alone: the CPV codes of the lot, and of what is tendered as a whole. Without any, the code is null.
create temporary table supplied as
with sole as (
  select ocid, award, min(organisation) as supplier from award_supplier group by ocid, award having count(distinct organisation) = 1
), won as (
  select distinct s.supplier as supplier, a.ocid as ocid, case when d.ocid is null then '' else coalesce(a.lot, '') end as part
  from award a
  join process p on p.ocid = a.ocid
  join sole s on s.ocid = a.ocid and s.award = a.award
  left join divided d on d.ocid = a.ocid
  where a.counted and a.status = 'active' and coalesce(p.status, '') <> 'cancelled'
), coded as (
  select distinct i.ocid as ocid, case when d.ocid is null then '' else coalesce(i.lot, '') end as part, i.code as code
  from item i
  left join divided d on d.ocid = i.ocid
  where i.scheme = 'CPV' and i.code is not null
)
select w.supplier as supplier, w.ocid as ocid, c.code as code from won w left join coded c on c.ocid = w.ocid and c.part = w.part
union distinct
select w.supplier as supplier, w.ocid as ocid, c.code as code from won w join coded c on c.ocid = w.ocid where c.part = ''

create temporary table measured as
with record as (
  select s.supplier as supplier, count(distinct s.ocid) as processes, count(distinct left(s.code, cast(d.number as integer))) as classes
  from supplied s
  cross join (select number from setting where name = 'R048.digits') d
  where s.code is not null
  group by s.supplier
)
select 'R048' as indicator, 'count' as kind, r.supplier as id, cast(0 as integer) as line, cast(r.processes as double) as weight, cast(r.classes as double) as value
from record r
cross join (select number from setting where name = 'R048.minimum_contracting_processes') least
where r.processes >= least.number

insert into measured
with supplied as (
  select a.supplier as supplier, a.line as line, leftUTF8(i.classification, cast(d.number as bigint)) as class
  from award a
  join award_item i on i.line = a.line and i.award = a.place
  cross join (select number from setting where name = 'R048.digits') d
  where a.status = 'active' and a.suppliers = 1 and a.supplier is not null
), record as (
  select supplier, min(line) as line, count(distinct line) as processes, count(distinct class) as classes from supplied group by supplier
)
select 'R048', 'Tenderer', r.supplier as supplier, r.line as line, r.processes as processes, r.classes as classes
from record r cross join (select number from setting where name = 'R048.minimum_contracting_processes') least
where r.processes >= least.number

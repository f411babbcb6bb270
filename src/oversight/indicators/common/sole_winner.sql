-- The supplier of decided processes that have exactly one active award, to exactly one supplier.
create temporary table sole_winner as
select d.line as line, a.supplier as supplier
from decided d
join award a on a.line = d.line
where d.active = 1 and a.status = 'active' and a.suppliers = 1 and a.supplier is not null

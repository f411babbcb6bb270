select 'OCID' as kind, p.ocid as id, 1e0 as value, p.line as line, 0 as place
from process p
left join (select value from listed where name = 'R018.procurement_methods') method on method.value = p.method
cross join (select count(*) as entries from listed where name = 'R018.procurement_methods') filtering
where p.tenderers = 1 and (filtering.entries = 0 or method.value is not null)
order by p.line

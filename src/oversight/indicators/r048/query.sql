select m.kind as kind, m.id as id, m.value as value, m.line as line, 0 as place
from measured m
cross join (select high from fence where indicator = 'R048') f
cross join (select number from setting where name = 'R048.threshold') given
where m.indicator = 'R048' and m.value >= coalesce(given.number, f.high)
order by m.line, m.id

select m.kind as kind, m.id as id, m.value as value, m.line as line, 0 as place
from measured m
join fence f on f.indicator = m.indicator and f.kind = m.kind
cross join (select number from setting where name = 'R038.threshold') given
where m.indicator = 'R038' and coalesce(given.number, f.high) > 0 and m.value >= coalesce(given.number, f.high)
order by m.line, m.kind, m.id

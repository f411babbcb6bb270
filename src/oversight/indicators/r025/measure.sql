insert into measured
with record as (
  select b.tenderer as tenderer, min(b.line) as line, count(distinct b.line) as entries, count(distinct case when b.tenderer = w.supplier then b.line end) as wins
  from bid b join sole_winner w on w.line = b.line
  where b.status = 'valid' and b.tenderers = 1 and b.tenderer is not null
  group by b.tenderer
)
select i.indicator as indicator, 'Tenderer', r.tenderer as tenderer, r.line as line, r.entries as entries,
  case when i.indicator = 'R025' then cast(r.wins as double) / cast(r.entries as double) else r.entries end
from record r cross join (select 'R025' as indicator union all select 'R025 entries' as indicator) i

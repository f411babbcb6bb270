insert into measured
with entered as (
  select b.line as line, b.tenderer as tenderer, max(case when b.tenderer = w.supplier then 1 else 0 end) as won
  from bid b join sole_winner w on w.line = b.line
  where b.status = 'valid' and b.tenderers = 1 and b.tenderer is not null
  group by b.line, b.tenderer
), record as (
  select tenderer, min(line) as line, count(*) as entries, sum(won) as wins from entered group by tenderer
)
select 'R025', 'Tenderer', tenderer, line, entries, cast(wins as double) / cast(entries as double) from record
union all select 'R025 entries', 'Tenderer', tenderer, line, entries, entries from record

insert into measured
with entered as (
  select distinct w.line as line, t.tenderer as tenderer, case when t.tenderer = w.supplier then 1 else 0 end as won
  from sole_winner w
  join bid b on b.line = w.line
  join bid_tenderer t on t.line = b.line and t.bid = b.place
  where b.status = 'valid' and b.tenderers = 1
), record as (
  select tenderer, min(line) as line, count(*) as entries, sum(won) as wins from entered group by tenderer
)
select 'R025', 'Tenderer', tenderer, line, entries, cast(wins as double) / cast(entries as double) from record
union all select 'R025 entries', 'Tenderer', tenderer, line, entries, entries from record

-- How far the lowest bid of somebody else stands above the winner's lowest, as a share of the winner's: of valid bids by one tenderer, in
-- processes with a sole winner whose prices may be compared. Of an ocid that stands on several lines the last counts. Above a winner who
-- asks nothing it is infinitely far; two bids of nothing have no share.
create temporary table margin as
with lowest as (
  select b.line as line, min(case when b.tenderer = w.supplier then b.amount end) as won_at, min(case when b.tenderer <> w.supplier then b.amount end) as next_at
  from bid b
  join contest w on w.line = b.line
  where b.status = 'valid' and b.tenderers = 1 and b.currency in (select currency from reference_currency)
  group by b.line
), paired as (
  select l.line as line, p.ocid as ocid, l.won_at as won_at, l.next_at as next_at
  from lowest l join process p on p.line = l.line
  where l.next_at >= l.won_at
), counting as (
  select max(line) as line from paired group by ocid
)
select p.line as line, p.ocid as ocid,
  case when p.won_at <> 0 then (p.next_at - p.won_at) / p.won_at when p.next_at > 0 then cast('inf' as double) end as share
from paired p join counting c on c.line = p.line

-- How far the lowest bid of somebody else stands above the winner's lowest, as a share of the winner's. Of an ocid that stands on
-- several lines the last counts. Above a winner who asks nothing it is infinitely far; two bids of nothing have no share.
create temporary table margin as
with lowest as (
  select line, tenderer, amount, is_winner, row_number() over (partition by line, is_winner order by amount, place) as nth
  from margin_bid
  where currency in (select currency from reference_currency)
), paired as (
  select w.line as line, p.ocid as ocid, w.tenderer as winner, o.tenderer as runner_up, w.amount as won_at, o.amount as next_at,
    row_number() over (partition by p.ocid order by w.line desc) as nth_last
  from lowest w
  join lowest o on o.line = w.line
  join process p on p.line = w.line
  where w.nth = 1 and w.is_winner = 1 and o.nth = 1 and o.is_winner = 0 and o.amount >= w.amount
)
select line, ocid, winner, runner_up,
  case when won_at <> 0 then (next_at - won_at) / won_at when next_at > 0 then cast('inf' as double) end as share
from paired
where nth_last = 1

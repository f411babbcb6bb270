-- How far the lowest valid bid of somebody else stands above the winner's lowest, as a share of the winner's, where the price alone decides; else why it cannot be told.
create temporary table margin as
with ranked as (
  select ocid, part, winning, price, currency, tenderer, tenderers, cast(row_number() over (partition by ocid, part, winning order by price, place) as integer) as nth
  from offer
  where status = 'valid' and tenderers > 0 and price is not null
), paired as (
  select c.ocid as ocid, c.part as part, c.buyer as buyer, c.supplier as supplier, w.price as won_at, n.price as next_at, w.currency as currency,
    n.tenderer as runner_up, n.tenderers as runners_up,
    case
      when c.price_only is null then 'criteria-not-stated'
      when not c.price_only then 'other-criteria'
      when c.undecided > 0 then 'not-decided'
      when c.active <> 1 or c.supplier is null then 'not-one-winner'
      when c.loose > 0 then 'bids-not-by-lot'
      when c.listed = 0 then 'no-bids'
      when c.unstated > 0 then 'no-bid-status'
      when c.valid_unnamed > 0 or c.joint > 0 then 'bidder-unknown'
      when c.incomplete = 1 then 'bids-missing'
      when c.winning = 0 then 'no-bid-of-winner'
      when c.valid = c.winning then 'no-other-bid'
      when c.valid_unpriced > 0 then 'price-missing'
      when c.valid_currencies > 1 then 'mixed-currencies'
      when n.price < w.price then 'winner-not-cheapest'
    end as reason
  from contest c
  left join ranked w on w.ocid = c.ocid and w.part = c.part and w.winning = 1 and w.nth = 1
  left join ranked n on n.ocid = c.ocid and n.part = c.part and n.winning = 0 and n.nth = 1
  where c.active > 0
)
select ocid, part, buyer, supplier, won_at, next_at, currency, runner_up, runners_up, reason,
  case when reason is null then (cast(next_at as double) - cast(won_at as double)) / cast(won_at as double) end as share
from paired

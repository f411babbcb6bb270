-- Who is named as having bid: behind a bid, or as winner.
with bids as (
  select distinct bid.ocid, coalesce(bid.lot, '') as lot, tenderer.organisation
  from bid join bid_tenderer tenderer on tenderer.ocid = bid.ocid and tenderer.bid = bid.bid
  where tenderer.organisation <> ''),
all_named as (
  select ocid, lot, organisation, 0 as won from bids
  union all
  select ocid, lot, organisation, 1 from competition_win)
select piece.id as piece, piece.process, piece.ocid, piece.lot, named.organisation, max(named.won) as won
from all_named named join competition_piece piece on piece.ocid = named.ocid and piece.lot = named.lot
group by piece.id, piece.process, piece.ocid, piece.lot, named.organisation

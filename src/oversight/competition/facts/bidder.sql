-- Who is named as having bid: behind a bid, or as winner.
with bids as (
  select distinct bid.ocid, coalesce(bid.lot, '') as lot, tenderer.organisation
  from bid join bid_tenderer tenderer on tenderer.ocid = bid.ocid and tenderer.bid = bid.bid
  where tenderer.organisation <> ''),
all_named as (
  select ocid, lot, organisation, 0 as won from bids
  union all
  select ocid, lot, organisation, 1 from competition_win)
select named.ocid, named.lot, named.organisation, max(named.won) as won, min(process.year) as year
from all_named named join competition_process process on process.ocid = named.ocid
group by named.ocid, named.lot, named.organisation

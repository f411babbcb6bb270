-- How many are named, how many of them won, and for how many of the lots whose bids are counted so many are named. The lots of a
-- system stand for many purchases, so their numbers cannot be held against each other.
, named as (
  select bidder.piece, bidder.organisation, bidder.won
  from scope join competition_bidder bidder on bidder.piece = scope.piece),
by_lot as (
  select piece, count(*) as named from named group by piece),
everybody as (
  select organisation, max(won) as won from named group by organisation),
covered as (
  select unit.bids, by_lot.named
  from scope
  join competition_unit unit on unit.piece = scope.piece
  left join by_lot on by_lot.piece = unit.piece
  where coalesce(unit.technique, '') <> 'dps')
select (select count(*) from everybody) as bidders, (select coalesce(sum(won), 0) from everybody) as winners,
       (select count(*) from covered) as lots, (select coalesce(sum(case when named >= bids then 1 else 0 end), 0) from covered) as lots_named

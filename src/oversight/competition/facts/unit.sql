-- What bids were counted for: a lot; the whole, where no lot has a count of its own; else what an award says of its purchase.
with counted as (
  select ocid, lot, bids from lot where bids > 0 and lot is not null),
whole as (
  select process.ocid, '' as lot, process.bids from process left join (select distinct ocid from counted) by_lot on by_lot.ocid = process.ocid
  where process.bids > 0 and by_lot.ocid is null),
told as (
  select distinct award.ocid, award.lot, award.bids, award.day
  from competition_award award
  left join counted on counted.ocid = award.ocid and counted.lot = award.lot
  left join whole on whole.ocid = award.ocid
  where award.bids > 0 and counted.ocid is null and whole.ocid is null),
awarded as (
  select ocid, lot, min(day) as day from competition_award group by ocid, lot),
units as (
  select counted.ocid, counted.lot, counted.bids, awarded.day from counted left join awarded on awarded.ocid = counted.ocid and awarded.lot = counted.lot
  union all
  select whole.ocid, whole.lot, whole.bids, by_process.day from whole left join (select ocid, min(day) as day from awarded group by ocid) by_process on by_process.ocid = whole.ocid
  union all
  select ocid, lot, bids, day from told)
select piece.id as piece, piece.process, units.lot, units.bids, coalesce(units.day, process.result_day, process.first_day) as day,
       year(coalesce(units.day, process.result_day, process.first_day)) as year, process.lots, process.technique, process.without_call
from units
join competition_process process on process.ocid = units.ocid
join competition_piece piece on piece.ocid = units.ocid and piece.lot = units.lot

-- The awards of each unbroken row of at least two days: whoever won last in a place, back to the last day on which only others won there.
-- Looked at are the places in which was awarded on most days, as in the figure. The texts that make `won` stand before this one.
, awarding as (select distinct place, day from won),
busy as (select place, count(distinct day) as times, count(*) as wins, max(day) as newest from won group by place having count(distinct day) > 1),
ranked as (select place, newest, row_number() over (order by times desc, wins desc, place) as nth from busy),
holder as (
  select distinct won.place, won.organisation
  from won join ranked on ranked.place = won.place and ranked.newest = won.day
  where ranked.nth <= $most and ($place = '' or won.place = $place) and ($supplier = '' or won.organisation = $supplier)),
held as (select distinct place, day, organisation from won),
lost as (
  select holder.place, holder.organisation, max(case when held.organisation is null then awarding.day end) as day
  from holder
  join awarding on awarding.place = holder.place
  left join held on held.place = holder.place and held.organisation = holder.organisation and held.day = awarding.day
  group by holder.place, holder.organisation),
kept as (
  select won.place, won.field, won.organisation, won.id, won.piece, won.process, won.lot, won.day
  from lost join won on won.place = lost.place and won.organisation = lost.organisation
  where lost.day is null or won.day > lost.day),
chain as (
  select kept.* from kept
  join (select place, organisation from kept group by place, organisation having count(distinct day) > 1) again on again.place = kept.place and again.organisation = kept.organisation)
select process.ocid, process.title, process.buyer, buyer.name as buyer_name, chain.lot, lot.title as lot_title, chain.day, award.bids,
       chain.organisation, winner.name as organisation_name, 1 as won, cast(award.amount as varchar) as amount, award.currency, process.without_call, chain.field, count(*) over () as total
from chain
join competition_placed_award award on award.id = chain.id
join competition_process process on process.id = chain.process
left join competition_lot lot on lot.piece = chain.piece
left join competition_name buyer on buyer.organisation = process.buyer
left join competition_name winner on winner.organisation = chain.organisation
order by chain.place, chain.organisation, chain.day desc, process.ocid, chain.lot, chain.id limit $limit offset $offset

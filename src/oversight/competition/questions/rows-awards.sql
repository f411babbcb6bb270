-- One row for each winner of an award. $first 1: only winners that won nothing here in an earlier year.
, won as (
  select win.id, win.piece, win.process, win.lot, win.day, win.year, win.organisation
  from open_scope join competition_win win on win.piece = open_scope.piece),
firsts as (select organisation, min(year) as year from won group by organisation)
select process.ocid, process.title, process.buyer, buyer.name as buyer_name, won.lot, lot.title as lot_title, won.day, award.bids,
       won.organisation, winner.name as organisation_name, 1 as won, cast(award.amount as varchar) as amount, award.currency, process.without_call, count(*) over () as total
from won
join firsts on firsts.organisation = won.organisation
join competition_placed_award award on award.id = won.id
join competition_process process on process.id = won.process
left join competition_lot lot on lot.piece = won.piece
left join competition_name buyer on buyer.organisation = process.buyer
left join competition_name winner on winner.organisation = won.organisation
where ($year = 0 or won.year = $year) and ($supplier = '' or won.organisation = $supplier) and ($owner = '' or process.buyer = $owner)
  and ($first = 0 or won.year = firsts.year)
  and ($division = '' or ($division = 'parts' and process.lots > 1) or ($division = 'whole' and process.lots = 1))
order by won.day desc nulls last, process.ocid, won.lot, won.id, won.organisation limit $limit offset $offset

, decided as (
  select award.piece, award.process, award.lot, min(award.decided) as day
  from open_scope join competition_placed_award award on award.piece = open_scope.piece
  where award.decided is not null group by award.piece, award.process, award.lot)
select process.ocid, process.title, process.buyer, buyer.name as buyer_name, decided.lot, lot.title as lot_title, decided.day, cast(null as integer) as bids,
       cast(null as varchar) as organisation, cast(null as varchar) as organisation_name, cast(null as integer) as won, cast(null as varchar) as amount, cast(null as varchar) as currency,
       process.without_call, cast(decided.day - process.deadline as integer) as days, count(*) over () as total
from decided
join competition_process process on process.id = decided.process
left join competition_lot lot on lot.piece = decided.piece
left join competition_name buyer on buyer.organisation = process.buyer
where process.open_procedure = 1 and process.technique is null and process.deadline <= decided.day and ($year = 0 or year(decided.day) = $year)
order by decided.day desc, process.ocid, decided.lot limit $limit offset $offset

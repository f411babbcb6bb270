select process.ocid, process.title, process.buyer, buyer.name as buyer_name, unit.lot, lot.title as lot_title, unit.day, unit.bids,
       cast(null as varchar) as organisation, cast(null as varchar) as organisation_name, cast(null as integer) as won,
       cast(null as varchar) as amount, cast(null as varchar) as currency, process.without_call, count(*) over () as total
from open_scope
join competition_unit unit on unit.piece = open_scope.piece
join competition_process process on process.id = unit.process
left join competition_lot lot on lot.piece = unit.piece
left join competition_name buyer on buyer.organisation = process.buyer
where ($year = 0 or unit.year = $year) and ($bids = 0 or unit.bids = $bids)
  and ($division = '' or ($division = 'parts' and process.lots > 1) or ($division = 'whole' and process.lots = 1))
order by unit.day desc nulls last, process.ocid, unit.lot, unit.bids limit $limit offset $offset

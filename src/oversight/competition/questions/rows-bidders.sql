select process.ocid, process.title, process.buyer, buyer.name as buyer_name, bidder.lot, lot.title as lot_title, process.first_day as day, cast(null as integer) as bids,
       bidder.organisation, named.name as organisation_name, bidder.won, cast(null as varchar) as amount, cast(null as varchar) as currency, process.without_call, count(*) over () as total
from open_scope
join competition_bidder bidder on bidder.piece = open_scope.piece
join competition_process process on process.id = bidder.process
left join competition_lot lot on lot.piece = bidder.piece
left join competition_name buyer on buyer.organisation = process.buyer
left join competition_name named on named.organisation = bidder.organisation
where ($supplier = '' or bidder.organisation = $supplier)
order by named.name, bidder.organisation, day desc nulls last, process.ocid, bidder.lot limit $limit offset $offset

, picked as (select distinct process from open_scope)
select process.ocid, process.title, process.buyer, buyer.name as buyer_name, '' as lot, cast(null as varchar) as lot_title, process.first_day as day, cast(null as integer) as bids,
       number.organisation, named.name as organisation_name, cast(null as integer) as won, cast(null as varchar) as amount, cast(null as varchar) as currency,
       process.without_call, count(*) over () as total
from picked
join competition_number number on number.process = picked.process
join competition_process process on process.id = number.process
left join competition_name buyer on buyer.organisation = process.buyer
left join competition_name named on named.organisation = number.organisation
where process.decided = 1 and number.numbered = 0 and number.part = $part and (number.part = 'supplier' or $buyer = '' or number.organisation = $buyer) and ($year = 0 or process.year = $year)
order by process.first_day desc nulls last, process.ocid, number.organisation limit $limit offset $offset

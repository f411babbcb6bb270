, picked as (select distinct process from open_scope)
select process.ocid, process.title, process.buyer, buyer.name as buyer_name, '' as lot, cast(null as varchar) as lot_title, process.first_day as day,
       cast(null as integer) as bids, cast(null as varchar) as organisation, cast(null as varchar) as organisation_name, cast(null as integer) as won,
       cast(null as varchar) as amount, cast(null as varchar) as currency, process.without_call, count(*) over () as total
from picked
join competition_process process on process.id = picked.process
left join competition_name buyer on buyer.organisation = process.buyer
where ($year = 0 or process.year = $year)
  and ($call = '' or ($call = 'with' and process.without_call = false) or ($call = 'without' and process.without_call = true))
  and ($division = '' or ($division = 'parts' and process.lots > 1) or ($division = 'whole' and process.lots = 1))
order by day desc nulls last, process.ocid limit $limit offset $offset

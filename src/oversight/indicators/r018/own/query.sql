-- Of processes that a call was open to: those whose only stated number of bids, or that of every lot, is one.
select p.ocid as ocid, '' as part, p.buyer as buyer, cast(null as varchar) as supplier,
  case when p.lots_with_bids = 0 then 'not-assessed' when p.lots_single_bid = p.lots_with_bids then 'flagged' else 'clear' end as outcome,
  case when p.lots_with_bids = 0 then 'bids-not-stated' end as reason,
  case when p.lots_with_bids > 0 then cast(p.lots_single_bid as double) / cast(p.lots_with_bids as double) end as value
from process p
where p.method in (select value from listed where name = 'R018.procurement_methods')
  and p.ocid in (select ocid from notice where kind in ('result', 'result-none', 'implementation', 'completion'))

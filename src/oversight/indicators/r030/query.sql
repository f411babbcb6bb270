-- Dates are compared as they are written. Late bids are few: only of them is looked at who bids and who won.
with late as (
  select p.line as line, p.ocid as ocid, b.place as place, b.tenderer as tenderer
  from bid b join process p on p.line = b.line
  where b.status = 'valid' and b.date > p.closes_text
), tenderer as (
  select line, ocid, place, tenderer from late where tenderer is not null
  union all select l.line as line, l.ocid as ocid, l.place as place, t.tenderer as tenderer from late l join bid_tenderer t on t.line = l.line and t.bid = l.place
), winner as (
  select line, supplier from award where status = 'active' and supplier is not null
  union all
  select s.line as line, s.supplier as supplier from award_supplier s join award a on a.line = s.line and a.place = s.award where a.status = 'active'
), won as (
  select t.line as line, t.ocid as ocid, t.place as place, t.tenderer as tenderer from tenderer t join winner w on w.line = t.line and w.supplier = t.tenderer
)
select kind, id, value, line, place
from (
  select 'OCID' as kind, ocid as id, 1e0 as value, line, -1 as place from won group by ocid, line
  union all select 'Tenderer' as kind, tenderer as id, 1e0 as value, line, min(place) as place from won group by tenderer, line
) flags
order by line, place, id

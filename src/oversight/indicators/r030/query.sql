with late as (
  select distinct p.line as line, p.ocid as ocid, b.place as place, t.tenderer as tenderer
  from process p
  join bid b on b.line = p.line
  join bid_tenderer t on t.line = b.line and t.bid = b.place
  join award a on a.line = p.line
  join award_supplier s on s.line = a.line and s.award = a.place and s.supplier = t.tenderer
  where b.status = 'valid' and b.date > p.closes_text and a.status = 'active'
)
select kind, id, value, line, place
from (
  select 'OCID' as kind, ocid as id, 1e0 as value, line, -1 as place from late group by ocid, line
  union all select 'Tenderer' as kind, tenderer as id, 1e0 as value, line, min(place) as place from late group by tenderer, line
) flags
order by line, place, id

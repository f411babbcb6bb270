with bound as (
  select case when given.number is not null then given.number when f.q1 > 0 then f.low end as low
  from fence f cross join (select number from setting where name = 'R024.threshold') given
  where f.indicator = 'R024'
), flagged as (
  select m.line as line, m.ocid as ocid, m.share as share from margin m cross join bound b where b.low > 0 and m.share <= b.low
), next_bid as (
  select f.line as line, b.tenderer as tenderer, row_number() over (partition by f.line order by b.amount, b.place) as nth
  from flagged f
  join contest w on w.line = f.line
  join bid b on b.line = f.line
  join reference_currency r on r.currency = b.currency
  where b.status = 'valid' and b.tenderers = 1 and b.tenderer <> w.supplier and b.amount is not null
)
select kind, id, value, line, place
from (
  select 'OCID' as kind, ocid as id, share as value, line, 0 as place from flagged
  union all select 'Tenderer' as kind, w.supplier as id, 0e0 as value, f.line as line, 1 as place from flagged f join contest w on w.line = f.line
  union all select 'Tenderer' as kind, tenderer as id, 0e0 as value, line, 2 as place from next_bid where nth = 1
) flags
order by line, place

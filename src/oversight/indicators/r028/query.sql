-- Bids by nobody are left out before neighbours are looked for; who stands behind a bid is looked up for neighbours alone.
with bidders as (
  select line, bid from bid_tenderer group by line, bid
), priced as (
  select s.line as line, s.place as place, lag(s.place) over (partition by s.line, s.amount, s.currency order by s.place) as earlier
  from submitted s
  join compared c on c.line = s.line
  join bidders b on b.line = s.line and b.bid = s.place
  where s.amount is not null and s.currency is not null
), pair as (
  select line, place, earlier from priced where earlier is not null
), named as (
  select distinct t.line as line, t.bid as bid, t.tenderer as tenderer
  from (select line, place as bid from pair union distinct select line, earlier as bid from pair) p
  join bid_tenderer t on t.line = p.line and t.bid = p.bid
), sized as (
  select line, bid, count(*) as tenderers from named group by line, bid
), shared as (
  select p.line as line, p.place as place, count(*) as tenderers
  from pair p
  join named a on a.line = p.line and a.bid = p.place
  join named b on b.line = p.line and b.bid = p.earlier and b.tenderer = a.tenderer
  group by p.line, p.place
), alike as (
  select p.line as line, p.place as place, p.earlier as earlier
  from pair p
  join sized later on later.line = p.line and later.bid = p.place
  join sized before on before.line = p.line and before.bid = p.earlier
  left join shared s on s.line = p.line and s.place = p.place
  where later.tenderers <> before.tenderers or s.tenderers is null or s.tenderers <> later.tenderers
), flagged as (
  select line, place as bid from alike
  union distinct select line, earlier as bid from alike
)
select kind, id, value, line, place
from (
  select 'OCID' as kind, p.ocid as id, 1e0 as value, a.line as line, -1 as place
  from alike a join process p on p.line = a.line group by p.ocid, a.line
  union all
  select 'Tenderer' as kind, n.tenderer as id, 1e0 as value, n.line as line, min(n.bid) as place
  from flagged f join named n on n.line = f.line and n.bid = f.bid group by n.tenderer, n.line
) flags
order by line, place, id

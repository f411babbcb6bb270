with named as (
  select distinct line, bid, tenderer from bid_tenderer
), sized as (
  select line, bid, count(*) as tenderers from named group by line, bid
), priced as (
  select s.line as line, s.place as place, n.tenderers as tenderers,
    lag(s.place) over (partition by s.line, s.amount, s.currency order by s.place) as earlier,
    lag(n.tenderers) over (partition by s.line, s.amount, s.currency order by s.place) as earlier_tenderers
  from submitted s
  join compared c on c.line = s.line
  join sized n on n.line = s.line and n.bid = s.place
  where s.amount is not null and s.currency is not null
), shared as (
  select p.line as line, p.place as place, count(*) as tenderers
  from priced p
  join named a on a.line = p.line and a.bid = p.place
  join named b on b.line = p.line and b.bid = p.earlier and b.tenderer = a.tenderer
  group by p.line, p.place
), alike as (
  select p.line as line, p.place as place, p.earlier as earlier
  from priced p
  left join shared s on s.line = p.line and s.place = p.place
  where p.earlier is not null and (p.tenderers <> p.earlier_tenderers or s.tenderers is null or s.tenderers <> p.tenderers)
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

-- Equal prices are few: only there is looked at who bids. Bids by nobody are left out before neighbours are looked for.
with same as (
  select b.line as line, b.amount as amount, b.currency as currency
  from bid b join compared c on c.line = b.line
  where b.status not in ('invited', 'withdrawn') and b.amount is not null and b.currency is not null
  group by b.line, b.amount, b.currency
  having count(*) > 1
), priced as (
  select b.line as line, b.place as place, b.amount as amount, b.currency as currency, b.tenderer as tenderer
  from same s join bid b on b.line = s.line and b.amount = s.amount and b.currency = s.currency
  where b.status not in ('invited', 'withdrawn')
), named as (
  select line, place as bid, amount, currency, tenderer from priced where tenderer is not null
  union all
  select distinct p.line as line, p.place as bid, p.amount as amount, p.currency as currency, t.tenderer as tenderer
  from priced p join bid_tenderer t on t.line = p.line and t.bid = p.place
), sized as (
  select line, bid, amount, currency, count(*) as tenderers from named group by line, bid, amount, currency
), pair as (
  select line, bid as place, tenderers, lag(bid) over (partition by line, amount, currency order by bid) as earlier,
    lag(tenderers) over (partition by line, amount, currency order by bid) as earlier_tenderers
  from sized
), shared as (
  select p.line as line, p.place as place, count(*) as tenderers
  from pair p
  join named a on a.line = p.line and a.bid = p.place
  join named b on b.line = p.line and b.bid = p.earlier and b.tenderer = a.tenderer
  group by p.line, p.place
), alike as (
  select p.line as line, p.place as place, p.earlier as earlier
  from pair p
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

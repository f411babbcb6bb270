-- Each bid that a notice names, in the lot that it is for, or in the whole (''). Loose: for several lots, or for the whole of what has lots.
-- Status: a code of OCDS, else null. Price: above nought and with a currency, else null. Two bids with one id are by nobody, as their tenderers cannot be told apart.
create temporary table offer as
with written as (
  select b.ocid as ocid, b.bid as bid, case when d.ocid is null then '' else coalesce(b.lot, '') end as part,
    case when d.ocid is not null and b.lot is null then 1 else 0 end as loose,
    case when b.status in ('invited', 'pending', 'valid', 'disqualified', 'withdrawn') then b.status end as status,
    b.received as received, case when b.amount > 0 and b.currency is not null then b.amount end as price, b.currency as currency,
    cast(row_number() over (partition by b.ocid order by b.bid, b.lot, b.amount) as integer) as place,
    count(*) over (partition by b.ocid, b.bid) as alike
  from bid b
  left join divided d on d.ocid = b.ocid
), named as (
  select ocid, bid, count(distinct organisation) as tenderers, min(organisation) as tenderer from bid_tenderer group by ocid, bid
), stood as (
  select distinct ocid, bid, organisation from bid_tenderer
)
select w.ocid as ocid, w.part as part, w.place as place, w.bid as bid, w.loose as loose, w.status as status, w.received as received, w.price as price, w.currency as currency,
  case when w.alike = 1 then coalesce(n.tenderers, 0) else 0 end as tenderers,
  case when w.alike = 1 and n.tenderers = 1 then n.tenderer end as tenderer,
  case when w.alike = 1 and s.organisation is not null then 1 else 0 end as winning
from written w
left join named n on n.ocid = w.ocid and n.bid = w.bid
left join decision c on c.ocid = w.ocid and c.part = w.part
left join stood s on s.ocid = w.ocid and s.bid = w.bid and s.organisation = c.supplier

with winner as (
  select d.line as line, min(s.supplier) as supplier
  from decided d
  join award a on a.line = d.line
  join award_supplier s on s.line = a.line and s.award = a.place
  where a.status = 'active'
  group by d.line
  having count(distinct s.supplier) = 1
), bidder as (
  select distinct b.line as line, b.status as status, t.tenderer as tenderer
  from bid b join bid_tenderer t on t.line = b.line and t.bid = b.place
  where b.status in ('valid', 'disqualified')
), left_over as (
  select line, min(tenderer) as tenderer from bidder where status = 'valid' group by line having count(*) = 1
), flagged as (
  select w.line as line, w.supplier as supplier, count(*) as others
  from winner w
  join left_over l on l.line = w.line and l.tenderer = w.supplier
  join bidder o on o.line = w.line and o.status = 'disqualified'
  where o.tenderer <> w.supplier
  group by w.line, w.supplier
)
select kind, id, value, line, place
from (
  select 'OCID' as kind, p.ocid as id, cast(f.others as double) as value, f.line as line, 0 as place
  from flagged f join process p on p.line = f.line cross join (select number from setting where name = 'R035.threshold') t where f.others >= t.number
  union all
  select 'Tenderer' as kind, f.supplier as id, 0e0 as value, f.line as line, 1 as place
  from flagged f cross join (select number from setting where name = 'R035.threshold') t where f.others >= t.number
) flags
order by line, place

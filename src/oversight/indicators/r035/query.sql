-- One of several is all of them when the first is the last.
with winner as (
  select d.line as line, min(s.supplier) as supplier
  from decided d
  join award a on a.line = d.line
  join award_supplier s on s.line = a.line and s.award = a.place
  where a.status = 'active'
  group by d.line
  having min(s.supplier) = max(s.supplier)
), left_over as (
  select b.line as line, min(t.tenderer) as tenderer
  from bid b
  join bid_tenderer t on t.line = b.line and t.bid = b.place
  where b.status = 'valid'
  group by b.line
  having min(t.tenderer) = max(t.tenderer)
), other as (
  select distinct w.line as line, w.supplier as supplier, t.tenderer as tenderer
  from winner w
  join left_over l on l.line = w.line and l.tenderer = w.supplier
  join bid b on b.line = w.line
  join bid_tenderer t on t.line = b.line and t.bid = b.place
  where b.status = 'disqualified' and t.tenderer <> w.supplier
), flagged as (
  select line, supplier, count(*) as others from other group by line, supplier
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

-- One of several is all of them when the first is the last. Only processes with a disqualified bid are looked at.
with doubtful as (
  select distinct b.line as line from bid b join decided d on d.line = b.line where b.status = 'disqualified' and d.active > 0
), winner as (
  select line, min(supplier) as supplier
  from (
    select a.line as line, a.supplier as supplier from doubtful d join award a on a.line = d.line where a.status = 'active' and a.supplier is not null
    union all
    select s.line as line, s.supplier as supplier
    from award_supplier s join award a on a.line = s.line and a.place = s.award join doubtful d on d.line = s.line where a.status = 'active'
  ) named
  group by line
  having min(supplier) = max(supplier)
), tenderer as (
  select b.line as line, b.status as status, b.tenderer as tenderer
  from doubtful d join bid b on b.line = d.line
  where b.tenderer is not null
  union all
  select b.line as line, b.status as status, t.tenderer as tenderer
  from doubtful d join bid b on b.line = d.line join bid_tenderer t on t.line = b.line and t.bid = b.place
), left_over as (
  select line, min(tenderer) as tenderer from tenderer where status = 'valid' group by line having min(tenderer) = max(tenderer)
), other as (
  select distinct w.line as line, w.supplier as supplier, t.tenderer as tenderer
  from left_over l
  join winner w on w.line = l.line and w.supplier = l.tenderer
  join tenderer t on t.line = l.line
  where t.status = 'disqualified' and t.tenderer <> w.supplier
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

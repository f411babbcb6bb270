with bound as (
  select coalesce(given.number, f.high) as high
  from fence f cross join (select number from setting where name = 'R058.threshold') given
  where f.indicator = 'R058'
), flagged as (
  select m.line as line, m.ocid as ocid, m.share as share from margin m cross join bound b where b.high > 0 and m.share >= b.high
)
select kind, id, value, line, place
from (
  select 'OCID' as kind, ocid as id, share as value, line, 0 as place from flagged
  union all select 'Tenderer' as kind, w.supplier as id, 0e0 as value, f.line as line, 1 as place from flagged f join contest w on w.line = f.line
) flags
order by line, place

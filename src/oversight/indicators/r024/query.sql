with bound as (
  select case when given.number is not null then given.number when f.q1 > 0 then f.low end as low
  from fence f cross join (select number from setting where name = 'R024.threshold') given
  where f.indicator = 'R024'
), flagged as (
  select m.line as line, m.ocid as ocid, m.winner as winner, m.runner_up as runner_up, m.share as share from margin m cross join bound b where b.low > 0 and m.share <= b.low
)
select kind, id, value, line, place
from (
  select 'OCID' as kind, ocid as id, share as value, line, 0 as place from flagged
  union all select 'Tenderer' as kind, winner as id, 0e0 as value, line, 1 as place from flagged
  union all select 'Tenderer' as kind, runner_up as id, 0e0 as value, line, 2 as place from flagged
) flags
order by line, place

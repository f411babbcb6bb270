insert into measured
with submitted as (
  select line, place, tenderer, case when status = 'disqualified' then 1 end as disqualified
  from bid
  where status not in ('invited', 'withdrawn')
), counted as (
  select line, count(*) as bids, count(disqualified) as disqualified from submitted group by line
), party as (
  select 'Buyer' as kind, p.buyer as id, min(c.line) as line, sum(c.bids) as bids, sum(c.disqualified) as disqualified
  from counted c join process p on p.line = c.line where p.buyer is not null group by p.buyer
  union all
  select 'ProcuringEntity' as kind, p.procuring_entity as id, min(c.line) as line, sum(c.bids) as bids, sum(c.disqualified) as disqualified
  from counted c join process p on p.line = c.line where p.procuring_entity is not null group by p.procuring_entity
  union all
  select 'Tenderer' as kind, id, min(line) as line, count(*) as bids, count(disqualified) as disqualified
  from (
    select tenderer as id, line, disqualified from submitted where tenderer is not null
    union all select t.tenderer as id, s.line as line, s.disqualified as disqualified from submitted s join bid_tenderer t on t.line = s.line and t.bid = s.place
  ) taking_part
  group by id
)
select 'R038', r.kind as kind, r.id as id, r.line as line, r.bids as bids, cast(r.disqualified as double) / cast(r.bids as double)
from party r
-- The published code compares the minimum of processes with the number of bids, and so does this.
join setting least on least.name = case when r.kind = 'Tenderer' then 'R038.minimum_submitted_bids' else 'R038.minimum_contracting_processes' end
where r.bids >= least.number

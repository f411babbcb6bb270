insert into measured
with counted as (
  select line, count(*) as bids, sum(case when status = 'disqualified' then 1 else 0 end) as disqualified from submitted group by line
), party as (
  select 'Buyer' as kind, p.buyer as id, c.line as line, c.bids as bids, c.disqualified as disqualified from counted c join process p on p.line = c.line
  union all select 'ProcuringEntity' as kind, p.procuring_entity as id, c.line as line, c.bids as bids, c.disqualified as disqualified from counted c join process p on p.line = c.line
  union all
  select 'Tenderer' as kind, t.tenderer as id, s.line as line, 1 as bids, case when s.status = 'disqualified' then 1 else 0 end as disqualified
  from submitted s join bid_tenderer t on t.line = s.line and t.bid = s.place
), record as (
  select kind, id, min(line) as line, sum(bids) as bids, sum(disqualified) as disqualified from party where id is not null group by kind, id
)
select 'R038', r.kind as kind, r.id as id, r.line as line, r.bids as bids, cast(r.disqualified as double) / cast(r.bids as double)
from record r
-- The published code compares the minimum of processes with the number of bids, and so does this.
join setting least on least.name = case when r.kind = 'Tenderer' then 'R038.minimum_submitted_bids' else 'R038.minimum_contracting_processes' end
where r.bids >= least.number

create temporary table measured as
with record as (
  select role, organisation, count(*) as processes, sum(bids) as bids, sum(disqualified) as disqualified from rejection where unstated = 0 group by role, organisation
)
select 'R038' as indicator, r.role as kind, r.organisation as id, cast(0 as integer) as line, cast(r.bids as double) as weight, cast(r.disqualified as double) / cast(r.bids as double) as value
from record r
-- Here the minimum of processes is one of processes, and that of bids one of bids.
join setting least on least.name = case when r.role = 'supplier' then 'R038.minimum_submitted_bids' else 'R038.minimum_contracting_processes' end
where case when r.role = 'supplier' then r.bids else r.processes end >= least.number

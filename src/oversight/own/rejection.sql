-- Of each buyer, and of each tenderer: the bids of a process and how many were disqualified. Unstated: bids of which that is not said.
create temporary table rejection as
select 'buyer' as role, buyer as organisation, ocid, sum(listed) as bids, sum(disqualified) as disqualified, sum(unstated) as unstated
from contest
where buyer is not null and listed > 0
group by buyer, ocid
union all
select 'supplier' as role, b.organisation as organisation, b.ocid as ocid, count(*) as bids,
  sum(case when b.status = 'disqualified' then 1 else 0 end) as disqualified, sum(case when b.status is null then 1 else 0 end) as unstated
from bidder b
join contest c on c.ocid = b.ocid and c.part = b.part
where coalesce(b.status, '') not in ('invited', 'withdrawn')
group by b.organisation, b.ocid

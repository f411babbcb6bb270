-- The day on which each process was first called: published, else that of its oldest notice with a call.
create table called as
select ocid, min(coalesce(published, cast(date as date))) as day, min(release_id) as notice
from notice
where kind in ('call', 'call-contest', 'call-subcontract', 'plan-calls') and coalesce(published, cast(date as date)) is not null
group by ocid

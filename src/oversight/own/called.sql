-- The day on which each process was first called: published, else sent, of its oldest notice with a call.
create table called as
select ocid, min(coalesce(published, sent)) as day, min(release_id) as notice
from notice
where kind in ('call', 'call-contest', 'call-subcontract', 'plan-calls') and coalesce(published, sent) is not null
group by ocid

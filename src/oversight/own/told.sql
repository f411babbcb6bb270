-- The day on which a result, a contract or a change of a process was first published.
create table told as
select ocid, min(coalesce(published, cast(date as date))) as day
from notice
where kind in ('result', 'result-none', 'result-contest', 'ex-ante', 'modification', 'completion', 'implementation')
group by ocid

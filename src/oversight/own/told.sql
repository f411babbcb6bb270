-- The day on which a result, a contract or a change of a process was first published.
create temporary table told as
select ocid, min(coalesce(published, case when extract(year from date) between 1970 and 2148 then cast(date as date) end)) as day
from notice
where kind in ('result', 'result-none', 'result-contest', 'ex-ante', 'modification', 'completion', 'implementation')
group by ocid

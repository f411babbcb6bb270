, picked as (select distinct process from scope)
select process.year, case when process.lots > 1 then 'parts' when process.lots = 1 then 'whole' else 'unknown' end as division, count(*) as processes,
       sum(case when process.without_call = false then 1 else 0 end) as with_call,
       sum(case when process.without_call = true then 1 else 0 end) as without_call
from picked join competition_process process on process.id = picked.process
group by 1, 2

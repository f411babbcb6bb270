-- Processes with a result: how they were called for, and whether they were divided.
, picked as (select distinct process from scope)
select sum(case when process.without_call = true then 1 else 0 end) as without_call, sum(case when process.without_call is not null then 1 else 0 end) as stated,
       sum(case when process.lots > 1 then 1 else 0 end) as parts, sum(case when process.lots > 0 then 1 else 0 end) as with_lots
from picked join competition_process process on process.id = picked.process
where process.decided = 1

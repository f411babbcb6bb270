, picked as (select distinct process from scope)
select number.part, count(*) as mentions, sum(1 - number.numbered) as missing
from picked join competition_number number on number.process = picked.process
join competition_process process on process.id = number.process
where process.decided = 1 and (number.part = 'supplier' or $buyer = '' or number.organisation = $buyer)
group by number.part

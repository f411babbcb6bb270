, picked as (select distinct ocid from scope)
select number.part, count(*) as mentions, sum(1 - number.numbered) as missing
from picked join competition_number number on number.ocid = picked.ocid
join competition_process process on process.ocid = number.ocid
where process.decided = 1 and (number.part = 'supplier' or $buyer = '' or number.organisation = $buyer)
group by number.part

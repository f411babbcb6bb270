-- The lots (and wholes, lot '') that are asked about, once for all questions. Empty parameters ask for everything. Closed processes of
-- a year are counted when there are at least $least of them, and are never listed.
with chosen as (
  select distinct code.piece, code.process from competition_code code
  where ($field = '' or code.code like concat($field, '%'))
    and ($buyer = '' or code.process in (select process from competition_buyer where organisation = $buyer))
    and ($agreement = '' or code.process in (select process.id from competition_under under join competition_process process on process.ocid = under.ocid where under.framework = $agreement))
    and ($country = '' or code.process in (select id from competition_process where country = $country))),
closed_year as (
  select process.year from chosen join competition_process process on process.id = chosen.process
  where process.open = 0 group by process.year having count(distinct process.id) >= $least)
select chosen.piece, chosen.process, process.open, case when process.open = 1 or process.year in (select year from closed_year) then 1 else 0 end as counted
from chosen join competition_process process on process.id = chosen.process

-- Processes that were bid for or awarded lot by lot: more than one lot is known, and some bid or award is for fewer than all. In the others
-- all that is bid and awarded is for the whole.
create temporary table divided as
with known as (
  select ocid, count(*) as lots
  from (
    select ocid, lot from lot where lot is not null
    union distinct select ocid, lot from award where lot is not null
    union distinct select ocid, lot from bid where lot is not null
  ) named
  group by ocid
), meant as (
  select ocid, lots from award where lots > 0 union all select ocid, lots from bid where lots > 0
)
select distinct k.ocid as ocid
from known k
join meant m on m.ocid = k.ocid
where k.lots > 1 and m.lots < k.lots

-- Days from the deadline to the award, of open procedures that set up no framework agreement or system.
, decided as (
  select award.ocid, award.lot, min(award.decided) as day
  from scope join competition_award award on award.ocid = scope.ocid and award.lot = scope.lot
  where award.decided is not null group by award.ocid, award.lot)
select cast(decided.day - process.deadline as integer) as days, count(*) as lots
from decided join competition_process process on process.ocid = decided.ocid
where process.open_procedure = 1 and process.technique is null and process.deadline <= decided.day
group by 1

-- Days from the deadline to the award, of open procedures that set up no framework agreement or system.
, decided as (
  select award.piece, award.process, award.lot, min(award.decided) as day
  from scope join competition_placed_award award on award.piece = scope.piece
  where award.decided is not null group by award.piece, award.process, award.lot)
select cast(decided.day - process.deadline as integer) as days, count(*) as lots
from decided join competition_process process on process.id = decided.process
where process.open_procedure = 1 and process.technique is null and process.deadline <= decided.day
group by 1

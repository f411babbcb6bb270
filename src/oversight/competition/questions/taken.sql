-- Tenders with several lots of which at least two were awarded: in how many did one organisation win them all?
, won as (
  select win.process, count(distinct win.lot) as lots, count(distinct win.organisation) as winners
  from scope
  join competition_win win on win.piece = scope.piece
  join competition_process process on process.id = win.process
  where process.lots > 1 and win.lot <> ''
  group by win.process having count(distinct win.lot) > 1)
select count(*) as processes, coalesce(sum(case when winners = 1 then 1 else 0 end), 0) as one_winner from won

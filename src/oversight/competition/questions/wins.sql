select win.organisation, win.year, case when process.lots > 1 then 'parts' when process.lots = 1 then 'whole' else 'unknown' end as division,
       sum(cast(1 as double) / win.winners) as weight
from scope
join competition_win win on win.piece = scope.piece
join competition_process process on process.id = win.process
group by 1, 2, 3

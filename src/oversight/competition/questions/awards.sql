select award.year, case when process.lots > 1 then 'parts' when process.lots = 1 then 'whole' else 'unknown' end as division, count(*) as awards,
       sum(case when award.winners > 0 then 1 else 0 end) as named, sum(case when award.winners > 1 then 1 else 0 end) as shared
from scope
join competition_placed_award award on award.piece = scope.piece
join competition_process process on process.id = award.process
group by 1, 2

select unit.year, case when unit.lots > 1 then 'parts' when unit.lots = 1 then 'whole' else 'unknown' end as division, unit.bids, count(*) as lots
from scope join competition_unit unit on unit.piece = scope.piece
group by 1, 2, 3

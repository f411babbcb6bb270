, won as (
  select win.organisation, count(*) as awards, sum(cast(1 as double) / win.winners) as weight, count(distinct process.buyer) as buyers, min(win.day) as since, max(win.day) as until
  from open_scope
  join competition_win win on win.piece = open_scope.piece
  join competition_process process on process.id = win.process
  group by win.organisation),
ranked as (
  select won.*, row_number() over (order by awards desc, weight desc, organisation) as place, sum(weight) over () as total from won)
select ranked.organisation, name.name, ranked.awards, ranked.weight, ranked.total, ranked.buyers, ranked.since, ranked.until
from ranked left join competition_name name on name.organisation = ranked.organisation
where ranked.place <= $most order by ranked.place

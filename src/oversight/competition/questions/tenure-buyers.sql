-- Every win of the buyers that awarded on most days, at least two.
, won as (
  select process.buyer as place, win.day, win.organisation
  from open_scope
  join competition_win win on win.piece = open_scope.piece
  join competition_process process on process.id = win.process
  where win.day is not null and process.buyer is not null),
busy as (select place, count(distinct day) as days, count(*) as wins from won group by place having count(distinct day) > 1),
ranked as (select place, row_number() over (order by days desc, wins desc, place) as rank, count(*) over () as places from busy)
select distinct won.place, name.name as title, won.day, won.organisation, winner.name as winner_name, ranked.rank, ranked.places
from won
join ranked on ranked.place = won.place
left join competition_name name on name.organisation = won.place
left join competition_name winner on winner.organisation = won.organisation
where ranked.rank <= $most

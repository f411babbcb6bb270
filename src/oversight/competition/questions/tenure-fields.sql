-- Every win in the fields (three digits) in which was awarded on most days, at least two.
, placed as (
  select distinct open_scope.piece, open_scope.process, substr(code.code, 1, 3) as place
  from open_scope join competition_code code on code.piece = open_scope.piece where code.code is not null),
won as (
  select placed.place, win.day, win.organisation
  from placed join competition_win win on win.piece = placed.piece
  where win.day is not null),
busy as (select place, count(distinct day) as days, count(*) as wins from won group by place having count(distinct day) > 1),
ranked as (select place, row_number() over (order by days desc, wins desc, place) as rank, count(*) over () as places from busy)
select distinct won.place, cast(null as varchar) as title, won.day, won.organisation, winner.name as winner_name, ranked.rank, ranked.places
from won
join ranked on ranked.place = won.place
left join competition_name winner on winner.organisation = won.organisation
where ranked.rank <= $most

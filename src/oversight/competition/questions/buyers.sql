, won as (
  select process.buyer, count(*) as awards
  from open_scope join competition_win win on win.piece = open_scope.piece join competition_process process on process.id = win.process
  where process.buyer is not null group by process.buyer)
select won.buyer, name.name, won.awards from won left join competition_name name on name.organisation = won.buyer order by won.awards desc, won.buyer limit $most

-- Every award with a day, by the buyer that made it.
, won as (
  select process.buyer as place, cast(null as varchar) as field, win.id, win.piece, win.process, win.lot, win.day, win.organisation
  from open_scope
  join competition_win win on win.piece = open_scope.piece
  join competition_process process on process.id = win.process
  where win.day is not null and process.buyer is not null)

-- Every award with a day, by its field (three digits).
, placed as (
  select distinct open_scope.piece, substr(code.code, 1, 3) as place
  from open_scope join competition_code code on code.piece = open_scope.piece where code.code is not null),
won as (
  select placed.place, placed.place as field, win.id, win.piece, win.process, win.lot, win.day, win.organisation
  from placed join competition_win win on win.piece = placed.piece
  where win.day is not null)

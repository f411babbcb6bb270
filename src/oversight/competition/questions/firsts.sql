-- How many organisations won for the first time in each year.
, firsts as (
  select win.organisation, min(win.year) as year
  from scope join competition_win win on win.piece = scope.piece
  where win.year is not null group by win.organisation)
select year, count(*) as winners from firsts group by year

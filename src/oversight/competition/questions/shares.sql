-- How many organisations have how much of the awards: of all, of tenders with one lot or with several, and of each year. What several
-- won together is divided evenly; thirds that are added up come out whole.
, won as (
  select win.organisation, win.year, case when process.lots > 1 then 'parts' when process.lots = 1 then 'whole' else 'unknown' end as division,
         sum(cast(1 as double) / win.winners) as weight
  from scope
  join competition_win win on win.piece = scope.piece
  join competition_process process on process.id = win.process
  group by 1, 2, 3),
cut as (
  select 'all' as part_of, cast(null as integer) as year, organisation, sum(weight) as weight from won group by organisation
  union all
  select division as part_of, cast(null as integer) as year, organisation, sum(weight) as weight from won where division <> 'unknown' group by division, organisation
  union all
  select 'year' as part_of, cast(year as integer) as year, organisation, sum(weight) as weight from won where year is not null group by year, organisation)
select part_of, year, round(weight, 6) as weight, count(*) as winners from cut group by 1, 2, 3

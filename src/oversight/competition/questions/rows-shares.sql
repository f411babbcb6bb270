-- What CR1, CR4 and HHI are reckoned of: each winner's part of the awards, or of the amounts of one currency ($currency) that were won alone.
-- A row for each winner of all years together, of one year ($year), or of every year ($each 1). What several won together is divided evenly.
, won as (
  select win.organisation, win.year, win.winners, award.amount
  from open_scope
  join competition_win win on win.piece = open_scope.piece
  join competition_placed_award award on award.id = win.id
  join competition_process process on process.id = win.process
  where ($currency = '' or (award.winners = 1 and award.amount > 0 and award.currency = $currency))
    and ($division = '' or ($division = 'parts' and process.lots > 1) or ($division = 'whole' and process.lots = 1))),
cut as (
  select cast(null as integer) as year, organisation, winners, amount from won where $each = 0 and $year = 0
  union all
  select cast(year as integer) as year, organisation, winners, amount from won where year is not null and ($each = 1 or year = $year)),
summed as (
  select year, organisation, count(*) as awards, round(sum(cast(1 as double) / winners), 6) as weight, sum(amount) as amount from cut group by year, organisation),
measured as (
  select year, organisation, awards, amount, case when $currency = '' then weight else cast(amount as double) end as part from summed),
ranked as (
  select year, organisation, awards, amount, part, row_number() over (partition by year order by part desc, organisation) as place, sum(part) over (partition by year) as whole
  from measured)
select ranked.year, ranked.place, ranked.organisation, name.name as organisation_name, ranked.awards, ranked.part / ranked.whole as share,
       sum(ranked.part) over (partition by ranked.year order by ranked.place) / ranked.whole as together,
       case when $currency = '' then cast(null as varchar) else cast(ranked.amount as varchar) end as amount, count(*) over () as total
from ranked left join competition_name name on name.organisation = ranked.organisation
order by ranked.year desc, ranked.place limit $limit offset $offset

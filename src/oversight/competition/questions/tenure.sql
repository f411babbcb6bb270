-- Who won last in each place (a buyer, or a field), and how far back that goes without a day on which only others won there. Looked at are
-- the places in which was awarded on most days, at least two. The texts that make `won` stand before this one.
, busy as (select place, count(distinct day) as times, count(*) as wins, max(day) as newest from won group by place having count(distinct day) > 1),
ranked as (select place, newest, row_number() over (order by times desc, wins desc, place) as nth, count(*) over () as places from busy),
held as (select distinct won.place, won.day, won.organisation from won join ranked on ranked.place = won.place where ranked.nth <= $most),
awarding as (select distinct place, day from held),
holder as (select held.place, held.organisation from held join ranked on ranked.place = held.place and ranked.newest = held.day),
lost as (
  select holder.place, holder.organisation, max(case when held.organisation is null then awarding.day end) as day
  from holder
  join awarding on awarding.place = holder.place
  left join held on held.place = holder.place and held.organisation = holder.organisation and held.day = awarding.day
  group by holder.place, holder.organisation),
chain as (
  select held.place, held.organisation, min(held.day) as since, max(held.day) as until, count(*) as times
  from lost join held on held.place = lost.place and held.organisation = lost.organisation
  where lost.day is null or held.day > lost.day
  group by held.place, held.organisation)
select chain.place, name.name as title, chain.organisation, winner.name as winner_name, chain.since, chain.until, chain.times, ranked.places
from chain
join ranked on ranked.place = chain.place
left join competition_name name on name.organisation = chain.place
left join competition_name winner on winner.organisation = chain.organisation

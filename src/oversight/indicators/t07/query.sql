-- Single bids after a period that is shorter than the first quartile (R-8) of the same procedure in the same country.
with given as (
  select p.ocid as ocid, date_diff('day', c.day, p.deadline_day) as days
  from process p join called c on c.ocid = p.ocid
  where p.deadline_day > c.day
), grouped as (
  select p.ocid as ocid, w.country as country, coalesce(p.procedure, p.method) as kind, cast(g.days as double) as days
  from process p
  join given g on g.ocid = p.ocid
  join place w on w.ocid = p.ocid
  where w.country <> '' and coalesce(p.procedure, p.method) is not null
), sized as (
  select country, kind, count(*) as n, (count(*) + 1e0 / 3) * 0.25e0 + 1e0 / 3 as h from grouped group by country, kind
), ranked as (
  select country, kind, days, cast(row_number() over (partition by country, kind order by days) as integer) as place from grouped
), quarter as (
  select s.country as country, s.kind as kind, s.n as n,
    case
      when s.n < (select number from setting where name = 'T07.least') then null
      when s.h < 1 then low.days
      else low.days + (s.h - floor(s.h)) * (coalesce(high.days, low.days) - low.days)
    end as short
  from sized s
  join ranked low on low.country = s.country and low.kind = s.kind and low.place = greatest(1, cast(floor(s.h) as integer))
  left join ranked high on high.country = s.country and high.kind = s.kind and high.place = cast(floor(s.h) as integer) + 1
), told as (
  select p.ocid as ocid, p.buyer as buyer, p.lots_with_bids as lots_with_bids, p.lots_single_bid as lots_single_bid, cast(g.days as double) as days, w.country as country,
    coalesce((select number from setting where name = 'T07.days'), q.short) as short
  from process p
  join place w on w.ocid = p.ocid
  left join given g on g.ocid = p.ocid
  left join quarter q on q.country = w.country and q.kind = coalesce(p.procedure, p.method)
  where p.method in ('open', 'selective')
    and p.ocid in (select ocid from notice where kind in ('result', 'result-none', 'implementation', 'completion'))
), reasoned as (
  select ocid, buyer, lots_with_bids, lots_single_bid, days, short,
    case
      when lots_with_bids = 0 then 'bids-not-stated'
      when lots_single_bid < lots_with_bids then null
      when days is null then 'no-period'
      when short is null and country = '' then 'no-country'
      when short is null then 'too-few'
    end as reason
  from told
), sole as (
  select ocid, case when count(distinct organisation) = 1 then min(organisation) end as supplier from award_supplier group by ocid
)
select r.ocid as ocid, '' as part, r.buyer as buyer, s.supplier as supplier,
  case when r.reason is not null then 'not-assessed' when r.lots_single_bid = r.lots_with_bids and r.days < r.short then 'flagged' else 'clear' end as outcome,
  r.reason as reason,
  case when r.reason is null then r.days end as value
from reasoned r left join sole s on s.ocid = r.ocid

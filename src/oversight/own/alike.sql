-- For T11: bids of each process beside those of the others of its class: same procedure and technique, same field of four digits and of
-- three. Quartiles are of type R-8, of the others alone. `chosen` is the narrowest class with others enough.
create temporary table alike as
with stated as (
  select ocid, cast(bids as double) as bids from process where bids is not null and bids > 0
  union all
  select ocid, cast(bids as double) as bids from lot where bids is not null and bids > 0
), told as (
  select ocid, sum(bids) / count(*) as bids from stated group by ocid
), classed as (
  select t.ocid as ocid, t.bids as bids, 4 as digits, concat(coalesce(p.procedure, p.method), ' ', coalesce(p.technique, '-'), ' ', substring(p.cpv, 1, 4)) as class
  from told t join process p on p.ocid = t.ocid
  where p.cpv is not null and coalesce(p.procedure, p.method) is not null
  union all
  select t.ocid as ocid, t.bids as bids, 3 as digits, concat(coalesce(p.procedure, p.method), ' ', coalesce(p.technique, '-'), ' ', substring(p.cpv, 1, 3)) as class
  from told t join process p on p.ocid = t.ocid
  where p.cpv is not null and coalesce(p.procedure, p.method) is not null
), placed as (
  select ocid, bids, digits, class, cast(row_number() over (partition by class order by bids, ocid) as integer) as place, cast(count(*) over (partition by class) - 1 as double) as others from classed
), ranked as (
  -- One word for a place in a class. Joined by class and place, an engine may join the class with itself first: 25,000 alike are 625 million.
  select ocid, bids, digits, class, place, others, concat(cast(place as varchar), ' ', class) as spot from placed
), wanted as (
  select 0.25e0 as p union all select 0.5e0 as p union all select 0.75e0 as p
), sought as (
  select r.ocid as ocid, r.class as class, r.place as place, r.others as others, w.p as p, (r.others + 1e0 / 3) * w.p + 1e0 / 3 as h, floor((r.others + 1e0 / 3) * w.p + 1e0 / 3) as k
  from ranked r cross join wanted w
  where r.others > 0
), bounded as (
  select ocid, class, place, p, h - k as share, greatest(least(k, others), 1e0) as below, greatest(least(k + 1, others), 1e0) as above from sought
), passing as (
  select ocid, class, p, share, concat(cast(cast(case when below < place then below else below + 1 end as integer) as varchar), ' ', class) as below,
         concat(cast(cast(case when above < place then above else above + 1 end as integer) as varchar), ' ', class) as above
  from bounded
), quartiled as (
  select s.ocid as ocid, s.class as class, s.p as p, b.bids + s.share * (a.bids - b.bids) as value
  from passing s
  join ranked b on b.spot = s.below
  join ranked a on a.spot = s.above
), joined as (
  select ocid, class, max(case when p < 0.3 then value end) as q1, max(case when p > 0.3 and p < 0.7 then value end) as median, max(case when p > 0.7 then value end) as q3
  from quartiled group by ocid, class
), enough as (
  select r.ocid as ocid, max(r.digits) as digits
  from ranked r cross join (select max(case when name = 'T11.others' then number end) as others from setting) s
  where r.others >= s.others
  group by r.ocid
)
select r.ocid as ocid, r.class as class, r.bids as bids, r.others as others, j.q1 as q1, j.median as median, j.q3 as q3, case when e.digits = r.digits then 1 else 0 end as chosen
from ranked r
left join joined j on j.ocid = r.ocid and j.class = r.class
left join enough e on e.ocid = r.ocid

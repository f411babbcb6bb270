-- For T13: calls for tenders and whether an outcome of each is known, with how well the register holds outcomes of that country and source.
-- `covered_to`: so many results were published on that day or later as the setting asks for. `share`: of the calls of the same year of deadline.
create temporary table awaited as
with outcome_kinds as (
  select n.ocid as ocid, coalesce(n.published, case when extract(year from n.date) between 1970 and 2148 then cast(n.date as date) end) as day, p.country as country, p.source as source, n.kind as kind
  from notice n join place p on p.ocid = n.ocid
), newest as (
  select country, source, max(day) as day from outcome_kinds group by country, source
), ranked as (
  select country, source, day, cast(row_number() over (partition by country, source order by day desc) as integer) as place
  from outcome_kinds
  where kind in ('result', 'result-none', 'result-contest') and day is not null
), covered as (
  select r.country as country, r.source as source, r.day as day from ranked r cross join (select max(case when name = 'T13.results' then number end) as results from setting) s where r.place = s.results
), ended as (
  select distinct ocid
  from (
    select ocid from outcome_kinds where kind in ('result', 'result-none', 'result-contest', 'ex-ante', 'modification', 'completion', 'implementation')
    union all select ocid from award
    union all select ocid from contract
    union all select ocid from process where status in ('cancelled', 'unsuccessful', 'withdrawn')
    union all select ocid from lot group by ocid having sum(case when status in ('cancelled', 'unsuccessful', 'withdrawn') then 0 else 1 end) = 0
  ) one
), called_for as (
  select distinct ocid from notice where kind in ('call', 'call-contest')
), calls as (
  select s.ocid as ocid, s.buyer as buyer, p.country as country, p.source as source, case when extract(year from s.deadline) between 1970 and 2148 then cast(s.deadline as date) end as deadline, case when e.ocid is null then 0 else 1 end as known
  from process s
  join called_for c on c.ocid = s.ocid
  join place p on p.ocid = s.ocid
  left join ended e on e.ocid = s.ocid
  where coalesce(s.technique, '') <> 'dps'
), judgeable as (
  select c.country as country, c.source as source, extract(year from c.deadline) as year, sum(c.known) as known, count(*) as calls
  from calls c
  join covered v on v.country = c.country and v.source = c.source
  cross join (select max(case when name = 'T13.days' then number end) as days from setting) s
  where date_diff('day', c.deadline, v.day) > s.days
  group by c.country, c.source, extract(year from c.deadline)
)
select c.ocid as ocid, c.buyer as buyer, c.country as country, c.source as source, c.deadline as deadline, c.known as known, n.day as newest, v.day as covered_to, j.calls as calls, j.known as outcomes
from calls c
left join newest n on n.country = c.country and n.source = c.source
left join covered v on v.country = c.country and v.source = c.source
left join judgeable j on j.country = c.country and j.source = c.source and j.year = extract(year from c.deadline)

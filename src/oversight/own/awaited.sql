-- For T13: calls for tenders and whether an outcome of each is known, with how well the register holds outcomes of that country and source.
-- `covered_to`: so many results were published on that day or later as the setting asks for. `share`: of the calls of the same year of deadline.
create table awaited as
with outcome_kinds as (
  select n.ocid, coalesce(n.published, cast(n.date as date)) as day, p.country, p.source, n.kind
  from notice n join place p on p.ocid = n.ocid
), newest as (
  select country, source, max(day) as day from outcome_kinds group by country, source
), ranked as (
  select country, source, day, row_number() over (partition by country, source order by day desc) as place
  from outcome_kinds
  where kind in ('result', 'result-none', 'result-contest') and day is not null
), covered as (
  select r.country, r.source, r.day from ranked r cross join (select max(case when name = 'T13.results' then number end) as results from setting) s where r.place = s.results
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
  select s.ocid, s.buyer, p.country, p.source, cast(s.deadline as date) as deadline, case when e.ocid is null then 0 else 1 end as known
  from process s
  join called_for c on c.ocid = s.ocid
  join place p on p.ocid = s.ocid
  left join ended e on e.ocid = s.ocid
  where coalesce(s.technique, '') <> 'dps'
), judgeable as (
  select c.country, c.source, extract(year from c.deadline) as year, sum(c.known) as known, count(*) as calls
  from calls c
  join covered v on v.country = c.country and v.source = c.source
  cross join (select max(case when name = 'T13.days' then number end) as days from setting) s
  where date_diff('day', c.deadline, v.day) > s.days
  group by c.country, c.source, extract(year from c.deadline)
)
select c.ocid, c.buyer, c.country, c.source, c.deadline, c.known, n.day as newest, v.day as covered_to, j.calls, j.known as outcomes
from calls c
left join newest n on n.country = c.country and n.source = c.source
left join covered v on v.country = c.country and v.source = c.source
left join judgeable j on j.country = c.country and j.source = c.source and j.year = extract(year from c.deadline)

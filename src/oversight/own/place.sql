-- Where, by which form and since when each process is known: the country of its buyer, else of its notices, and source, form and day of its newest notice.
-- Law: the country whose law the purchase is judged by. That is the same, but in a world that declares one: the demo's places lie in no country.
create temporary table place as
with newest as (
  select ocid, country, source, form, coalesce(published, case when extract(year from date) between 1970 and 2148 then cast(date as date) end) as day, cast(row_number() over (partition by ocid order by date desc, release_id desc) as integer) as nth from notice
), bought_in as (
  select p.ocid as ocid, min(t.country) as country
  from process p join party t on t.ocid = p.ocid and t.organisation = p.buyer
  group by p.ocid
)
select p.ocid as ocid, coalesce(b.country, n.country, '') as country, coalesce(d.law, b.country, n.country, '') as law, coalesce(n.source, '') as source, coalesce(n.form, '') as form, n.day as day
from process p
cross join (select max(case when name = 'world.law' then text end) as law from setting) d
left join newest n on n.ocid = p.ocid and n.nth = 1
left join bought_in b on b.ocid = p.ocid

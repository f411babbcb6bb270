-- Where and by which form each process is known: the country of its buyer, else of its notices, and the source and form of its newest notice.
create table place as
with newest as (
  select ocid, country, source, form, row_number() over (partition by ocid order by date desc, release_id desc) as nth from notice
), bought_in as (
  select p.ocid, min(t.country) as country
  from process p join party t on t.ocid = p.ocid and t.organisation = p.buyer
  group by p.ocid
)
select p.ocid, coalesce(b.country, n.country, '') as country, coalesce(n.source, '') as source, coalesce(n.form, '') as form
from process p
left join newest n on n.ocid = p.ocid and n.nth = 1
left join bought_in b on b.ocid = p.ocid

-- The newest notice of each process, by which processes are put in order.
create temporary table dated as
select ocid, release_id as notice, cast(coalesce(published, case when extract(year from date) between 1970 and 2148 then cast(date as date) end) as varchar) as day, date as at
from (select ocid, release_id, published, date, cast(row_number() over (partition by ocid order by date desc, release_id desc) as integer) as nth from notice) told
where nth = 1

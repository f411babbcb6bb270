-- The newest notice of each process, by which processes are put in order.
create temporary table dated as
select ocid, release_id as notice, cast(coalesce(published, cast(date as date)) as varchar) as day, date as at
from (select ocid, release_id, published, date, row_number() over (partition by ocid order by date desc, release_id desc) as nth from notice) told
where nth = 1

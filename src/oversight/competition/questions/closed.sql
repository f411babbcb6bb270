, kept as (select distinct ocid from scope),
everything as (select distinct ocid from chosen)
select count(*) as processes from everything left join kept on kept.ocid = everything.ocid where kept.ocid is null

, kept as (select distinct process from scope),
everything as (select distinct process from chosen)
select count(*) as processes from everything left join kept on kept.process = everything.process where kept.process is null

create temporary table measured as
select 'R058' as indicator, 'share' as kind, ocid as id, cast(0 as integer) as line, 1e0 as weight, share as value from margin where reason is null

-- The supplier of a process that all its awards name alone.
create temporary table winner as
select ocid, case when count(distinct organisation) = 1 then min(organisation) end as supplier from award_supplier where organisation <> '' group by ocid

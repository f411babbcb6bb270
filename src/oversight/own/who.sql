-- What an organisation is called in a process.
create temporary table who as
select ocid, organisation, min(name) as name from party group by ocid, organisation

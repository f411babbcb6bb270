-- The day on which each process was first called, and the notice that did: published, else sent.
create temporary table called as
with calls as (
  select ocid, release_id, coalesce(published, sent) as day, cast(row_number() over (partition by ocid order by coalesce(published, sent), release_id) as integer) as nth
  from notice
  where kind in ('call', 'call-contest', 'call-subcontract', 'plan-calls') and coalesce(published, sent) is not null
)
select ocid, day, release_id as notice from calls where nth = 1

-- A framework agreement or system with the processes that belong to it: its own, and those that say that they buy under it.
with called as (
  select ocid, ocid as name from framework
  union
  select framework.ocid, notice.number from framework join notice on notice.ocid = framework.ocid where notice.number is not null
  union
  select framework.ocid, notice.release_id from framework join notice on notice.ocid = framework.ocid)
select ocid as framework, ocid from framework
union
select called.ocid, bought_under.ocid from bought_under join called on called.name = bought_under.framework

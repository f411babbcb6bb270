-- What can be competed for: each lot of a process, and the whole (lot ''). Numbered, so that questions compare numbers.
with parts as (
  select ocid, lot from lot where lot is not null
  union
  select ocid, coalesce(lot, '') from bid
  union
  select ocid, lot from competition_award
  union
  select ocid, '' from process)
select row_number() over (order by parts.ocid, parts.lot) as id, process.id as process, parts.ocid, parts.lot
from parts join competition_process process on process.ocid = parts.ocid

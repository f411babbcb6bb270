-- Every question begins with this: the lots (and wholes, lot '') that are asked about. Empty parameters ask for everything.
-- Closed processes of a year are in `scope` when there are at least $least of them, and never in `open_scope`.
with chosen as (
  select distinct code.ocid, code.lot from competition_code code
  where ($field = '' or code.code like concat($field, '%'))
    and ($buyer = '' or code.ocid in (select ocid from competition_buyer where organisation = $buyer))
    and ($agreement = '' or code.ocid in (select ocid from competition_under where framework = $agreement))
    and ($country = '' or code.ocid in (select ocid from competition_process where country = $country))),
closed_year as (
  select process.year from chosen join competition_process process on process.ocid = chosen.ocid
  where process.open = 0 group by process.year having count(distinct process.ocid) >= $least),
scope as (
  select chosen.ocid, chosen.lot from chosen join competition_process process on process.ocid = chosen.ocid
  where process.open = 1 or process.year in (select year from closed_year)),
open_scope as (
  select chosen.ocid, chosen.lot from chosen join competition_process process on process.ocid = chosen.ocid where process.open = 1)

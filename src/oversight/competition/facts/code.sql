-- The main CPV codes of each lot, and of the whole (lot ''). A lot without items of its own has those of the whole; the whole has all.
with codes as (
  select distinct ocid, coalesce(lot, '') as lot, code from item where scheme = 'CPV' and code is not null),
parts as (
  select ocid, lot from lot where lot is not null
  union
  select ocid, coalesce(lot, '') from bid
  union
  select ocid, lot from competition_award
  union
  select ocid, '' from process)
select parts.ocid, parts.lot, codes.code
from parts join codes on codes.ocid = parts.ocid and codes.lot = parts.lot
where parts.lot <> ''
union all
select unnamed.ocid, unnamed.lot, codes.code
from (
  select parts.ocid, parts.lot from parts
  left join (select distinct ocid, lot from codes) named on named.ocid = parts.ocid and named.lot = parts.lot
  where parts.lot <> '' and named.ocid is null) unnamed
left join codes on codes.ocid = unnamed.ocid and codes.lot = ''
union all
select process.ocid, '', codes.code
from process left join (select distinct ocid, code from codes) codes on codes.ocid = process.ocid

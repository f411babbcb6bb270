-- The main CPV codes of each lot, and of the whole (lot ''). A lot without items of its own has those of the whole; the whole has all.
with codes as (
  select distinct ocid, coalesce(lot, '') as lot, code from item where scheme = 'CPV' and code is not null)
select piece.id as piece, piece.process, codes.code
from competition_piece piece join codes on codes.ocid = piece.ocid and codes.lot = piece.lot
where piece.lot <> ''
union all
select unnamed.id, unnamed.process, codes.code
from (
  select piece.id, piece.process, piece.ocid from competition_piece piece
  left join (select distinct ocid, lot from codes) named on named.ocid = piece.ocid and named.lot = piece.lot
  where piece.lot <> '' and named.ocid is null) unnamed
left join codes on codes.ocid = unnamed.ocid and codes.lot = ''
union all
select piece.id, piece.process, codes.code
from competition_piece piece left join (select distinct ocid, code from codes) codes on codes.ocid = piece.ocid
where piece.lot = ''

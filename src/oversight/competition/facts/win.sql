-- Who won an award. Those who won it together share it.
select distinct award.id, award.piece, award.process, award.ocid, award.lot, award.day, award.year, award.winners, supplier.organisation
from competition_placed_award award
join award_supplier supplier on supplier.ocid = award.ocid and supplier.award = award.award
where supplier.organisation <> ''

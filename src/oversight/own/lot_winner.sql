-- Who was awarded each lot of a process, or the whole (''). What a notice of change repeats is no other award.
create temporary table lot_winner as
select distinct a.ocid as ocid, case when d.ocid is null then '' else coalesce(a.lot, '') end as part, s.organisation as organisation
from award a
join award_supplier s on s.ocid = a.ocid and s.award = a.award
left join divided d on d.ocid = a.ocid
where a.counted and a.status = 'active'

-- Who stands behind each bid of `offer`, when that is known.
create temporary table bidder as
select distinct o.ocid as ocid, o.part as part, o.place as place, o.status as status, o.received as received, t.organisation as organisation
from offer o
join bid_tenderer t on t.ocid = o.ocid and t.bid = o.bid
where o.tenderers > 0

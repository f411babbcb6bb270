-- Bids by those who won, beside their deadline. `late`: milliseconds after it; instants are compared, whatever zone they are written in.
create temporary table winning_bid as
select b.ocid as ocid, b.part as part, b.place as place, b.organisation as organisation, b.status as status, b.received as received, d.deadline as deadline, d.vague as vague,
  date_diff('millisecond', d.deadline, b.received) as late,
  case when extract(minute from b.received) = 0 and extract(second from b.received) = 0 and extract(hour from b.received) in (0, 22, 23) then 1 else 0 end as vaguely_received
from lot_winner w
join bidder b on b.ocid = w.ocid and b.part = w.part and b.organisation = w.organisation
left join part_due d on d.ocid = b.ocid and d.part = b.part
where coalesce(b.status, '') not in ('invited', 'withdrawn', 'disqualified')

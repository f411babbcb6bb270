-- Who bid for what, once for each lot or whole: whether with a valid bid, whether it won, and why that cannot be told.
create temporary table entry as
select b.organisation as organisation, b.ocid as ocid, b.part as part, c.buyer as buyer,
  max(case when b.status = 'valid' then 1 else 0 end) as valid,
  max(case when b.status = 'valid' and b.organisation = c.supplier then 1 else 0 end) as won,
  max(case
    when c.unstated > 0 then 'no-bid-status'
    when c.loose > 0 then 'bids-not-by-lot'
    when c.undecided > 0 or c.active = 0 then 'not-decided'
    when c.active <> 1 or c.supplier is null then 'not-one-winner'
  end) as reason
from bidder b
join contest c on c.ocid = b.ocid and c.part = b.part
where coalesce(b.status, '') not in ('invited', 'withdrawn')
group by b.organisation, b.ocid, b.part, c.buyer

-- Parts with one winner of which every other bid is disqualified. A valid bid by somebody else makes it clear, whatever else is not known.
with others as (
  select b.ocid as ocid, b.part as part, count(distinct b.organisation) as others
  from bidder b
  join contest c on c.ocid = b.ocid and c.part = b.part
  where b.status = 'disqualified' and b.organisation <> coalesce(c.supplier, '')
  group by b.ocid, b.part
), judged as (
  select c.ocid as ocid, c.part as part, c.buyer as buyer, c.supplier as supplier, coalesce(o.others, 0) as others, t.number as least,
    case when c.valid - c.valid_unnamed > c.winning then 1 else 0 end as contested,
    case
      when c.undecided > 0 then 'not-decided'
      when c.active <> 1 or c.supplier is null then 'not-one-winner'
      when c.loose > 0 then 'bids-not-by-lot'
      when c.listed = 0 then 'no-bids'
      when c.valid - c.valid_unnamed > c.winning then null
      when c.unstated > 0 then 'no-bid-status'
      when c.valid_unnamed > 0 or c.joint > 0 then 'bidder-unknown'
      when c.winning = 0 then 'no-bid-of-winner'
      when c.incomplete = 1 then 'bids-missing'
      when coalesce(o.others, 0) < t.number and c.disqualified_unnamed > 0 then 'bidder-unknown'
    end as reason
  from contest c
  left join others o on o.ocid = c.ocid and o.part = c.part
  cross join (select number from setting where name = 'R035.threshold') t
  where c.active > 0
)
select ocid, part, buyer, supplier,
  case when reason is not null then 'not-assessed' when contested = 0 and others >= least then 'flagged' else 'clear' end as outcome,
  reason, case when reason is null and contested = 0 then cast(others as double) end as value
from judged

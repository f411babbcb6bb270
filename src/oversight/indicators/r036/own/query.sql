-- Parts with one award, of which a disqualified bid is lower than every valid one.
with lowest as (
  select ocid, part, min(case when status = 'valid' then price end) as valid, min(case when status = 'disqualified' then price end) as disqualified from offer group by ocid, part
), judged as (
  select c.ocid as ocid, c.part as part, c.buyer as buyer, c.supplier as supplier, case when l.disqualified < l.valid then 1 else 0 end as lower_out,
    (cast(l.valid as double) - cast(l.disqualified as double)) / cast(l.valid as double) as share,
    case
      when c.active <> 1 then 'several-awards'
      when c.loose > 0 then 'bids-not-by-lot'
      when c.listed = 0 then 'no-bids'
      when c.unstated > 0 then 'no-bid-status'
      when c.valid = 0 then 'no-valid-bid'
      when c.valid_unpriced > 0 then 'price-missing'
      when c.currencies > 1 then 'mixed-currencies'
      when l.disqualified < l.valid then null
      when c.disqualified_unpriced > 0 then 'price-missing'
      when c.incomplete = 1 then 'bids-missing'
    end as reason
  from contest c
  left join lowest l on l.ocid = c.ocid and l.part = c.part
  where c.active > 0
)
select ocid, part, buyer, supplier,
  case when reason is not null then 'not-assessed' when lower_out = 1 then 'flagged' else 'clear' end as outcome,
  reason, case when reason is null and lower_out = 1 then share end as value
from judged

-- Valid bids by those who won, received after the deadline of the lot or the whole: instants are compared, whatever zone they are written in.
-- A midnight, in UTC or in Copenhagen, may be a day of which no hour is known: what lies within a day of it is not judged.
with weighed as (
  select ocid, part, organisation, status, deadline, received,
    case when late > 0 and (vague = 0 or late >= 86400000) then 1 else 0 end as is_late,
    case when late > 0 and vague = 1 and late < 86400000 then 1 when late <= 0 and vaguely_received = 1 and late > -86400000 then 1 else 0 end as is_vague
  from winning_bid
), summed as (
  select ocid, part, count(*) as bids, sum(case when status is null then 1 else 0 end) as unstated, sum(case when received is null then 1 else 0 end) as undated,
    sum(case when status = 'valid' then is_late else 0 end) as late, sum(case when status = 'valid' then is_vague else 0 end) as vague,
    count(distinct case when status = 'valid' and is_late = 1 then organisation end) as suppliers,
    min(case when status = 'valid' and is_late = 1 then organisation end) as supplier
  from weighed
  group by ocid, part
), judged as (
  select c.ocid as ocid, c.part as part, c.buyer as buyer, case when s.suppliers = 1 then s.supplier end as supplier, coalesce(s.late, 0) as late,
    case
      when coalesce(p.procedure, 'open') not in ('open', 'oth-single', 'neg-wo-call') or (p.procedure is null and p.method = 'selective') then 'two-stages'
      when c.suppliers = 0 then 'winner-unknown'
      when coalesce(s.bids, 0) = 0 and c.loose > 0 then 'bids-not-by-lot'
      when coalesce(s.bids, 0) = 0 then 'no-bid-of-winner'
      when d.deadline is null then 'no-deadline'
      when s.late > 0 then null
      when s.unstated > 0 then 'no-bid-status'
      when s.undated > 0 then 'no-time'
      when s.vague > 0 then 'no-hour'
    end as reason
  from contest c
  join process p on p.ocid = c.ocid
  left join part_due d on d.ocid = c.ocid and d.part = c.part
  left join summed s on s.ocid = c.ocid and s.part = c.part
  where c.active > 0
)
select ocid, part, buyer, supplier,
  case when reason is not null then 'not-assessed' when late > 0 then 'flagged' else 'clear' end as outcome, reason, cast(null as double) as value
from judged

-- A share on the fence is beyond it, but only where it is smaller than those of the middle half: where all are alike none is unusual.
with bound as (
  select given.number as given, least.number as least, series.n as n, f.q1 as q1, f.low as low
  from (select number from setting where name = 'R024.threshold') given
  cross join (select number from setting where name = 'R024.minimum_series') least
  cross join (select count(*) as n from measured) series
  cross join (select max(q1) as q1, max(low) as low from fence where indicator = 'R024') f
), judged as (
  select m.ocid as ocid, m.part as part, m.buyer as buyer, m.supplier as supplier, m.share as share,
    case
      when m.reason is not null then m.reason
      when b.given is null and b.n < b.least then 'series-too-small'
      when b.given is null and (b.q1 <= 0 or coalesce(b.low, 0) <= 0) then 'no-bound'
    end as reason,
    case when m.share <= coalesce(b.given, b.low) and (b.given is not null or m.share < b.q1) then 'flagged' else 'clear' end as outcome
  from margin m
  cross join bound b
)
select ocid, part, buyer, supplier, case when reason is null then outcome else 'not-assessed' end as outcome, reason, share as value from judged

-- Each company that has bid, by the newest process that it bid in. One that bids more seldom than most is not judged.
with placed as (
  select e.organisation as organisation, e.ocid as ocid, cast(row_number() over (partition by e.organisation order by d.at desc, e.ocid desc) as integer) as nth
  from (select distinct organisation, ocid from entry) e
  left join dated d on d.ocid = e.ocid
), doubted as (
  select organisation,
    case
      when sum(case when reason = 'no-bid-status' then 1 else 0 end) > 0 then 'no-bid-status'
      when sum(case when reason = 'bids-not-by-lot' then 1 else 0 end) > 0 then 'bids-not-by-lot'
      when sum(case when reason = 'not-one-winner' then 1 else 0 end) > 0 then 'not-one-winner'
      when sum(case when reason = 'not-decided' then 1 else 0 end) > 0 then 'not-decided'
      else 'no-valid-bid'
    end as reason
  from entry
  group by organisation
), bound as (
  select given.number as given, least.number as least, series.n as n, f.q1 as q1, f.low as low, often.value as entries
  from (select number from setting where name = 'R025.threshold') given
  cross join (select number from setting where name = 'R025.minimum_series') least
  cross join (select count(*) as n from measured where indicator = 'R025') series
  cross join (select max(q1) as q1, max(low) as low from fence where indicator = 'R025') f
  cross join (
    select max(q.value) as value from quantile q join setting s on q.p = s.number / 100e0 where q.indicator = 'R025 entries' and s.name = 'R025.percentile'
  ) often
), judged as (
  select p.ocid as ocid, p.organisation as organisation, m.value as value,
    case
      when m.value is null then d.reason
      when b.given is null and b.n < b.least then 'series-too-small'
      when b.given is null and (b.q1 <= 0 or coalesce(b.low, 0) <= 0) then 'no-bound'
      when m.weight < b.entries then 'too-few'
    end as reason,
    case when m.value <= coalesce(b.given, b.low) and (b.given is not null or m.value < b.q1) then 'flagged' else 'clear' end as outcome
  from placed p
  join doubted d on d.organisation = p.organisation
  left join (select id, weight, value from measured where indicator = 'R025') m on m.id = p.organisation
  cross join bound b
  where p.nth = 1
)
select ocid, concat('supplier ', organisation) as part, cast(null as varchar) as buyer, organisation as supplier,
  case when reason is null then outcome else 'not-assessed' end as outcome, reason, value
from judged

-- Each buyer and each bidder, by its newest process with bids. A ratio on the fence is beyond it, but only where it is larger than those of the middle half.
with placed as (
  select r.role as role, r.organisation as organisation, r.ocid as ocid, cast(row_number() over (partition by r.role, r.organisation order by d.at desc, r.ocid desc) as integer) as nth,
    sum(case when r.unstated = 0 then 1 else 0 end) over (partition by r.role, r.organisation) as processes
  from rejection r
  left join dated d on d.ocid = r.ocid
), bound as (
  select f.kind as role, f.q3 as q3, f.high as high, s.n as n
  from fence f
  join (select kind, count(*) as n from measured group by kind) s on s.kind = f.kind
  where f.indicator = 'R038'
), judged as (
  select p.ocid as ocid, p.role as role, p.organisation as organisation, m.value as value,
    case
      when p.processes = 0 then 'no-bid-status'
      when m.value is null then 'too-few'
      when given.number is null and b.n < least.number then 'series-too-small'
      when given.number is null and coalesce(b.high, 0) <= 0 and m.value > 0 then 'no-bound'
    end as reason,
    case when m.value > 0 and m.value >= coalesce(given.number, b.high) and (given.number is not null or m.value > b.q3) then 'flagged' else 'clear' end as outcome
  from placed p
  left join measured m on m.kind = p.role and m.id = p.organisation
  left join bound b on b.role = p.role
  cross join (select number from setting where name = 'R038.threshold') given
  cross join (select number from setting where name = 'R038.minimum_series') least
  where p.nth = 1
)
select ocid, concat(role, ' ', organisation) as part, case when role = 'buyer' then organisation end as buyer, case when role = 'supplier' then organisation end as supplier,
  case when reason is null then outcome else 'not-assessed' end as outcome, reason, value
from judged

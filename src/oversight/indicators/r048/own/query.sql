-- Each supplier, by the newest process that it won. A number on the fence is beyond it, but only where it is larger than those of the middle half.
with placed as (
  select s.supplier as supplier, s.ocid as ocid, cast(row_number() over (partition by s.supplier order by d.at desc, s.ocid desc) as integer) as nth,
    sum(s.coded) over (partition by s.supplier) as coded
  from (select supplier, ocid, max(case when code is not null then 1 else 0 end) as coded from supplied group by supplier, ocid) s
  left join dated d on d.ocid = s.ocid
), bound as (
  select given.number as given, least.number as least, series.n as n, f.q3 as q3, f.high as high
  from (select number from setting where name = 'R048.threshold') given
  cross join (select number from setting where name = 'R048.minimum_series') least
  cross join (select count(*) as n from measured) series
  cross join (select max(q3) as q3, max(high) as high from fence where indicator = 'R048') f
), judged as (
  select p.ocid as ocid, p.supplier as supplier, m.value as value,
    case
      when p.coded = 0 then 'no-cpv'
      when m.value is null then 'too-few'
      when b.given is null and b.n < b.least then 'series-too-small'
    end as reason,
    case when m.value >= coalesce(b.given, b.high) and (b.given is not null or m.value > b.q3) then 'flagged' else 'clear' end as outcome
  from placed p
  left join measured m on m.id = p.supplier
  cross join bound b
  where p.nth = 1
)
select ocid, concat('supplier ', supplier) as part, cast(null as varchar) as buyer, supplier,
  case when reason is null then outcome else 'not-assessed' end as outcome, reason, value
from judged

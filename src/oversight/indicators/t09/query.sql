-- A purchase and the end of what it is made under: the agreement or system that it names, or the system that it stands in.
with bought as (
  select u.ocid as ocid, u.framework as part, u.process as agreement, max(p.day) as day, sum(case when p.day is null then 1 else 0 end) as undated, max(p.newest) as newest
  from bought_under u join purchase p on p.ocid = u.ocid
  group by u.ocid, u.framework, u.process
  union all
  select s.ocid as ocid, coalesce(p.purchase, '') as part, s.ocid as agreement, max(p.day) as day, sum(case when p.day is null then 1 else 0 end) as undated, max(p.newest) as newest
  from process s join purchase p on p.ocid = s.ocid
  where s.technique = 'dps'
  group by s.ocid, coalesce(p.purchase, '')
  union all
  select s.ocid as ocid, '' as part, cast(null as varchar) as agreement, max(p.day) as day, sum(case when p.day is null then 1 else 0 end) as undated, max(p.newest) as newest
  from process s join purchase p on p.ocid = s.ocid
  where s.technique = 'call-off' and s.ocid not in (select ocid from bought_under)
  group by s.ocid
), judged as (
  select b.ocid as ocid, b.part as part, b.day as day, f.ends as ends,
    case
      when b.agreement is null then case when b.part = '' then 'not-named' else 'not-held' end
      when f.ends is null then 'end-not-stated'
      when f.ends_basis = 'computed' then 'end-computed'
      when b.undated > 0 and coalesce(b.day <= f.ends, true) and coalesce(b.newest > f.ends, true) then 'no-date'
    end as reason
  from bought b
  left join framework f on f.ocid = b.agreement
)
select j.ocid as ocid, j.part as part, p.buyer as buyer, w.supplier as supplier,
  case when j.reason is not null then 'not-assessed' when j.day > j.ends then 'flagged' else 'clear' end as outcome,
  j.reason as reason,
  case when j.reason is null and j.day > j.ends then cast(date_diff('day', j.ends, j.day) as double) end as value
from judged j
join process p on p.ocid = j.ocid
left join winner w on w.ocid = j.ocid

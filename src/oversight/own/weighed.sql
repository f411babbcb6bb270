-- Danish and other purchases with what T04 asks of each: field, day, value in kroner (estimate, else awards), the threshold of its day, and why it cannot be weighed.
create temporary table weighed as
with happened as (
  select ocid, min(coalesce(published, sent)) as day from notice
  where kind in ('call', 'plan-calls', 'call-contest', 'call-subcontract', 'ex-ante', 'result', 'result-none', 'result-contest', 'completion', 'implementation')
  group by ocid
), awarded as (
  select ocid, sum(case when currency = 'DKK' and amount >= 0 then amount end) as total, count(*) as parts,
    sum(case when currency = 'DKK' and amount >= 0 then 1 else 0 end) as known, min(date) as day
  from award where counted group by ocid
), purchase as (
  select p.ocid as ocid, p.buyer as buyer, p.category as category, p.title as title, w.law as law, k.kind as kind, coalesce(c.day, a.day, h.day) as day,
    substring(p.cpv, 1, 2) as division, substring(p.cpv, 1, cast((select number from setting where name = 'T04.digits') as integer)) as field,
    cast(case when p.estimate_currency = 'DKK' and p.estimate > 0 then p.estimate when p.estimate is null and a.parts = a.known then a.total end as double) as value
  from process p
  join happened h on h.ocid = p.ocid
  join place w on w.ocid = p.ocid
  left join called c on c.ocid = p.ocid
  left join awarded a on a.ocid = p.ocid
  left join buyer_kind k on k.ocid = p.ocid
  where coalesce(p.technique, '') <> 'call-off' and coalesce(p.status, '') not in ('cancelled', 'unsuccessful', 'withdrawn')
), bounded as (
  select p.ocid as ocid, p.buyer as buyer, p.category as category, p.title as title, p.law as law, p.kind as kind, p.day as day, p.division as division, p.field as field, p.value as value, t.name as table_name, t.dkk as threshold, t.source as source
  from purchase p
  left join threshold t on p.day >= t.from_day and p.day <= t.to_day
    and t.name = case when p.category = 'works' then 'works' when p.kind = 'state' then 'state-goods-services' when p.kind = 'municipal' then 'municipal-goods-services' end
), told as (
  select ocid, buyer, field, day, value, title, table_name, threshold, source,
    case
      when buyer is null then 'no-buyer'
      when law <> 'DK' then 'other-law'
      when field is null then 'no-field'
      when coalesce(category, '') not in ('goods', 'services', 'works') then 'kind-not-stated'
      when category = 'services' and division in (select listed.value as value from listed where name = 'T04.light') then 'perhaps-light'
      when category <> 'works' and kind is null then 'buyer-kind'
      when day is null then 'no-day'
      when value is null then 'amounts-missing'
      when threshold is null then 'threshold-not-known'
    end as reason
  from bounded
)
select ocid, buyer, field, day, value, title, table_name, threshold, source, reason,
  case when buyer is null or field is null then ocid else concat(buyer, ' ', field) end as line,
  case when reason is null and value < threshold and value * 100 >= threshold * (select number from setting where name = 'T04.from') then 1 else 0 end as near
from told

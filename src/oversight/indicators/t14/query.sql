-- Contracts of an award against what was awarded, where no change is published. A contract that was performed counts with its final value.
with awarded as (
  select a.ocid as ocid, a.award as award, case when count(*) = 1 then min(a.amount) end as amount, case when count(*) = 1 then min(a.currency) end as currency, min(a.date) as day
  from award a where a.award is not null group by a.ocid, a.award
), single as (
  select w.ocid as ocid, min(w.award) as award from awarded w group by w.ocid having count(*) = 1
), contracted as (
  select c.ocid as ocid, coalesce(c.award, s.award) as award, c.signed as signed,
    case when c.final_amount is null then c.amount else c.final_amount end as amount, case when c.final_amount is null then c.currency else c.final_currency end as currency
  from contract c left join single s on s.ocid = c.ocid
  where not c.repeated and coalesce(c.award, s.award) is not null
), summed as (
  select ocid, award, sum(amount) as total, min(currency) as first_currency, count(distinct currency) as currencies, min(signed) as first_signed,
    sum(case when amount is null or amount < 0 or currency is null then 1 else 0 end) as lacking
  from contracted group by ocid, award
), changed as (
  select distinct ocid from (select ocid from change union all select ocid from notice where kind = 'modification') one
), paired as (
  select s.ocid as ocid, s.award as award, p.buyer as buyer, l.law as law, p.category as category, case when h.ocid is null then 0 else 1 end as changed,
    s.total as after, s.first_currency as currency, s.currencies as currencies, s.lacking as lacking, a.amount as before, a.currency as award_currency, coalesce(s.first_signed, a.day, t.day) as day
  from summed s
  join process p on p.ocid = s.ocid
  join place l on l.ocid = s.ocid
  left join awarded a on a.ocid = s.ocid and a.award = s.award
  left join changed h on h.ocid = s.ocid
  left join told t on t.ocid = s.ocid
  where coalesce(p.technique, '') not in ('framework', 'dps')
), limited as (
  select p.ocid as ocid, p.award as award, max(case when l.name = 'small-change-share-works' then l.value end) as works, max(case when l.name = 'small-change-share-goods-services' then l.value end) as other
  from paired p cross join law_limit l
  where p.day >= l.from_day and p.day <= l.to_day and l.name in ('small-change-share-works', 'small-change-share-goods-services')
  group by p.ocid, p.award
), measured as (
  select p.ocid as ocid, p.award as award, p.buyer as buyer, p.changed as changed, p.category as category, m.works as works, m.other as other,
    case when p.before > 0 then cast(p.after as double) / cast(p.before as double) end as ratio,
    case when p.before > 0 then cast(p.after - p.before as double) / cast(p.before as double) end as above,
    case
      when p.law <> 'DK' then 'other-law'
      when p.changed = 1 then null
      when p.before is null or p.before <= 0 or p.lacking > 0 then 'amounts-missing'
      when p.award_currency is null or p.currencies <> 1 or p.award_currency <> p.currency then 'currencies'
      when p.day is null then 'no-date'
      when m.works is null or m.other is null then 'no-limit'
    end as reason
  from paired p left join limited m on m.ocid = p.ocid and m.award = p.award
), judged as (
  select ocid, award, buyer, changed, ratio, above,
    case when category = 'works' then (100 + works) / 100 when category in ('goods', 'services') then (100 + other) / 100 else (100 + greatest(works, other)) / 100 end as most,
    case when reason is null and changed = 0 and coalesce(category, '') not in ('works', 'goods', 'services')
      and ratio > (100 + least(works, other)) / 100 and ratio <= (100 + greatest(works, other)) / 100 then 'no-category' else reason end as reason
  from measured
)
select j.ocid as ocid, j.award as part, j.buyer as buyer, w.supplier as supplier,
  case when j.reason is not null then 'not-assessed' when j.changed = 0 and j.ratio > j.most then 'flagged' else 'clear' end as outcome,
  j.reason as reason,
  case when j.reason is null and j.changed = 0 then j.above end as value
from judged j left join winner w on w.ocid = j.ocid

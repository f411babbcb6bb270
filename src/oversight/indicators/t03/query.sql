-- Changed contracts of Danish buyers: what the changes add up to, and the largest of them, against the numbers of the law on the day of the last.
with first_change as (
  select ocid, part, amount_before as original, cast(row_number() over (partition by ocid, part order by nth) as integer) as place from changed
), totals as (
  select ocid, part, sum(added) as total, max(case when coalesce(reason_code, '') not in ('mod-rev', 'mod-repl') then added end) as largest, count(*) as changes, count(added) as with_amount, count(published) as with_day,
    count(distinct currency) as currencies, max(currency) as currency, max(published) as last_day,
    sum(case when amount_before is not null and amount_after is not null and currency is null then 1 else 0 end) as two_currencies,
    sum(case when reason_code in ('mod-rev', 'mod-repl') then 1 else 0 end) as by_clause
  from changed group by ocid, part
), asked as (
  select t.ocid as ocid, t.part as part, t.last_day as last_day, 'small-change-share-goods-services' as small, 'small-change-share-works' as works, 'additional-delivery-share' as each_change,
    case when p.category = 'works' then 'works' when k.kind = 'state' then 'state-goods-services' else 'municipal-goods-services' end as threshold
  from totals t
  join process p on p.ocid = t.ocid
  left join buyer_kind k on k.ocid = t.ocid
), sized as (
  select t.ocid as ocid, t.part as part, p.buyer as buyer, p.category as category, w.law as law, t.currency as currency, t.changes as changes, t.with_amount as with_amount, t.with_day as with_day, t.currencies as currencies, t.two_currencies as two_currencies, t.by_clause as by_clause,
    cast(f.original as double) as original, cast(t.total as double) as total, cast(t.largest as double) as largest,
    small.value as small, works.value as small_of_works, each_change.value as most_of_each, due.dkk as threshold
  from totals t
  join first_change f on f.ocid = t.ocid and f.part = t.part and f.place = 1
  join process p on p.ocid = t.ocid
  join place w on w.ocid = t.ocid
  join asked a on a.ocid = t.ocid and a.part = t.part
  left join law_limit small on small.name = a.small and a.last_day >= small.from_day and a.last_day <= small.to_day
  left join law_limit works on works.name = a.works and a.last_day >= works.from_day and a.last_day <= works.to_day
  left join law_limit each_change on each_change.name = a.each_change and a.last_day >= each_change.from_day and a.last_day <= each_change.to_day
  left join threshold due on due.name = a.threshold and a.last_day >= due.from_day and a.last_day <= due.to_day
), judged as (
  select ocid, part, buyer, category, law, currency, changes, with_amount, with_day, currencies, two_currencies, by_clause, original, total, small, threshold,
    case
      when total * 100 >= original * case when category in ('goods', 'services') then small else small_of_works end then 1
      when largest * 100 > original * most_of_each then 1
      when currency = 'DKK' and category in ('goods', 'services', 'works') and total >= threshold then 1
      else 0
    end as past
  from sized
), told as (
  select ocid, part, buyer, original, total, past,
    case
      when law <> 'DK' then 'other-law'
      when two_currencies > 0 or currencies > 1 then 'several-currencies'
      when with_amount < changes then 'amounts-missing'
      when with_day < changes then 'no-day'
      when original <= 0 then 'no-original-value'
      when small is null then 'law-not-known'
      when by_clause = changes then 'by-clause'
      when past = 1 or total <= 0 then null
      when coalesce(category, '') not in ('goods', 'services', 'works') then 'kind-not-stated'
      when currency <> 'DKK' then 'other-currency'
      when threshold is null then 'threshold-not-known'
    end as reason
  from judged
), sole as (
  select ocid, case when count(distinct organisation) = 1 then min(organisation) end as supplier from award_supplier group by ocid
)
select t.ocid as ocid, t.part as part, t.buyer as buyer, s.supplier as supplier,
  case when t.reason is not null then 'not-assessed' when t.past = 1 then 'flagged' else 'clear' end as outcome,
  t.reason as reason,
  case when t.reason is null then t.total / t.original end as value
from told t left join sole s on s.ocid = t.ocid

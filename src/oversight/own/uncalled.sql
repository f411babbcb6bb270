-- Purchases without a call, one row for each supplier: buyer, field of the main CPV code, day, what the supplier was awarded, and why not if a link of a chain is missing.
-- An amount stands where all its awards have an id of their own and an amount, none below nought, in one currency.
create temporary table uncalled as
with bought as (
  select ocid, min(coalesce(published, sent)) as day from notice where kind in ('result', 'ex-ante', 'completion', 'implementation') group by ocid
), won as (
  select a.ocid as ocid, s.organisation as supplier, min(a.date) as day,
    case when count(*) = count(a.amount) and count(*) = count(distinct a.award) and min(a.amount) >= 0 and min(a.currency) = max(a.currency) then sum(a.amount) end as amount, min(a.currency) as currency
  from award a join award_supplier s on s.ocid = a.ocid and coalesce(s.award, '') = coalesce(a.award, '')
  where a.counted and s.organisation <> ''
  group by a.ocid, s.organisation
), found as (
  select p.ocid as ocid, p.buyer as buyer, w.supplier as supplier, coalesce(w.day, b.day) as day, w.amount as amount, case when w.amount is not null then w.currency end as currency,
    substring(p.cpv, 1, cast((select number from setting where name = 'T02.digits') as integer)) as field, coalesce(p.procedure, p.method) as procedure, p.reasons as reasons, p.rationale as rationale, p.title as title
  from process p
  join bought b on b.ocid = p.ocid
  left join won w on w.ocid = p.ocid
  where p.without_call and coalesce(p.technique, '') <> 'call-off'
)
select ocid, buyer, supplier, field, day, amount, currency, procedure, reasons, rationale, title,
  case when buyer is null then 'no-buyer' when supplier is null then 'no-supplier' when field is null then 'no-field' when day is null then 'no-day' end as reason
from found

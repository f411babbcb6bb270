-- What was awarded against what it was estimated at: the whole, or of a tender that was awarded in part the lots that were.
with chosen as (
  select max(case when name = 'T12.low' then number end) as low, max(case when name = 'T12.high' then number end) as high from setting
), awarded as (
  select ocid, sum(amount) as total, min(currency) as first_currency, count(distinct currency) as currencies,
    sum(case when amount is null or amount <= 1 then 1 else 0 end) as lacking, sum(case when currency is null then 1 else 0 end) as unnamed,
    min(lots) as least, max(lots) as most, sum(lots) as covered
  from purchase group by ocid
), several as (
  select ocid from notice where kind in ('result', 'ex-ante') group by ocid having count(*) > 1
), conceded as (
  select distinct ocid from notice where form in ('14', '19', '28', '32', '35', '40', 'N14', 'N19', 'N28', 'N32', 'N35', 'N40', 'F23', 'F24', 'F25')
), lotted as (
  select distinct ocid, lot from purchase where lot is not null
), parts as (
  select l.ocid as ocid, count(*) as lots, sum(case when w.ocid is null then 0 else 1 end) as awarded,
    sum(case when w.ocid is null then null else l.amount end) as amount, min(case when w.ocid is null then null else l.currency end) as currency,
    count(distinct case when w.ocid is null then null else l.currency end) as currencies,
    sum(case when w.ocid is not null and (l.amount is null or l.amount <= 1 or l.currency is null) then 1 else 0 end) as lacking, count(distinct l.amount) as amounts
  from lot l left join lotted w on w.ocid = l.ocid and w.lot = l.lot
  group by l.ocid
), compared as (
  select a.ocid as ocid, a.total as amount, a.first_currency as currency, a.currencies as currencies, a.lacking as lacking, a.unnamed as unnamed,
    case when a.least > 0 and (case when a.most = 1 then t.awarded else a.covered end) < t.lots then 1 else 0 end as in_part,
    case when a.least = 1 and a.most = 1 and t.lacking = 0 and t.currencies = 1 then t.amount end as lots_estimate, t.currency as lots_currency,
    case when t.lots > 1 and t.amounts = 1 then 1 else 0 end as alike
  from awarded a left join parts t on t.ocid = a.ocid
), estimated as (
  select c.ocid as ocid, c.amount as amount, c.currency as currency, c.currencies as currencies, c.lacking as lacking, c.unnamed as unnamed, c.in_part as in_part, case when c.in_part = 0 and p.estimate is not null then 0 else c.alike end as alike,
    case when c.in_part = 0 and p.estimate is not null then p.estimate else c.lots_estimate end as estimate,
    case when c.in_part = 0 and p.estimate is not null then p.estimate_currency else c.lots_currency end as estimate_currency
  from compared c join process p on p.ocid = c.ocid
), judged as (
  select e.ocid as ocid, p.buyer as buyer, cast(e.amount as double) as amount, cast(e.estimate as double) as estimate,
    case
      when p.technique in ('framework', 'dps') then 'framework'
      when o.ocid is not null then 'concession'
      when s.ocid is not null then 'several-results'
      when e.lacking > 0 then 'no-award-amount'
      when e.in_part = 1 and e.estimate is null then 'awarded-in-part'
      when e.estimate is null or e.estimate <= 1 then 'no-estimate'
      when e.alike = 1 then 'lots-alike'
      when e.currencies <> 1 or e.unnamed > 0 or e.estimate_currency is null or e.estimate_currency <> e.currency then 'currencies'
    end as reason
  from estimated e
  join process p on p.ocid = e.ocid
  left join conceded o on o.ocid = e.ocid
  left join several s on s.ocid = e.ocid
), divided as (
  select ocid, buyer, reason, case when reason is null then amount / estimate end as ratio from judged
)
select d.ocid as ocid, '' as part, d.buyer as buyer, w.supplier as supplier,
  case when d.reason is not null then 'not-assessed' when d.ratio < c.low or d.ratio > c.high then 'flagged' else 'clear' end as outcome,
  d.reason as reason, d.ratio as value
from divided d
left join winner w on w.ocid = d.ocid
cross join chosen c

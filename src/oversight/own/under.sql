-- What was bought under each framework agreement or system of the register, one row for each purchase, with what it cost.
-- A purchase names its agreement by ocid, by the number of a notice or by the id of one in XML. `known`: all of it has a price, in one currency, none below nought,
-- and it is bought under this one alone.
create temporary table under as
with names as (
  select ocid, ocid as name from framework
  union all
  select f.ocid as ocid, n.number as name from framework f join notice n on n.ocid = f.ocid where n.number is not null
  union all
  select f.ocid as ocid, n.release_id as name from framework f join notice n on n.ocid = f.ocid where n.source <> 'ocds'
), pairs as (
  select distinct n.ocid as ocid, b.ocid as purchase from names n join bought_under b on b.framework = n.name where b.ocid <> n.ocid
), uses as (
  select purchase, count(*) as agreements from pairs group by purchase
), priced as (
  select ocid, 1 as rank, amount, currency, date as day from award where counted
  union all
  select ocid, 2 as rank, amount, currency, signed as day from contract where not repeated
), best as (
  select ocid, min(rank) as rank from priced where amount is not null group by ocid
), cost as (
  select p.ocid as ocid, sum(p.amount) as total, count(*) as parts, count(p.amount) as with_amount, min(p.amount) as least, min(p.currency) as currency, max(p.currency) as other_currency, max(p.day) as day
  from priced p join best b on b.ocid = p.ocid and b.rank = p.rank
  group by p.ocid
)
select f.ocid as ocid, f.purchase as purchase, c.day as day, case when c.currency = c.other_currency then c.total end as amount, case when c.currency = c.other_currency then c.currency end as currency,
  cast(coalesce(c.parts = c.with_amount and c.least >= 0 and c.currency = c.other_currency and u.agreements = 1, false) as boolean) as known
from pairs f
join uses u on u.purchase = f.purchase
left join cost c on c.ocid = f.purchase

with flagged as (
  select ocid, part, buyer, supplier from outcome where outcome = 'flagged'
), named as (
  select distinct ocid, award, organisation from award_supplier
), bought as (
  select f.ocid as ocid, f.part as part, p.ocid as source, p.purchase as purchase, p.day as day, p.title as title, p.amount as amount, p.amount_text as amount_text, p.currency as currency, case when n.ocid is null then 0 else 1 end as own
  from flagged f
  join field_purchase p on p.buyer = f.buyer and p.field = f.part
  left join named n on n.ocid = p.ocid and n.award = p.purchase and n.organisation = f.supplier
), counted as (
  select ocid, part, sum(own) as owned, count(*) as awards from bought group by ocid, part
), valued as (
  select ocid, part, currency, sum(case when own = 1 then amount end) as owned, sum(amount) as whole,
    cast(row_number() over (partition by ocid, part order by currency) as integer) as place
  from bought where amount is not null and amount > 0 and currency is not null
  group by ocid, part, currency
), listed as (
  select ocid, part, source, purchase, day, title, amount, amount_text, currency, cast(row_number() over (partition by ocid, part order by day desc, source, purchase, amount) as integer) as place
  from bought where own = 1
)
select ocid, part, 1 as nth, 'own-awards' as what, null as source, null as notice, null as day, null as amount, null as currency, cast(owned as double) as number, null as words from counted
union all
select ocid, part, 2 as nth, 'all-awards' as what, null as source, null as notice, null as day, null as amount, null as currency, cast(awards as double) as number, null as words from counted
union all
select ocid, part, 1 + 2 * place as nth, 'own-value' as what, null as source, null as notice, null as day, coalesce(cast(owned as varchar), '0') as amount, currency,
  coalesce(cast(owned as double), 0e0) / cast(whole as double) as number, null as words
from valued
union all
select ocid, part, 2 + 2 * place as nth, 'all-value' as what, null as source, null as notice, null as day, cast(whole as varchar) as amount, currency, null as number, null as words from valued
union all
select ocid, part, 1000 + place as nth, 'award' as what, source, null as notice, cast(day as varchar) as day, coalesce(cast(amount as varchar), amount_text) as amount, currency, null as number, title as words
from listed
order by ocid, part, nth

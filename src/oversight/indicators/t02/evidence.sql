with chains as (
  select opening, buyer, supplier, field, count(*) as purchases, count(distinct case when further = 1 then day end) as days from follows group by opening, buyer, supplier, field
), longest as (
  select opening, buyer, supplier, field, cast(row_number() over (partition by buyer, supplier, field order by days desc, purchases desc, opening) as integer) as rank from chains
), links as (
  select o.ocid as ocid, o.part as part, u.ocid as purchase, u.day as day, u.amount as amount, u.currency as currency, u.procedure as procedure, u.reasons as reasons, u.rationale as rationale, u.title as title, cast(row_number() over (partition by o.ocid, o.part order by u.day, u.ocid) as integer) as place
  from outcome o
  join longest l on l.buyer = o.buyer and l.supplier = o.supplier and l.rank = 1 and (o.part = l.field or o.part = concat(l.field, ' ', l.supplier))
  join follows f on f.opening = l.opening and f.supplier = l.supplier
  join uncalled u on u.ocid = f.purchase and u.supplier = f.supplier
  where o.outcome = 'flagged'
), sums as (
  select ocid, part, currency, sum(amount) as total, count(*) as n, cast(row_number() over (partition by ocid, part order by currency) as integer) as place
  from links where amount is not null group by ocid, part, currency
)
select ocid, part, 3 * place - 2 as nth, 'purchase' as what, purchase as source, null as notice, cast(day as varchar) as day, cast(amount as varchar) as amount, currency, null as number, title as words
from links
union all
select ocid, part, 3 * place - 1 as nth, 'procedure' as what, purchase as source, null as notice, null as day, null as amount, null as currency, null as number,
  case when reasons is null then procedure else concat(procedure, ': ', reasons) end as words
from links
union all
select ocid, part, 3 * place as nth, 'rationale' as what, purchase as source, null as notice, null as day, null as amount, null as currency, null as number, rationale as words
from links where rationale is not null
union all
select ocid, part, 100000 + place as nth, 'sum' as what, null as source, null as notice, null as day, cast(total as varchar) as amount, currency, cast(n as double) as number, null as words
from sums
order by ocid, part, nth

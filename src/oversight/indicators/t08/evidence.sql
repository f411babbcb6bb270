with counted as (
  select o.ocid as ocid, o.part as part, u.purchase as purchase, u.day as day, u.amount as amount, u.currency as currency, cast(row_number() over (partition by o.ocid order by u.day, u.purchase) as integer) as nth
  from outcome o
  join framework f on f.ocid = o.ocid
  join under u on u.ocid = o.ocid and u.known and u.currency = f.maximum_currency
  where o.outcome = 'flagged'
)
select o.ocid as ocid, o.part as part, 1 as nth, 'maximum' as what, o.ocid as source, null as notice, null as day, cast(f.maximum as varchar) as amount, f.maximum_currency as currency, null as number, p.title as words
from outcome o
join framework f on f.ocid = o.ocid
join process p on p.ocid = o.ocid
where o.outcome = 'flagged'
union all
select ocid, part, 2 as nth, 'sum' as what, null as source, null as notice, null as day, cast(sum(amount) as varchar) as amount, min(currency) as currency, cast(count(*) as double) as number, null as words
from counted group by ocid, part
union all
select c.ocid as ocid, c.part as part, 2 + c.nth as nth, 'purchase' as what, c.purchase as source, null as notice, cast(c.day as varchar) as day, cast(c.amount as varchar) as amount, c.currency as currency, null as number, p.title as words
from counted c join process p on p.ocid = c.purchase
order by ocid, part, nth

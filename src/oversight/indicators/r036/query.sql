-- Of bids handed in with a price, where there is an active award and prices may be compared.
with lowest as (
  select b.line as line, min(b.amount) as amount
  from bid b
  join compared c on c.line = b.line
  join reference_currency r on r.currency = b.currency
  where b.status not in ('invited', 'withdrawn') and b.amount is not null
  group by b.line
  having sum(case when b.status = 'valid' then 1 else 0 end) > 0 and min(b.amount) = min(case when b.status = 'disqualified' then b.amount end)
), first as (
  select b.line as line, b.status as status, row_number() over (partition by b.line order by b.place) as nth
  from lowest l
  join bid b on b.line = l.line and b.amount = l.amount
  join reference_currency r on r.currency = b.currency
  where b.status not in ('invited', 'withdrawn')
)
select 'OCID' as kind, p.ocid as id, 1e0 as value, f.line as line, 0 as place
from first f
join (select distinct line from award where status = 'active') a on a.line = f.line
join process p on p.line = f.line
where f.nth = 1 and f.status = 'disqualified'
order by f.line

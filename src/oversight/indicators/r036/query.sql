-- Of bids handed in with a price, where there is an active award and prices may be compared. It begins with disqualified bids, which are few.
with refused as (
  select line, min(amount) as amount
  from bid
  where status = 'disqualified' and amount is not null and currency in (select currency from reference_currency)
  group by line
), lowest as (
  select r.line as line
  from refused r join bid b on b.line = r.line
  where b.status not in ('invited', 'withdrawn') and b.amount is not null and b.currency in (select currency from reference_currency)
  group by r.line, r.amount
  having count(case when b.status = 'valid' then 1 end) > 0 and min(b.amount) = r.amount
), first as (
  select b.line as line, b.status as status, row_number() over (partition by b.line order by b.amount, b.place) as nth
  from lowest l join bid b on b.line = l.line
  where b.status not in ('invited', 'withdrawn') and b.amount is not null and b.currency in (select currency from reference_currency)
)
select 'OCID' as kind, p.ocid as id, 1e0 as value, f.line as line, 0 as place
from first f
join (select distinct line from award where status = 'active') a on a.line = f.line
join compared c on c.line = f.line
join process p on p.line = f.line
where f.nth = 1 and f.status = 'disqualified'
order by f.line

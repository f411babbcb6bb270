-- Bids with a price that were handed in, in processes with an active award whose prices may be compared.
create temporary table awarded_bid as
select s.line as line, s.place as place, s.status as status, s.amount as amount, s.currency as currency
from (select distinct line from award where status = 'active') a
join compared c on c.line = a.line
join submitted s on s.line = a.line
where s.amount is not null and s.currency is not null

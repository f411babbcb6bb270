-- Bids that were handed in: those with a status, but not those that were only invited or were withdrawn.
create temporary table submitted as
select line, place, status, amount, currency
from bid
where status is not null and status not in ('invited', 'withdrawn')

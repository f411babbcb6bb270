-- Processes with bids in which every award that has a status is final, with the number of active ones. An award without status says nothing.
create temporary table decided as
select a.line as line, count(case when a.status = 'active' then 1 end) as active
from award a
join process p on p.line = a.line
where p.has_bids
group by a.line
having count(case when a.status is null or a.status in ('active', 'cancelled', 'unsuccessful') then null else 1 end) = 0

-- Processes with bids in which every award that has a status is final: how many active ones, and their supplier where each has one alone.
-- An award without status says nothing.
create temporary table decided as
select a.line as line, sum(case when a.status = 'active' then 1 else 0 end) as active,
  sum(case when a.status = 'active' and a.suppliers = 1 then 1 else 0 end) as to_one,
  min(case when a.status = 'active' then a.supplier end) as supplier, max(case when a.status = 'active' then a.supplier end) as last_supplier
from award a
join process p on p.line = a.line
where p.has_bids
group by a.line
having sum(case when a.status is null or a.status in ('active', 'cancelled', 'unsuccessful') then 0 else 1 end) = 0

-- Processes whose prices may be compared. An allow list, when there is one, decides alone; else the deny list does.
create temporary table compared as
select p.line as line
from process p
left join (select value from listed where name = 'price_comparison_procurement_methods') allowed on allowed.value = p.details
left join (select value from listed where name = 'no_price_comparison_procurement_methods') denied on denied.value = p.details
cross join (select count(*) as entries from listed where name = 'price_comparison_procurement_methods') allowing
where case when allowing.entries > 0 then allowed.value is not null else denied.value is null end

-- The one currency whose amounts are compared: that of the settings, else the first that an indicator which runs meets in the file.
create temporary table reference_currency as
select currency
from (
  select text as currency, -1 as line, 0 as stage, 0 as place from setting where name = 'currency' and text is not null
  union all
  select b.currency as currency, b.line as line, 0 as stage, b.place as place
  from margin_bid b cross join (select count(*) as runs from listed where name = 'runs' and value in ('R024', 'R058')) r where r.runs > 0
  union all
  select b.currency as currency, b.line as line, 1 as stage, b.place as place
  from awarded_bid b cross join (select count(*) as runs from listed where name = 'runs' and value = 'R036') r where r.runs > 0
) met
order by line, stage, place
limit 1

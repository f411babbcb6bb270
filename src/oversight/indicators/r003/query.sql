with judged as (
  select p.line as line, p.ocid as ocid, p.closes - p.opens as seconds, cast(coalesce(own.number, general.number) as decimal(10, 0)) as least_days
  from process p
  cross join (select number from setting where name = 'R003.threshold') general
  left join (select value, number from listed where name = 'R003.procurement_method_details') own on own.value = p.details
  left join (select value from listed where name = 'R003.procurement_methods') method on method.value = p.method
  cross join (select count(*) as entries from listed where name = 'R003.procurement_methods') filtering
  where filtering.entries = 0 or method.value is not null
)
-- Whole days are cut towards nought: less than 1 day is 0 days, and so is less than 1 day the wrong way.
select 'OCID' as kind, ocid as id, 1e0 as value, line, 0 as place
from judged
where case when least_days > 0 then seconds < least_days * 86400 else seconds <= (least_days - 1) * 86400 end
order by line

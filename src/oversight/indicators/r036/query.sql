with ranked as (
  select line, status, row_number() over (partition by line order by amount, place) as nth,
    sum(case when status = 'valid' then 1 else 0 end) over (partition by line) as valid
  from awarded_bid
  where currency in (select currency from reference_currency)
)
select 'OCID' as kind, p.ocid as id, 1e0 as value, r.line as line, 0 as place
from ranked r join process p on p.line = r.line
where r.nth = 1 and r.status = 'disqualified' and r.valid > 0
order by r.line

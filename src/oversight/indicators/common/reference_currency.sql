-- The one currency whose amounts are compared: that of the settings, else the first that an indicator which runs meets in the file:
-- R024 and R058 meet valid bids by one tenderer where there is a sole winner, R036 every bid handed in where there is an active award.
create temporary table reference_currency as
with given as (
  select text as currency from setting where name = 'currency' and text is not null
), asked as (
  select sum(case when value in ('R024', 'R058') then 1 else 0 end) as margins, sum(case when value = 'R036' then 1 else 0 end) as lowest
  from listed where name = 'runs'
), first_line as (
  select min(b.line) as line, 0 as stage
  from sole_winner w join compared c on c.line = w.line join bid b on b.line = w.line cross join asked
  where asked.margins > 0 and b.status = 'valid' and b.tenderers = 1 and b.tenderer is not null and b.amount is not null and b.currency is not null
  union all
  select min(b.line) as line, 1 as stage
  from award a join compared c on c.line = a.line join bid b on b.line = a.line cross join asked
  where asked.lowest > 0 and a.status = 'active' and b.status not in ('invited', 'withdrawn') and b.amount is not null and b.currency is not null
), met as (
  select b.currency as currency, b.line as line, f.stage as stage, b.place as place
  from first_line f join bid b on b.line = f.line
  where b.amount is not null and b.currency is not null
    and case when f.stage = 0 then b.status = 'valid' and b.tenderers = 1 and b.tenderer is not null else b.status not in ('invited', 'withdrawn') end
)
select currency
from (
  select currency, -1 as line, 0 as stage, 0 as place from given
  union all select currency, line, stage, place from met
) known
order by line, stage, place
limit 1

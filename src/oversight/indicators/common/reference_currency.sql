-- The one currency whose amounts are compared: that of the settings, else the first that an indicator which runs meets in the file:
-- R024 and R058 meet valid bids by one tenderer where there is a sole winner, R036 every bid handed in where there is an active award.
create temporary table reference_currency as
with asked as (
  select count(case when value in ('R024', 'R058') then 1 end) as margins, count(case when value = 'R036' then 1 end) as lowest from listed where name = 'runs'
), in_contest as (
  select b.currency as currency, b.line as line, b.place as place
  from contest w join bid b on b.line = w.line
  where b.status = 'valid' and b.tenderers = 1 and b.tenderer is not null and b.amount is not null and b.currency is not null
  order by b.line, b.place
  limit 1
), handed_in as (
  select b.currency as currency, b.line as line, b.place as place
  from bid b
  where b.status not in ('invited', 'withdrawn') and b.amount is not null and b.currency is not null
    and b.line in (select a.line from award a join compared c on c.line = a.line where a.status = 'active')
  order by b.line, b.place
  limit 1
)
select currency
from (
  select text as currency, -1 as line, 0 as stage, 0 as place from setting where name = 'currency' and text is not null
  union all select m.currency as currency, m.line as line, 0 as stage, m.place as place from in_contest m cross join asked a where a.margins > 0
  union all select m.currency as currency, m.line as line, 1 as stage, m.place as place from handed_in m cross join asked a where a.lowest > 0
) met
order by line, stage, place
limit 1

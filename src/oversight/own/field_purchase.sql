-- For T10: what each buyer bought in each field in the last years of what is known of it: to the newest purchase of that buyer in that field.
create temporary table field_purchase as
with chosen as (
  select max(case when name = 'T10.digits' then number end) as digits, max(case when name = 'T10.years' then number end) as years from setting
), placed as (
  select s.buyer as buyer, substring(s.cpv, 1, cast(c.digits as integer)) as field, p.ocid as ocid, p.purchase as purchase, p.title as title, p.amount as amount, p.amount_text as amount_text, p.currency as currency, coalesce(p.day, t.day) as day, c.years as years
  from purchase p
  join process s on s.ocid = p.ocid
  left join told t on t.ocid = p.ocid
  cross join chosen c
  where s.buyer is not null and s.cpv is not null and coalesce(p.day, t.day) is not null
), newest as (
  select buyer, field, max(day) as day from placed group by buyer, field
)
select p.buyer as buyer, p.field as field, p.ocid as ocid, p.purchase as purchase, p.title as title, p.amount as amount, p.amount_text as amount_text, p.currency as currency, p.day as day
from placed p join newest n on n.buyer = p.buyer and n.field = p.field
where date_diff('day', p.day, n.day) <= p.years * 365.25

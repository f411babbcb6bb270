-- Of each purchase without a call those that followed it, without one too: same buyer, supplier and field, on a later day within the years, and before the buyer called
-- for anything in that field. Each purchase follows itself at place 0.
create temporary table follows as
with calls as (
  select p.buyer as buyer, substring(p.cpv, 1, cast((select number from setting where name = 'T02.digits') as integer)) as field, c.day as day
  from process p join called c on c.ocid = p.ocid
  where coalesce(p.without_call, false) = false and p.buyer is not null
), until as (
  select u.ocid as ocid, u.supplier as supplier, min(c.day) as next_call
  from uncalled u left join calls c on c.buyer = u.buyer and c.field = u.field and c.day > u.day
  where u.reason is null
  group by u.ocid, u.supplier
)
select a.ocid as opening, a.buyer as buyer, a.supplier as supplier, a.field as field, b.ocid as purchase, b.day as day, case when b.ocid = a.ocid then 0 else 1 end as further
from uncalled a
join until n on n.ocid = a.ocid and n.supplier = a.supplier
join uncalled b on b.buyer = a.buyer and b.supplier = a.supplier and b.field = a.field and b.reason is null
where a.reason is null and (b.ocid = a.ocid or (b.day > a.day and (n.next_call is null or b.day < n.next_call)
  and ((extract(year from b.day) - extract(year from a.day)) * 12 + extract(month from b.day) - extract(month from a.day)) * 100 + extract(day from b.day) - extract(day from a.day)
    <= (select number from setting where name = 'T02.years') * 1200))

with flagged as (
  select o.ocid as ocid, o.part as part, coalesce(u.process, o.ocid) as agreement, u.framework as named
  from outcome o left join bought_under u on u.ocid = o.ocid and u.framework = o.part
  where o.outcome = 'flagged'
), late as (
  select g.ocid as ocid, g.part as part, b.day as day, coalesce(cast(b.amount as varchar), b.amount_text) as amount, b.currency as currency, b.title as title, b.purchase as purchase
  from flagged g
  join framework f on f.ocid = g.agreement
  join purchase b on b.ocid = g.ocid
  where b.day > f.ends and (g.named is not null or coalesce(b.purchase, '') = g.part)
)
select g.ocid as ocid, g.part as part, 1 as nth, 'end' as what, g.agreement as source, null as notice, cast(f.ends as varchar) as day, null as amount, null as currency, null as number, f.ends_basis as words
from flagged g join framework f on f.ocid = g.agreement
union all
select g.ocid as ocid, g.part as part, 2 as nth, 'named' as what, g.ocid as source, null as notice, null as day, null as amount, null as currency, null as number, g.named as words
from flagged g where g.named is not null
union all
select l.ocid as ocid, l.part as part, 2 + cast(row_number() over (partition by l.ocid, l.part order by l.day, l.purchase, l.amount) as integer) as nth, 'purchase' as what, l.ocid as source, null as notice,
  cast(l.day as varchar) as day, l.amount as amount, l.currency as currency, null as number, l.title as words
from late l
order by ocid, part, nth

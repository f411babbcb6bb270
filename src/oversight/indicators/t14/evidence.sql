with flagged as (
  select o.ocid, o.part, p.category from outcome o join process p on p.ocid = o.ocid where o.outcome = 'flagged'
), single as (
  select ocid, count(distinct award) as awards from award group by ocid
), linked as (
  select f.ocid, f.part, c.contract, c.signed, c.notice, c.title, c.amount, c.currency, c.final_amount, c.final_currency,
    row_number() over (partition by f.ocid, f.part order by c.signed, c.contract) as place
  from flagged f
  join single s on s.ocid = f.ocid
  join contract c on c.ocid = f.ocid
  where not c.repeated and (c.award = f.part or (c.award is null and s.awards = 1))
), dated as (
  select l.ocid, l.part, coalesce(min(l.signed), min(a.date), min(t.day)) as day
  from linked l left join award a on a.ocid = l.ocid and a.award = l.part left join told t on t.ocid = l.ocid
  group by l.ocid, l.part
)
select f.ocid, f.part, 1 as nth, 'awarded' as what, f.ocid as source, null as notice, cast(a.date as varchar) as day, cast(a.amount as varchar) as amount, a.currency, null as number, a.title as words
from flagged f join award a on a.ocid = f.ocid and a.award = f.part
union all
select ocid, part, 2 * place as nth, 'contract' as what, ocid as source, notice, cast(signed as varchar) as day, cast(amount as varchar) as amount, currency, null as number, title as words
from linked where amount is not null
union all
select ocid, part, 1 + 2 * place as nth, 'final' as what, ocid as source, notice, null as day, cast(final_amount as varchar) as amount, final_currency as currency, null as number, title as words
from linked where final_amount is not null
union all
select f.ocid, f.part, 100001 as nth, 'limit' as what, null as source, null as notice, null as day, null as amount, null as currency, l.value as number, l.source as words
from flagged f
join dated d on d.ocid = f.ocid and d.part = f.part
cross join law_limit l
where d.day >= l.from_day and d.day <= l.to_day and l.name = case when f.category in ('goods', 'services') then 'small-change-share-goods-services' else 'small-change-share-works' end
order by ocid, part, nth

with flagged as (
  select o.ocid as ocid, o.part as part, p.category as category from outcome o join process p on p.ocid = o.ocid where o.outcome = 'flagged'
), single as (
  select ocid, count(distinct award) as awards from award group by ocid
), linked as (
  select f.ocid as ocid, f.part as part, f.category as category, c.contract as contract, c.signed as signed, c.notice as notice, c.title as title, c.amount as amount, c.currency as currency, c.final_amount as final_amount, c.final_currency as final_currency,
    cast(row_number() over (partition by f.ocid, f.part order by c.signed, c.contract) as integer) as place
  from flagged f
  join single s on s.ocid = f.ocid
  join contract c on c.ocid = f.ocid
  where not c.repeated and (c.award = f.part or (c.award is null and s.awards = 1))
), dated as (
  select ocid, part, max(category) as category, coalesce(min(signed), min(awarded_on), min(told_on)) as day
  from (
    select i.ocid as ocid, i.part as part, i.category as category, i.signed as signed, a.date as awarded_on, t.day as told_on
    from linked i left join award a on a.ocid = i.ocid and a.award = i.part left join told t on t.ocid = i.ocid
  ) moments
  group by ocid, part
)
select f.ocid as ocid, f.part as part, 1 as nth, 'awarded' as what, f.ocid as source, null as notice, cast(a.date as varchar) as day, cast(a.amount as varchar) as amount, a.currency as currency, null as number, a.title as words
from flagged f join award a on a.ocid = f.ocid and a.award = f.part
union all
select ocid, part, 2 * place as nth, 'contract' as what, ocid as source, notice, cast(signed as varchar) as day, cast(amount as varchar) as amount, currency, null as number, title as words
from linked where amount is not null
union all
select ocid, part, 1 + 2 * place as nth, 'final' as what, ocid as source, notice, null as day, cast(final_amount as varchar) as amount, final_currency as currency, null as number, title as words
from linked where final_amount is not null
union all
select d.ocid as ocid, d.part as part, 100001 as nth, 'limit' as what, null as source, null as notice, null as day, null as amount, null as currency, w.value as number, w.source as words
from dated d
cross join law_limit w
where d.day >= w.from_day and d.day <= w.to_day and w.name = case when d.category in ('goods', 'services') then 'small-change-share-goods-services' else 'small-change-share-works' end
order by ocid, part, nth

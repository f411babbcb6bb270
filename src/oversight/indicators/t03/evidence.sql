with links as (
  select o.ocid as ocid, o.part as part, c.published as published, c.reason_code as reason_code, c.reason as reason, c.description as description, c.notice as notice, c.amount_before as amount_before, c.amount_after as amount_after, c.added as added, c.currency as currency,
    cast(row_number() over (partition by o.ocid, o.part order by c.nth) as integer) as place
  from outcome o join changed c on c.ocid = o.ocid and c.part = o.part
  where o.outcome = 'flagged'
), summed as (
  select ocid, part, sum(added) as total, max(case when coalesce(reason_code, '') not in ('mod-rev', 'mod-repl') then added end) as largest, max(published) as last_day, max(currency) as currency, min(case when place = 1 then amount_before end) as original from links group by ocid, part
), measured as (
  select s.ocid as ocid, s.part as part, s.total as total, s.largest as largest, s.last_day as last_day, s.currency as currency, s.original as original, p.category as category,
    case when p.category in ('goods', 'services') then 'small-change-share-goods-services' else 'small-change-share-works' end as small,
    'additional-delivery-share' as each_change,
    case when p.category = 'works' then 'works' when k.kind = 'state' then 'state-goods-services' else 'municipal-goods-services' end as threshold
  from summed s join process p on p.ocid = s.ocid left join buyer_kind k on k.ocid = s.ocid
)
select ocid, part, 1 as nth, 'original' as what, ocid as source, null as notice, null as day, cast(original as varchar) as amount, currency, null as number, null as words
from measured
union all
select ocid, part, 2 * place as nth, 'before' as what, ocid as source, notice, cast(published as varchar) as day, cast(amount_before as varchar) as amount, currency, null as number, reason_code as words
from links
union all
select ocid, part, 2 * place + 1 as nth, 'after' as what, ocid as source, notice, cast(published as varchar) as day, cast(amount_after as varchar) as amount, currency, null as number, coalesce(description, reason) as words
from links
union all
select ocid, part, 100000 as nth, 'sum' as what, null as source, null as notice, null as day, cast(total as varchar) as amount, currency, null as number, null as words
from measured
union all
select m.ocid as ocid, m.part as part, 100001 as nth, 'small' as what, null as source, null as notice, cast(m.last_day as varchar) as day, null as amount, null as currency, l.value as number, l.source as words
from measured m join law_limit l on l.name = m.small and m.last_day >= l.from_day and m.last_day <= l.to_day
where cast(m.total as double) * 100 >= cast(m.original as double) * l.value
union all
select m.ocid as ocid, m.part as part, 100002 as nth, 'each' as what, null as source, null as notice, cast(m.last_day as varchar) as day, null as amount, null as currency, l.value as number, l.source as words
from measured m join law_limit l on l.name = m.each_change and m.last_day >= l.from_day and m.last_day <= l.to_day
where cast(m.largest as double) * 100 > cast(m.original as double) * l.value
union all
select m.ocid as ocid, m.part as part, 100003 as nth, 'threshold' as what, null as source, null as notice, cast(m.last_day as varchar) as day, cast(cast(t.dkk as decimal(18, 0)) as varchar) as amount, 'DKK' as currency, null as number, t.source as words
from measured m join threshold t on t.name = m.threshold and m.last_day >= t.from_day and m.last_day <= t.to_day
where m.currency = 'DKK' and m.category in ('goods', 'services', 'works') and cast(m.total as double) >= t.dkk
order by ocid, part, nth

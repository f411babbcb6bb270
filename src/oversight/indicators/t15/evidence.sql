with changed as (
  select o.ocid as ocid, o.part as part, c.notice as notice, c.published as published, c.cpv as cpv, c.cpv_before as cpv_before, c.category as category, c.category_before as category_before, c.shared_divisions as shared_divisions, coalesce(c.description, c.reason) as words,
    cast(row_number() over (partition by o.ocid, o.part order by c.published, c.notice) as integer) as place
  from outcome o join change c on c.ocid = o.ocid and trim(concat(coalesce(c.contract, ''), ' ', coalesce(c.change, ''))) = o.part
  where o.outcome = 'flagged'
)
select ocid, part, 5 * place - 4 as nth, 'change' as what, ocid as source, notice, cast(published as varchar) as day, null as amount, null as currency, null as number, words from changed
union all
select c.ocid as ocid, c.part as part, 5 * c.place - 3 as nth, 'before' as what, c.ocid as source, null as notice, null as day, null as amount, null as currency, null as number,
  concat(c.cpv_before, ': ', coalesce(d.names, '?')) as words
from changed c left join cpv_division d on d.division = substring(c.cpv_before, 1, 2)
where c.cpv_before is not null
union all
select c.ocid as ocid, c.part as part, 5 * c.place - 2 as nth, 'after' as what, c.ocid as source, c.notice as notice, null as day, null as amount, null as currency, null as number,
  concat(c.cpv, ': ', coalesce(d.names, '?')) as words
from changed c left join cpv_division d on d.division = substring(c.cpv, 1, 2)
where c.cpv is not null
union all
select ocid, part, 5 * place - 1 as nth, 'category-before' as what, ocid as source, null as notice, null as day, null as amount, null as currency, null as number, category_before as words
from changed where category_before is not null and category is not null
union all
select ocid, part, 5 * place as nth, 'category-after' as what, ocid as source, notice, null as day, null as amount, null as currency, null as number, category as words
from changed where category_before is not null and category is not null
order by ocid, part, nth

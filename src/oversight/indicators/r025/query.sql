with bound as (
  select case when given.number is not null then given.number when f.q1 > 0 then f.low end as low, often.value as entries
  from fence f
  cross join (select number from setting where name = 'R025.threshold') given
  cross join (select q.value as value from quantile q join setting s on q.p = s.number / 100e0 where q.indicator = 'R025 entries' and s.name = 'R025.percentile') often
  where f.indicator = 'R025'
)
select m.kind as kind, m.id as id, m.value as value, m.line as line, 0 as place
from measured m cross join bound b
where m.indicator = 'R025' and b.low > 0 and m.weight >= b.entries and m.value <= b.low
order by m.line, m.id

-- Quantiles of type R-8 (Hyndman and Fan): the value at the place h = (n + 1/3) p + 1/3, between two places in proportion, never outside the values.
create temporary table quantile as
with wanted as (
  select 0.25e0 as p
  union distinct select 0.75e0 as p
  union distinct select number / 100e0 as p from setting where name = 'R025.percentile'
), sized as (
  select indicator, kind, count(*) as n, min(value) as least, max(value) as most from measured group by indicator, kind
), placed as (
  select s.indicator as indicator, s.kind as kind, s.n as n, s.least as least, s.most as most, w.p as p, (s.n + 1e0 / 3) * w.p + 1e0 / 3 as h
  from sized s cross join wanted w
), below as (
  select indicator, kind, n, least, most, p, h, cast(floor(h) as integer) as place from placed
), ranked as (
  select indicator, kind, value, cast(row_number() over (partition by indicator, kind order by value) as integer) as place from measured
)
select b.indicator as indicator, b.kind as kind, b.p as p,
  case when b.place < 1 or b.p = 0 then b.least when b.place >= b.n then b.most else low.value + (b.h - b.place) * (high.value - low.value) end as value
from below b
left join ranked low on low.indicator = b.indicator and low.kind = b.kind and low.place = b.place
left join ranked high on high.indicator = b.indicator and high.kind = b.kind and high.place = b.place + 1

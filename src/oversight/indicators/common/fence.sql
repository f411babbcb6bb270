-- Tukey's fences: 1.5 interquartile ranges below the first and above the third quartile. A value on the fence is beyond it, so the last
-- bit counts: the published figures round 1.5 × range + quartile once, as here, where both roundings are found (Knuth's two-sum) and
-- put back. Where the third quartile is infinite there is no lower fence; where both are, there is none.
create temporary table fence as
with quartiles as (
  select q1.indicator as indicator, q1.kind as kind, q1.value as q1, q3.value as q3, q3.value - q1.value as spread, (q3.value - q1.value) / 2 as half
  from quantile q1
  join quantile q3 on q3.indicator = q1.indicator and q3.kind = q1.kind
  where q1.p = 0.25 and q3.p = 0.75
), product as (
  select indicator, kind, q1, q3, spread, half, spread + half as whole from quartiles
), product_lost as (
  select indicator, kind, q1, q3, whole, (spread - (whole - (whole - spread))) + (half - (whole - spread)) as lost from product
), total as (
  select indicator, kind, q1, q3, whole, lost, q1 - whole as beneath, q3 + whole as above from product_lost
), total_lost as (
  select indicator, kind, q1, q3, beneath, above, lost,
    (q1 - (beneath - (beneath - q1))) + (-whole - (beneath - q1)) as beneath_lost,
    (q3 - (above - (above - q3))) + (whole - (above - q3)) as above_lost
  from total
)
select indicator, kind, q1, q3,
  case when q3 < cast('inf' as double) then beneath + (beneath_lost - lost) end as low,
  case when q3 < cast('inf' as double) then above + (above_lost + lost) when q3 <= cast('inf' as double) and q1 < cast('inf' as double) then cast('inf' as double) end as high
from total_lost

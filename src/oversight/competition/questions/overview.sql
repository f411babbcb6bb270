-- The divisions of the vocabulary (two digits) with most processes.
, placed as (
  select distinct scope.piece, scope.process, substr(code.code, 1, 2) as place
  from scope join competition_code code on code.piece = scope.piece where code.code is not null),
counted as (select place, count(distinct process) as processes from placed group by place),
bids as (
  select placed.place, count(*) as lots, sum(case when unit.bids = 1 then 1 else 0 end) as single, avg(unit.bids) as mean
  from placed join competition_unit unit on unit.piece = placed.piece group by placed.place),
won as (
  select placed.place, win.organisation, sum(cast(1 as double) / win.winners) as weight
  from placed join competition_win win on win.piece = placed.piece group by placed.place, win.organisation),
shares as (select place, count(*) as winners, sum(weight) as awards, max(weight) as largest from won group by place)
select counted.place, counted.processes, coalesce(bids.lots, 0) as lots, coalesce(bids.single, 0) as single, bids.mean,
       coalesce(shares.awards, 0) as awards, coalesce(shares.winners, 0) as winners, coalesce(shares.largest, 0) as largest
from counted left join bids on bids.place = counted.place left join shares on shares.place = counted.place
order by counted.processes desc, counted.place limit $most

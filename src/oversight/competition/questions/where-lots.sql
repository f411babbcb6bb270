-- Who wins most in each place: a lot.
, placed as (
  select open_scope.ocid, open_scope.lot, concat(open_scope.ocid, ' ', open_scope.lot) as place from open_scope),
won as (
  select placed.place, win.organisation, sum(cast(1 as double) / win.winners) as weight
  from placed join competition_win win on win.ocid = placed.ocid and win.lot = placed.lot
  group by placed.place, win.organisation),
ranked as (
  select won.*, row_number() over (partition by place order by weight desc, organisation) as rank, sum(weight) over (partition by place) as awards, count(*) over (partition by place) as winners
  from won)
select ranked.place, coalesce(lot.title, process.title) as title, ranked.awards, ranked.winners, ranked.organisation as leader, leader.name as leader_name, ranked.weight as leader_awards
from ranked
left join competition_name leader on leader.organisation = ranked.organisation
left join competition_lot lot on concat(lot.ocid, ' ', lot.lot) = ranked.place
left join competition_process process on concat(process.ocid, ' ') = ranked.place
where ranked.rank = 1 order by ranked.awards desc, ranked.place limit $most

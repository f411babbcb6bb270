-- Who wins most in each place: a buyer.
, placed as (
  select distinct open_scope.piece, open_scope.process, process.buyer as place from open_scope join competition_process process on process.id = open_scope.process where process.buyer is not null),
won as (
  select placed.place, win.organisation, sum(cast(1 as double) / win.winners) as weight
  from placed join competition_win win on win.piece = placed.piece
  group by placed.place, win.organisation),
ranked as (
  select won.*, row_number() over (partition by place order by weight desc, organisation) as rank, sum(weight) over (partition by place) as awards, count(*) over (partition by place) as winners
  from won)
select ranked.place, name.name as title, ranked.awards, ranked.winners, ranked.organisation as leader, leader.name as leader_name, ranked.weight as leader_awards
from ranked
left join competition_name leader on leader.organisation = ranked.organisation
left join competition_name name on name.organisation = ranked.place
where ranked.rank = 1 order by ranked.awards desc, ranked.place limit $most

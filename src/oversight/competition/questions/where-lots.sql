-- Who wins most in each place: a lot.
, placed as (
  select open_scope.piece, concat(piece.ocid, ' ', piece.lot) as place from open_scope join competition_piece piece on piece.id = open_scope.piece),
won as (
  select placed.place, win.organisation, sum(cast(1 as double) / win.winners) as weight
  from placed join competition_win win on win.piece = placed.piece
  group by placed.place, win.organisation),
ranked as (
  select won.*, row_number() over (partition by place order by weight desc, organisation) as rank, sum(weight) over (partition by place) as awards, count(*) over (partition by place) as winners
  from won)
select ranked.place, coalesce(lot.title, process.title) as title, ranked.awards, ranked.winners, ranked.organisation as leader, leader.name as leader_name, ranked.weight as leader_awards
from ranked
left join competition_name leader on leader.organisation = ranked.organisation
left join competition_piece piece on concat(piece.ocid, ' ', piece.lot) = ranked.place
left join competition_lot lot on lot.piece = piece.id
left join competition_process process on process.id = piece.process
where ranked.rank = 1 order by ranked.awards desc, ranked.place limit $most

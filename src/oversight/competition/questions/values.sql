-- How many organisations won how much alone, by currency, and in how many awards. What several won together is in no one's sum.
, won as (
  select award.currency, win.organisation, count(*) as awards, cast(sum(award.amount) as double) as amount
  from scope
  join competition_win win on win.piece = scope.piece
  join competition_placed_award award on award.id = win.id
  where award.winners = 1 and award.amount > 0 and award.currency is not null
  group by 1, 2)
select currency, amount, count(*) as winners, sum(awards) as awards from won group by 1, 2

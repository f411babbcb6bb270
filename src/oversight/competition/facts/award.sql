-- An award that counts. Its day: that of the award, else the first signature of its contract, else the first notice of a result.
with signed as (
  select ocid, award, min(signed) as day from contract where award is not null and signed is not null group by ocid, award),
winners as (
  select ocid, award, count(distinct organisation) as winners from award_supplier where organisation <> '' group by ocid, award),
dated as (
  select award.ocid, award.award, coalesce(award.lot, '') as lot, award.amount, award.currency, award.bids, coalesce(winners.winners, 0) as winners,
         case when award.date between cast('1990-01-01' as date) and cast($until as date) then award.date end as decided,
         case when signed.day between cast('1990-01-01' as date) and cast($until as date) then signed.day end as signed, process.result_day
  from award
  join competition_process process on process.ocid = award.ocid
  left join signed on signed.ocid = award.ocid and signed.award = award.award
  left join winners on winners.ocid = award.ocid and winners.award = award.award
  where award.counted)
select row_number() over (order by ocid, award, lot) as id, ocid, award, lot, amount, currency, bids, winners, coalesce(decided, signed) as decided,
       coalesce(decided, signed, result_day) as day, year(coalesce(decided, signed, result_day)) as year
from dated

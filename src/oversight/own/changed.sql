-- The changes of each contract, oldest first, with what each adds. Notices number contracts anew: where in a process each change begins with the amount that the
-- one before it ended with, they are of one contract, which is named by its first. A change that two notices tell in the same way is one.
create temporary table changed as
with told as (
  select ocid, contract, published, reason_code, amount_before, amount_after, currency, min(notice) as notice, min(reason) as reason, min(description) as description, min(change) as change
  from change
  group by ocid, contract, published, reason_code, amount_before, amount_after, currency
), ordered as (
  select ocid, contract, published, reason_code, amount_before, amount_after, currency, notice, reason, description,
    cast(row_number() over (partition by ocid order by published, notice, contract, change) as integer) as nth
  from told
), beside as (
  select ocid, nth, contract, amount_before, currency,
    lag(contract) over (partition by ocid order by nth) as contract_before, lag(amount_after) over (partition by ocid order by nth) as amount_there, lag(currency) over (partition by ocid order by nth) as currency_there
  from ordered
), followed as (
  select ocid, nth, contract, case when nth = 1 or contract = contract_before or (amount_before = amount_there and currency = currency_there) then 0 else 1 end as breaks from beside
), whole as (
  select ocid, max(breaks) as breaks, min(case when nth = 1 then coalesce(contract, '') end) as named from followed group by ocid
)
select o.ocid as ocid, case when w.breaks = 0 then w.named else coalesce(o.contract, '') end as part,
  o.nth as nth, o.published as published, o.reason_code as reason_code, o.reason as reason, o.description as description, o.notice as notice, o.amount_before as amount_before, o.amount_after as amount_after, o.currency as currency,
  case when o.amount_before >= 0 and o.amount_after >= 0 and o.currency is not null then o.amount_after - o.amount_before end as added
from ordered o join whole w on w.ocid = o.ocid

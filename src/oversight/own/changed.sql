-- The changes of each contract, oldest first, with what each adds. Notices number contracts anew: where in a process each change begins with the amount that the
-- one before it ended with, they are of one contract, which is named by its first. A change that two notices tell in the same way is one.
create table changed as
with told as (
  select ocid, contract, published, reason_code, amount_before, amount_after, currency, min(notice) as notice, min(reason) as reason, min(description) as description, min(change) as change
  from change
  group by ocid, contract, published, reason_code, amount_before, amount_after, currency
), ordered as (
  select ocid, contract, published, reason_code, amount_before, amount_after, currency, notice, reason, description,
    row_number() over (partition by ocid order by published, notice, contract, change) as nth
  from told
), followed as (
  select a.ocid, a.nth, a.contract, case when b.nth is null or b.contract = a.contract or (a.amount_before = b.amount_after and a.currency = b.currency) then 0 else 1 end as breaks
  from ordered a left join ordered b on b.ocid = a.ocid and b.nth = a.nth - 1
), whole as (
  select ocid, max(breaks) as breaks, min(case when nth = 1 then coalesce(contract, '') end) as named from followed group by ocid
)
select o.ocid, case when w.breaks = 0 then w.named else coalesce(o.contract, '') end as part,
  o.nth, o.published, o.reason_code, o.reason, o.description, o.notice, o.amount_before, o.amount_after, o.currency,
  case when o.amount_before >= 0 and o.amount_after >= 0 and o.currency is not null then o.amount_after - o.amount_before end as added
from ordered o join whole w on w.ocid = o.ocid

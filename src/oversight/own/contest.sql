-- What is known of the bids for each lot of a process, or for the whole (''), beside its decision. Cancelled processes are left out.
-- Stated: the number of bids that a notice gives; more than are named means that some are not told of. Winning: by the only supplier, joint: not by it alone.
create temporary table contest as
with part_of as (
  select ocid, part from decision union distinct select ocid, part from offer
), bids as (
  select ocid, part, count(*) as named,
    sum(case when coalesce(status, '') in ('invited', 'withdrawn') then 0 else 1 end) as listed,
    sum(case when status is null then 1 else 0 end) as unstated,
    sum(case when status = 'valid' then 1 else 0 end) as valid,
    sum(case when status = 'disqualified' then 1 else 0 end) as disqualified,
    sum(case when status = 'valid' and tenderers = 0 then 1 else 0 end) as valid_unnamed,
    sum(case when status = 'disqualified' and tenderers = 0 then 1 else 0 end) as disqualified_unnamed,
    sum(case when status = 'valid' and winning = 1 then 1 else 0 end) as winning,
    sum(case when status = 'valid' and winning = 1 and tenderers > 1 then 1 else 0 end) as joint,
    sum(case when status = 'valid' and price is null then 1 else 0 end) as valid_unpriced,
    sum(case when status = 'disqualified' and price is null then 1 else 0 end) as disqualified_unpriced,
    count(distinct case when price is not null and status = 'valid' then currency end) as valid_currencies,
    count(distinct case when price is not null and status in ('valid', 'disqualified') then currency end) as currencies
  from offer
  group by ocid, part
), loosely as (
  select ocid, sum(loose) as loose from offer group by ocid
), stated as (
  select ocid, part, max(bids) as bids
  from (
    select l.ocid as ocid, case when d.ocid is null then '' else coalesce(l.lot, '') end as part, l.bids as bids from lot l left join divided d on d.ocid = l.ocid
    union all
    select ocid, '' as part, bids from process
  ) told
  group by ocid, part
)
select k.ocid as ocid, k.part as part, p.buyer as buyer, p.technique as technique, p.price_only as price_only,
  coalesce(c.active, 0) as active, coalesce(c.undecided, 0) as undecided, coalesce(c.suppliers, 0) as suppliers, c.supplier as supplier,
  coalesce(b.listed, 0) as listed, coalesce(b.unstated, 0) as unstated, coalesce(l.loose, 0) as loose,
  case when coalesce(s.bids, 0) > coalesce(b.named, 0) then 1 else 0 end as incomplete,
  coalesce(b.valid, 0) as valid, coalesce(b.disqualified, 0) as disqualified,
  coalesce(b.valid_unnamed, 0) as valid_unnamed, coalesce(b.disqualified_unnamed, 0) as disqualified_unnamed,
  coalesce(b.winning, 0) as winning, coalesce(b.joint, 0) as joint,
  coalesce(b.valid_unpriced, 0) as valid_unpriced, coalesce(b.disqualified_unpriced, 0) as disqualified_unpriced,
  coalesce(b.valid_currencies, 0) as valid_currencies, coalesce(b.currencies, 0) as currencies
from part_of k
join process p on p.ocid = k.ocid
left join decision c on c.ocid = k.ocid and c.part = k.part
left join bids b on b.ocid = k.ocid and b.part = k.part
left join loosely l on l.ocid = k.ocid
left join stated s on s.ocid = k.ocid and s.part = k.part
where coalesce(p.status, '') <> 'cancelled'

-- Framework agreements and systems by how many are named as having bid. $technique and $words narrow them.
, named as (
  select under.framework, bidder.organisation, max(bidder.won) as won
  from competition_under under join competition_bidder bidder on bidder.ocid = under.ocid
  group by under.framework, bidder.organisation),
counted as (select framework, count(*) as bidders, sum(won) as winners from named group by framework),
purchases as (select framework, count(*) as processes from competition_under group by framework)
select process.ocid, process.title, framework.technique, name.name as buyer_name, coalesce(counted.bidders, 0) as bidders, coalesce(counted.winners, 0) as winners, purchases.processes
from competition_framework framework
join competition_process process on process.ocid = framework.ocid and process.open = 1
join purchases on purchases.framework = framework.ocid
left join counted on counted.framework = framework.ocid
left join competition_name name on name.organisation = process.buyer
where ($technique = '' or framework.technique = $technique) and ($words = '' or position($words in lower(concat(coalesce(process.title, ''), ' ', process.ocid))) > 0)
order by bidders desc, process.ocid limit $most

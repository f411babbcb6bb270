-- Who takes part as buyer or winner, and whether a notice of the process gives its register number.
select process.id as process, party.organisation, case when party.role = 'supplier' then 'supplier' else 'buyer' end as part,
       max(case when party.number is not null and trim(party.number) <> '' then 1 else 0 end) as numbered
from party join competition_process process on process.ocid = party.ocid
where party.role in ('buyer', 'supplier') and party.organisation <> ''
group by process.id, party.organisation, case when party.role = 'supplier' then 'supplier' else 'buyer' end

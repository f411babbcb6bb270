-- Who takes part as buyer or winner, and whether a notice of the process gives its register number.
select ocid, organisation, case when role = 'supplier' then 'supplier' else 'buyer' end as part,
       max(case when number is not null and trim(number) <> '' then 1 else 0 end) as numbered
from party where role in ('buyer', 'supplier') and organisation <> ''
group by ocid, organisation, case when role = 'supplier' then 'supplier' else 'buyer' end

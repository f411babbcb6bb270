select process.ocid, process.title, process.technique, process.buyer, name.name as buyer_name, framework.suppliers
from competition_process process
join competition_framework framework on framework.ocid = process.ocid
left join competition_name name on name.organisation = process.buyer
where process.ocid = $agreement

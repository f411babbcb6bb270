select name.name
from competition_name name
where name.organisation = $buyer and exists (select 1 from competition_buyer buyer where buyer.organisation = $buyer)

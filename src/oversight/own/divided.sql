-- Processes of which more than one lot is known. In the others all that is bid and awarded is for the whole, whatever it says.
create temporary table divided as
select ocid
from (
  select ocid, lot from lot where lot is not null
  union distinct select ocid, lot from award where lot is not null
  union distinct select ocid, lot from bid where lot is not null
) named
group by ocid
having count(*) > 1

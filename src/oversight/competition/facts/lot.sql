select ocid, lot, min(title) as title from lot where lot is not null group by ocid, lot

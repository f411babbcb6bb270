select count(*) as processes from scope

select country, count(*) as processes from competition_process where country is not null and open = 1 group by country order by processes desc, country

insert into measured
select 'R058', 'OCID', ocid, line, 1, share from margin where share is not null

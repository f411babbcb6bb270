insert into measured
select 'R024', 'OCID', ocid, line, 1, share from margin where share is not null

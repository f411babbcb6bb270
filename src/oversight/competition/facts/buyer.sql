select distinct process.id as process, party.organisation from party join competition_process process on process.ocid = party.ocid
where party.role in ('buyer', 'procuringEntity') and party.organisation <> ''

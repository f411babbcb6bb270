select distinct ocid, organisation from party where role in ('buyer', 'procuringEntity') and organisation <> ''

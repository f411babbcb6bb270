-- Lists by procedure, and of what had one bid: in their order, and counted without going to the rows.
create index process_procedure on process (procedure, coalesce(last_date, '-infinity') desc, ocid desc);
create index process_one_bid on process (coalesce(last_date, '-infinity') desc, ocid desc) where lots_single_bid > 0;

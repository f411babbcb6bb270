-- What a process is said to be, for filters and figures; see src/register/flat. `cpv` holds every CPV code of its items as the field
-- it belongs to at each level ("72", "722", "7222" …), so that a field is found by any of its levels. `derived` is the version of the
-- reading that made the row: rows of an earlier one are made anew from their releases.
alter table process
  add column procedure       text,
  add column without_call    boolean,
  add column technique       text,
  add column division        text,
  add column cpv             text[] not null default '{}',
  add column lots_with_bids  integer not null default 0,
  add column lots_single_bid integer not null default 0,
  add column derived         integer not null default 0;
create index process_cpv on process using gin (cpv);
create index process_derived on process (derived);

-- Awards, contracts and changes of contracts, in the order of their compiled release. `suppliers` are {key, name}.
create table award (
  ocid      text not null references process on delete cascade,
  place     integer not null,
  award     text,
  date      date,
  amount    numeric,
  currency  text,
  bids      integer,
  counted   boolean not null,
  suppliers text[] not null,
  primary key (ocid, place)
);

create table contract (
  ocid       text not null references process on delete cascade,
  place      integer not null,
  contract   text,
  title      text,
  status     text,
  signed     date,
  starts     date,
  ends       date,
  ends_basis text,
  renewal    boolean not null,
  amount     numeric,
  currency   text,
  changed    boolean not null,
  suppliers  jsonb not null,
  primary key (ocid, place)
);
create index contract_ends on contract (ends, ocid, place) where ends is not null;

create table contract_change (
  ocid          text not null references process on delete cascade,
  place         integer not null,
  contract      text,
  change        text,
  published     date,
  reason_code   text,
  reason        text,
  description   text,
  amount_before numeric,
  amount_after  numeric,
  currency      text,
  primary key (ocid, place)
);
create index contract_change_newest on contract_change (published desc nulls last, ocid, place);

-- What the lists of contracts, of changes and of frameworks need, as `derived` 2 reads it. `notice` is the id of the release that tells
-- of the row; `repeated` a contract that also stands as changed. `reasons` are codes of the list "direct-award-justification".
alter table process
  add column reasons   text[] not null default '{}',
  add column rationale text;
create index process_reasons on process using gin (reasons) where reasons <> '{}';

alter table contract
  add column repeated boolean not null default false,
  add column notice   text;
drop index contract_ends;
create index contract_ends on contract (ends, ocid, place) where ends is not null and not repeated;
create index contract_newest on contract (coalesce(signed, '-infinity'), ocid, place) where not repeated;
create index contract_amount on contract (coalesce(currency, 'unknown'), coalesce(amount, -1), ocid, place) where not repeated;

-- How much the amount rose, as a share of what it was before; empty where the two amounts cannot be compared.
alter table contract_change
  add column notice text,
  add column rise   numeric generated always as (
    case when currency is not null and amount_before > 0 then round(amount_after / amount_before - 1, 6) end) stored;
drop index contract_change_newest;
create index contract_change_newest on contract_change (coalesce(published, '-infinity'), ocid, place);
create index contract_change_rise on contract_change (coalesce(rise, -1e6), ocid, place);

-- Framework agreements and dynamic purchasing systems.
create table framework (
  ocid              text primary key references process on delete cascade,
  technique         text not null check (technique in ('dps', 'framework')),
  maximum           numeric,
  maximum_currency  text,
  estimate          numeric,
  estimate_currency text,
  starts            date,
  ends              date,
  ends_basis        text,
  days              bigint,
  applications      date,
  closed            boolean not null,
  suppliers         integer,
  last_date         timestamptz
);
create index framework_newest on framework (coalesce(last_date, '-infinity'), ocid);

-- The agreement or system under which a process says that it buys, as it names it: an ocid, a notice number or a notice id.
create table bought_under (
  ocid      text not null references process on delete cascade,
  framework text not null,
  primary key (ocid, framework)
);
create index bought_under_framework on bought_under (framework);

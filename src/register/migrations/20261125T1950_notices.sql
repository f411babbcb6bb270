-- A release that was read from a notice in XML: eForms or TED. `release.received` then holds its reading as OCDS, and the notice
-- as published stands here, whole, packed with zstd. `names` are what other notices may call it; `joins` the names of notices of its
-- procedure; `plans` the names of notices in which it was planned; `replaces` the notices whose words it takes the place of.
create table notice (
  release        uuid primary key references release (id),
  source         text not null check (source in ('eforms', 'ted')),
  content        text not null unique,
  original       bytea not null,
  number         text,
  notice_id      text,
  procedure_id   text,
  names          text[] not null,
  joins          text[] not null,
  plans          text[] not null,
  replaces       text[] not null,
  form           text,
  form_type      text,
  notice_type    text,
  version        text,
  procedure_code text,
  language       text,
  country        text,
  published      date,
  gazette        text,
  total          jsonb,
  remarks        jsonb not null
);
-- The packed original is not packed once more.
alter table notice alter column original set storage external;
create index notice_number on notice (number);
create index notice_procedure on notice (procedure_id) where procedure_id is not null;
create index notice_names on notice using gin (names);
create index notice_joins on notice using gin (joins);
create index notice_plans on notice using gin (plans);

-- Other ocids under which a process was known, or would be if fewer of its notices were. They redirect.
create table ocid_alias (
  alias text primary key,
  ocid  text not null
);
create index ocid_alias_of on ocid_alias (ocid);

-- What the register holds, counted as releases come in: by source, country, year and form, and how many of them fill each field.
-- The row with the empty field counts the releases themselves.
create table coverage (
  source     text not null,
  country    text not null,
  year       integer not null,
  form       text not null,
  field      text not null,
  releases   integer not null,
  first_date date,
  last_date  date,
  primary key (source, country, year, form, field)
);

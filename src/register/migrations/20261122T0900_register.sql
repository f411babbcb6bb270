create extension if not exists pg_trgm;

-- A file that was imported, known by its hash. `values_done` is where an interrupted import goes on.
create table source_file (
  sha256       text primary key,
  name         text not null,
  bytes        bigint not null,
  reader       integer not null,
  values_done  bigint not null default 0,
  imported     bigint not null default 0,
  unchanged    bigint not null default 0,
  first_seen   timestamptz not null default now(),
  completed_at timestamptz
);

-- Releases as received: never changed, never deleted. `content` tells two contents under one release id apart.
create table release (
  id           uuid primary key,
  ocid         text not null,
  release_id   text not null,
  date         text not null,
  tags         text[] not null,
  language     text,
  ocds_version text not null check (ocds_version in ('1.0', '1.1')),
  received     text not null,
  sha256       text not null,
  content      text not null,
  file         text not null references source_file (sha256),
  place        text not null,
  imported_at  timestamptz not null default now(),
  faults       jsonb not null,
  fault_count  integer not null,
  unique (ocid, release_id, content)
);
create index release_file on release (file);

-- A contracting process: its releases merged, and what lists and search need of it.
create table process (
  ocid           text primary key,
  compiled       text not null,
  title          text,
  description    text,
  buyer_key      text,
  buyer_name     text,
  suppliers      jsonb not null,
  country        text,
  stage          text,
  method         text,
  category       text,
  amount         numeric,
  currency       text,
  classification text,
  first_date     timestamptz,
  last_date      timestamptz,
  tender_end     timestamptz,
  year           integer,
  release_count  integer not null,
  fault_count    integer not null,
  search         tsvector not null
);
create index process_search on process using gin (search);
create index process_newest on process (coalesce(last_date, '-infinity') desc, ocid desc);
create index process_oldest on process (coalesce(first_date, 'infinity'), ocid);
create index process_deadline on process (tender_end) where tender_end is not null;
create index process_buyer on process (buyer_key, last_date desc);

-- Who takes part in which process, under which name and number.
create table participation (
  ocid         text not null references process on delete cascade,
  organisation text not null,
  party_id     text not null,
  name         text not null,
  scheme       text,
  number       text,
  country      text,
  locality     text,
  roles        text[] not null,
  primary key (ocid, organisation, party_id)
);
create index participation_organisation on participation (organisation);

-- Organisations, gathered from their participations after each import; `stale` ones wait for that.
create table organisation (
  key         text primary key,
  name        text not null default '',
  names       text[] not null default '{}',
  identifiers jsonb not null default '[]',
  country     text,
  locality    text,
  roles       jsonb not null default '[]',
  as_buyer    integer not null default 0,
  as_supplier integer not null default 0,
  search      tsvector not null default ''::tsvector,
  stale       boolean not null default true
);
create index organisation_stale on organisation (key) where stale;
create index organisation_search on organisation using gin (search);
create index organisation_name on organisation (name collate "da-x-icu", key);

-- Every word of titles and names, to find the one that was meant when a search finds nothing.
create table word (
  word text primary key
);
create index word_similar on word using gin (word gin_trgm_ops);

-- What could not be read, with its place in the file and the reason.
create table reject (
  file   text not null references source_file (sha256),
  number bigint not null,
  place  text not null,
  reason text not null,
  help   text not null,
  primary key (file, number)
);

-- Files of purchases, with what they are known by. Served as attachments only.
create table market_document (
  id uuid primary key,
  record uuid not null references market_record,
  name text not null check (length(name) between 1 and 200),
  type text not null check (length(type) <= 200),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  bytes integer not null check (bytes between 1 and 33554432),
  content bytea not null,
  person uuid not null,
  at timestamptz not null,
  check (length(content) = bytes)
);
create index on market_document (record, at);
alter table market_document alter column content set storage external;

alter table market_document enable row level security;

-- The owner sees what waits; others what the record names, as soon as they see the record.
create policy seen on market_document for select using (exists (
  select from market_record r where r.id = record
    and (r.owner = torvet_organisation() or r.body -> 'documents' @> jsonb_build_array(jsonb_build_object('id', market_document.id::text)))));
create policy stored on market_document for insert with check (person = torvet_person() and exists (
  select from market_record r where r.id = record and r.owner = torvet_organisation()));

grant select, insert on market_document to torvet_member;

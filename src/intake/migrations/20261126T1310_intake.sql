-- How sealed bids come in: what may be bid for, uploads in chunks, submissions, and who tried to read too early.

-- What bids are taken for: a lot of a purchase. Written by the market place.
create table intake_target (
  purchase uuid not null,
  lot text not null check (lot ~ '^[A-Za-z0-9_.:-]{1,100}$'),
  -- SHA-256 of the canonical key set, in hexadecimal.
  key_set text not null check (key_set ~ '^[0-9a-f]{64}$'),
  -- Ids of its holders, in order: a bid has a share for each.
  holders text[] not null,
  -- In whole milliseconds, as the instants that it is held against.
  deadline timestamptz not null check (deadline = date_trunc('milliseconds', deadline)),
  -- Organisations that may bid.
  invited uuid[] not null,
  -- When the list of bids was first handed out for the opening: no bid comes in after that, and the deadline stays.
  opening_at timestamptz,
  cancelled_at timestamptz,
  primary key (purchase, lot)
);

create table intake_upload (
  id uuid primary key,
  purchase uuid not null,
  lot text not null,
  supplier uuid not null,
  -- The person.
  begun_by uuid not null,
  begun_at timestamptz not null,
  touched_at timestamptz not null,
  -- Sealed bytes that have come in.
  bytes bigint not null default 0,
  -- Set by the first submission of it; what it holds stays as it is from then on.
  submitted_at timestamptz,
  foreign key (purchase, lot) references intake_target
);
create index on intake_upload (purchase, lot, supplier);
create index on intake_upload (touched_at) where submitted_at is null;

create table intake_chunk (
  upload uuid not null references intake_upload on delete cascade,
  part smallint not null check (part between 0 and 199),
  number smallint not null check (number between 0 and 127),
  sha256 bytea not null check (length(sha256) = 32),
  bytes integer not null check (bytes between 16 and 4194320),
  content bytea not null,
  primary key (upload, part, number)
);
-- Sealed bytes cannot be compressed: trying would cost time for nothing.
alter table intake_chunk alter column content set storage external;

-- Keys that receipts are signed with. One of them is in use; the others are kept for the receipts that they signed.
create table intake_key (
  -- The first 16 hexadecimal digits of the SHA-256 of the public key.
  name text primary key,
  -- DER: PKCS #8 and SPKI.
  private bytea not null,
  public bytea not null,
  used_from timestamptz not null,
  used_until timestamptz
);
create unique index intake_key_in_use on intake_key ((true)) where used_until is null;

-- What a receipt was given for. A receipt is a function of its row and its key, so that the same row always gives the same receipt.
create table intake_submission (
  id uuid primary key,
  purchase uuid not null,
  lot text not null,
  supplier uuid not null,
  submitted_by uuid not null,
  verdict text not null check (verdict in ('submitted', 'late', 'withdrawn')),
  bid_version bigint not null check (bid_version > 0),
  -- Null: a withdrawal, which repeats version, envelope and bytes of what was withdrawn.
  upload uuid references intake_upload,
  header text check (length(header) <= 1048576),
  envelope text not null check (envelope ~ '^[0-9a-f]{64}$'),
  bytes bigint not null,
  received_at timestamptz not null check (received_at = date_trunc('milliseconds', received_at)),
  -- As it stood when the verdict was given.
  deadline timestamptz not null,
  installation text not null,
  key text not null references intake_key,
  idempotency_key text not null check (length(idempotency_key) between 1 and 200),
  -- SHA-256 of what was asked, so that the same idempotency key with another request is refused.
  request bytea not null check (length(request) = 32),
  -- When a later one took its place.
  retired_at timestamptz,
  unique (supplier, idempotency_key),
  foreign key (purchase, lot) references intake_target,
  check ((verdict = 'withdrawn') = (upload is null) and (upload is null) = (header is null)),
  check ((verdict = 'late') = (received_at > deadline))
);
-- One word of a supplier counts for a lot: its last bid in time, or its withdrawal.
create unique index intake_submission_current on intake_submission (purchase, lot, supplier) where retired_at is null and verdict <> 'late';
create index on intake_submission (purchase, lot, supplier, bid_version);
create index on intake_submission (upload);

-- Attempts to read sealed bids that were refused.
-- Source: Directive 2014/24/EU, Annex IV, point (g).
create table intake_refused_read (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  purchase uuid not null,
  lot text,
  -- Null: the server itself, at somebody's request that names nobody.
  person uuid,
  organisation uuid,
  -- What was wanted, and why it was refused.
  what text not null,
  why text not null
);
create index on intake_refused_read (purchase, at);

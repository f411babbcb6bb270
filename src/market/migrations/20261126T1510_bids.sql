-- Drafts of bids, which only their writers can read, and bids that were opened.

create table market_bid_draft (
  record uuid not null references market_record,
  supplier uuid not null,
  version integer not null check (version > 0),
  -- age, for the keys of the supplier's own people; Torvet has none of them.
  content bytea not null check (length(content) between 1 and 524288),
  person uuid not null,
  at timestamptz not null,
  primary key (record, supplier)
);
alter table market_bid_draft alter column content set storage external;
alter table market_bid_draft enable row level security;
create policy own on market_bid_draft using (supplier = torvet_organisation()) with check (supplier = torvet_organisation() and person = torvet_person());
grant select, insert, update, delete on market_bid_draft to torvet_member;

-- What came of each bid that counted when enough holders had revealed. Its files stay sealed as they came; the key that opens them stands here, and no member sees it.
create table market_opened_bid (
  -- Key of the submission.
  submission uuid primary key,
  record uuid not null references market_record,
  lot text not null,
  supplier uuid not null,
  bid_version bigint not null,
  received_at timestamptz not null,
  envelope text not null check (envelope ~ '^[0-9a-f]{64}$'),
  bytes bigint not null,
  -- Null: it did not open so far.
  key bytea check (length(key) = 32),
  -- The bid as `readBid` reads it; null: it cannot be opened, or is none.
  document jsonb,
  -- The step that failed, why, and whose share it was; null: it opened.
  failed_step text,
  failed_why text,
  -- Holders whose share was not what the bidder had committed to, or who had none.
  wrong_holders text[] not null default '{}',
  -- How many holders had revealed when it was tried.
  reveals integer not null,
  tried_at timestamptz not null,
  check ((failed_step is null) = (failed_why is null)),
  check ((document is null) = (failed_step is not null))
);
create index on market_opened_bid (record);
alter table market_opened_bid enable row level security;

-- Seen from the opening on: by the buyer, and by the supplier whose bid it is.
create policy opened on market_opened_bid for select to torvet_member using (exists (
  select from market_record r where r.id = record and r.body ? 'openedAt' and (r.owner = torvet_organisation() or supplier = torvet_organisation())));
grant select (submission, record, lot, supplier, bid_version, received_at, envelope, bytes, document, failed_step, failed_why, wrong_holders, tried_at) on market_opened_bid to torvet_member;

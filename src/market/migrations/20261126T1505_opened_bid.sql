-- Bids as they were opened. Read by the buyer whose purchase it is, and by whom the bid is from.
create table market_opened_bid (
  submission uuid primary key,
  purchase uuid not null references market_record,
  supplier uuid not null,
  received_at timestamptz not null,
  content jsonb not null
);
create index on market_opened_bid (purchase);
alter table market_opened_bid enable row level security;
create policy seen on market_opened_bid for select using (supplier = torvet_organisation() or exists (select from market_record where id = purchase and owner = torvet_organisation()));
grant select on market_opened_bid to torvet_member;

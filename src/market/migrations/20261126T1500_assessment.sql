-- Who of the invited has looked at the documents of a purchase: counted after the contract, and shown to nobody before.
create table market_document_look (
  purchase uuid not null references market_record,
  organisation uuid not null,
  first_at timestamptz not null,
  primary key (purchase, organisation)
);
alter table market_document_look enable row level security;
-- Written by whoever looks. Read by the server alone: before the opening nobody learns who is interested.
create policy own on market_document_look using (organisation = torvet_organisation());
grant insert, select on market_document_look to torvet_member;

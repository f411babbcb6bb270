-- Who has which system, out of contract lists, invoices and answers to requests: one row as it was given, with where it stands.
create table holding (
  municipality text not null,
  system text not null,
  supplier text not null,
  starts date not null,
  ends date,
  amount numeric,
  currency text,
  source text not null,
  imported_at timestamptz not null default now(),
  unique nulls not distinct (municipality, system, supplier, starts, ends, amount, currency, source)
);
create index holding_system on holding (lower(system));

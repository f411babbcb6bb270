-- What this installation has to remember about itself, by name: for example that the demo world was removed.
create table installation (
  name  text primary key,
  value text not null,
  since timestamptz not null default now()
);

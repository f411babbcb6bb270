-- The records of the market place (docs/design/market.md). Read and written as the role torvet_member, which owns nothing;
-- what decisions need beyond what their giver may see is read by the server itself.

create table market_record (
  id uuid primary key,
  kind text not null,
  owner uuid not null,
  parent uuid references market_record,
  state text not null,
  version integer not null check (version > 0),
  audience text not null check (audience in ('owner', 'parties', 'public')),
  parties uuid[] not null default '{}',
  body jsonb not null,
  ocid text,
  created_at timestamptz not null,
  changed_at timestamptz not null
);
create index on market_record (kind, state);
create index on market_record (parent);
create index on market_record (owner);
create index on market_record using gin (parties);
create unique index on market_record (ocid) where ocid is not null;

-- For the owner alone, whatever the audience of the record.
create table market_internal (
  record uuid primary key references market_record,
  data jsonb not null
);

create table market_event (
  record uuid not null references market_record,
  version integer not null,
  n integer not null,
  at timestamptz not null,
  command text not null,
  type text not null,
  audience text not null check (audience in ('owner', 'parties', 'public')),
  person uuid,
  proposer uuid,
  organisation uuid,
  data jsonb not null,
  primary key (record, version, n),
  -- The second of two persons is another one than the first.
  check (proposer is null or proposer <> person)
);

create table market_due (
  record uuid not null references market_record,
  command text not null,
  at timestamptz not null,
  primary key (record, command, at)
);
create index on market_due (at);

create table market_proposal (
  record uuid not null references market_record,
  command text not null,
  input jsonb not null,
  version integer not null,
  person uuid not null,
  organisation uuid not null,
  at timestamptz not null,
  primary key (record, command)
);

-- Answers to requests that bore an Idempotency-Key.
create table market_answer (
  organisation uuid not null,
  key text not null,
  command text not null,
  record uuid not null,
  version integer not null,
  outcome text not null,
  at timestamptz not null,
  primary key (organisation, key)
);

create function market_record_keeps() returns trigger language plpgsql as $$
begin
  if (new.id, new.kind, new.owner, new.created_at) is distinct from (old.id, old.kind, old.owner, old.created_at)
    or new.parent is distinct from old.parent
    or (old.ocid is not null and new.ocid is distinct from old.ocid)
    or new.version <> old.version + 1 then
    raise exception 'a record keeps its key, kind, owner and parent, and grows by one version';
  end if;
  return new;
end $$;
create trigger keeps before update on market_record for each row execute function market_record_keeps();

create function market_history_stays() returns trigger language plpgsql as $$
begin
  raise exception 'history is neither changed nor deleted';
end $$;
create trigger stays before update or delete on market_event for each row execute function market_history_stays();

alter table market_record enable row level security;
alter table market_internal enable row level security;
alter table market_event enable row level security;
alter table market_proposal enable row level security;
alter table market_answer enable row level security;

create function market_sees(audience text, owner uuid, parties uuid[]) returns boolean language sql stable as $$
  select audience = 'public' or owner = torvet_organisation() or (audience = 'parties' and torvet_organisation() = any (parties))
$$;

create policy seen on market_record for select using (market_sees(audience, owner, parties));
create policy begun on market_record for insert with check (owner = torvet_organisation());
-- Changed by its owner, or by those whom it also concerns: who decides on an application owns the DIS.
create policy changed on market_record for update using (owner = torvet_organisation() or (audience <> 'owner' and torvet_organisation() = any (parties)));

create policy own on market_internal using (exists (select from market_record where id = record and owner = torvet_organisation()));

create policy seen on market_event for select using (exists (
  select from market_record where id = record and market_sees(market_event.audience, owner, parties) and market_sees(market_record.audience, owner, parties)));
create policy written on market_event for insert with check (person = torvet_person());

create policy own on market_proposal using (organisation = torvet_organisation());
create policy own on market_answer using (organisation = torvet_organisation());

grant select, insert, update on market_record, market_internal to torvet_member;
grant select, insert on market_event to torvet_member;
grant select, insert, delete on market_proposal to torvet_member;
grant select, insert on market_answer to torvet_member;

-- Who acts: organisations, people, what they may do for whom, and how they are known again.

-- Every world of this server's cluster shares one role: it owns nothing and cannot log in, so that a transaction that enters it sees only what policies let through.
do $$
begin
  if not exists (select from pg_roles where rolname = 'torvet_member') then
    begin
      create role torvet_member nologin noinherit;
    exception
      when duplicate_object or unique_violation then null; -- another world was made at the same moment
      when insufficient_privilege then
        raise exception 'The database user % may not create the role torvet_member, which keeps organisations apart.', current_user using
          errcode = 'TVOPS', hint = format('Let an administrator run: create role torvet_member nologin noinherit; grant torvet_member to %I;', current_user);
    end;
  end if;
  if exists (select from pg_roles where rolname = 'torvet_member' and (rolsuper or rolbypassrls or rolcanlogin)) then
    raise exception 'The role torvet_member may log in or go round policies, so that organisations would not be kept apart.' using
      errcode = 'TVOPS', hint = 'Let an administrator run: alter role torvet_member nologin nosuperuser nobypassrls;';
  end if;
  if not pg_has_role(current_user, 'torvet_member', 'set') then
    begin
      execute format('grant torvet_member to %I', current_user);
    exception when insufficient_privilege then
      raise exception 'The database user % may not enter the role torvet_member, which keeps organisations apart.', current_user using
        errcode = 'TVOPS', hint = format('Let an administrator run: grant torvet_member to %I;', current_user);
    end;
  end if;
end $$;

-- Who acts in this transaction, as asActor set it; null: nobody is logged in.
create function torvet_person() returns uuid language sql stable parallel safe
  return nullif(current_setting('torvet.person', true), '')::uuid;
create function torvet_organisation() returns uuid language sql stable parallel safe
  return nullif(current_setting('torvet.organisation', true), '')::uuid;
create function torvet_has_role(role text) returns boolean language sql stable parallel safe
  return coalesce(role = any (string_to_array(current_setting('torvet.roles', true), ',')), false);

create table member_organisation (
  id uuid primary key,
  kind text not null check (kind in ('municipality', 'central-purchasing-body', 'supplier', 'oversight-publisher', 'platform')),
  name text not null check (length(name) between 1 and 300),
  cvr text check (cvr ~ '^[0-9]{8}$'),
  municipality_code text check (municipality_code ~ '^[0-9]{4}$'),
  created_at timestamptz not null
);
create unique index on member_organisation (cvr) where cvr is not null;

create table person (
  id uuid primary key,
  name text not null check (length(name) between 1 and 300),
  issuer text not null,
  subject text not null,
  created_at timestamptz not null,
  unique (issuer, subject)
);

create table membership (
  person uuid not null references person,
  organisation uuid not null references member_organisation,
  roles text[] not null check (roles <@ array['buyer', 'approver', 'committee', 'evaluator', 'contract-manager', 'auditor', 'supplier-admin', 'bidder', 'editor', 'platform-admin']),
  valid_from timestamptz not null,
  -- Null: until further notice. The instant itself is no longer part of it.
  valid_to timestamptz check (valid_to >= valid_from),
  primary key (person, organisation)
);
create index on membership (organisation);

create table session (
  -- SHA-256 of the secret in the cookie: who reads this table can log in as nobody.
  id bytea primary key check (length(id) = 32),
  -- A name for it that may be shown.
  handle uuid not null unique,
  person uuid not null references person,
  organisation uuid not null references member_organisation,
  assurance text not null check (assurance in ('low', 'substantial', 'high')),
  created_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  revoked_at timestamptz
);
create index on session (person);

-- What is remembered of a login between the way out and the way back; each is used once.
create table login_attempt (
  id bytea primary key check (length(id) = 32),
  state text not null,
  nonce text not null,
  verifier text not null,
  -- Where to go afterwards: a path of this site.
  back text not null,
  ends_at timestamptz not null
);

create table api_key (
  id uuid primary key,
  -- SHA-256 of the key, which was shown once.
  hash bytea not null unique check (length(hash) = 32),
  -- Its beginning, so that people can tell their keys apart.
  prefix text not null,
  name text not null check (length(name) between 1 and 100),
  person uuid not null references person,
  organisation uuid not null references member_organisation,
  roles text[] not null,
  -- Names of actions.
  scopes text[] not null,
  created_at timestamptz not null,
  ends_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
create index on api_key (organisation);

-- Recipients (age X25519) that a person has registered. The newest that is not retired counts; what was sealed to an earlier one opens with that one alone.
create table person_key (
  id uuid primary key,
  person uuid not null references person,
  recipient text not null unique check (recipient ~ '^age1[02-9ac-hj-np-z]{58}$'),
  registered_at timestamptz not null,
  proved_at timestamptz,
  retired_at timestamptz
);
create unique index on person_key (person) where retired_at is null;

-- Declared before the first look. The last one counts; none is deleted.
create table interest (
  id uuid primary key,
  person uuid not null references person,
  organisation uuid not null references member_organisation,
  -- Of the market place.
  record uuid not null,
  conflict boolean not null,
  text text not null check (length(text) <= 4000),
  declared_at timestamptz not null
);
create index on interest (record, person, declared_at desc);

grant usage on schema public to torvet_member;
grant select on member_organisation, person, membership, person_key, interest to torvet_member;
-- Not the hashes: what a page shows of a session or a key is never enough to use it.
grant select (handle, person, organisation, assurance, created_at, seen_at, ends_at, revoked_at), update (revoked_at) on session to torvet_member;
grant select (id, prefix, name, person, organisation, roles, scopes, created_at, ends_at, used_at, revoked_at), update (revoked_at) on api_key to torvet_member;
grant insert, update (roles, valid_to) on membership to torvet_member;
grant insert, update (retired_at) on person_key to torvet_member;
grant insert on interest to torvet_member;

alter table member_organisation enable row level security;
alter table person enable row level security;
alter table membership enable row level security;
alter table session enable row level security;
alter table login_attempt enable row level security;
alter table api_key enable row level security;
alter table person_key enable row level security;
alter table interest enable row level security;

create policy everybody_sees on member_organisation for select to torvet_member using (true);

create policy own_or_colleague on person for select to torvet_member using (
  id = torvet_person() or exists (select from membership where membership.person = person.id and membership.organisation = torvet_organisation())
);

create policy own_or_colleague on membership for select to torvet_member using (person = torvet_person() or organisation = torvet_organisation());
create policy admin_adds on membership for insert to torvet_member with check (
  organisation = torvet_organisation() and torvet_has_role('supplier-admin') and roles <@ array['supplier-admin', 'bidder']
  or organisation = torvet_organisation() and torvet_has_role('approver') and person <> torvet_person()
    and roles <@ array['buyer', 'approver', 'committee', 'evaluator', 'contract-manager', 'auditor']
);
create policy admin_changes on membership for update to torvet_member using (
  organisation = torvet_organisation() and (torvet_has_role('supplier-admin') or torvet_has_role('approver') and person <> torvet_person())
) with check (
  organisation = torvet_organisation() and torvet_has_role('supplier-admin') and roles <@ array['supplier-admin', 'bidder']
  or organisation = torvet_organisation() and torvet_has_role('approver') and person <> torvet_person()
    and roles <@ array['buyer', 'approver', 'committee', 'evaluator', 'contract-manager', 'auditor']
);

create policy own on session for all to torvet_member using (person = torvet_person()) with check (person = torvet_person());

create policy own_or_admin on api_key for all to torvet_member using (
  organisation = torvet_organisation() and (person = torvet_person() or torvet_has_role('supplier-admin') or torvet_has_role('approver'))
);

create policy own_or_colleague on person_key for select to torvet_member using (
  person = torvet_person()
  or exists (select from membership where membership.person = person_key.person and membership.organisation = torvet_organisation())
);
create policy own_new on person_key for insert to torvet_member with check (person = torvet_person());
create policy own_changed on person_key for update to torvet_member using (person = torvet_person());

create policy own_or_colleague on interest for select to torvet_member using (person = torvet_person() or organisation = torvet_organisation());
create policy own_new on interest for insert to torvet_member with check (person = torvet_person() and organisation = torvet_organisation());

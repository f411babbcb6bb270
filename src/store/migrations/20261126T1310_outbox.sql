-- What one room tells the others. A row stands in the transaction of the change that it tells of: both are there, or neither.
create table outbox (
  seq     bigint generated always as identity primary key,
  id      uuid not null unique,
  at      timestamptz not null,
  type    text not null,
  version integer not null,
  subject text not null,
  actor   text,
  ocid    text,
  -- JSON as it was written, to the letter: jsonb would write the numbers of a release in its own way.
  release text
);

-- How far each reader has come.
create table outbox_cursor (
  consumer text primary key,
  seq      bigint not null
);

-- A number is drawn before the transaction commits, so that a reader could pass 7 by, which commits after 8. Whoever writes
-- here therefore holds this lock until the end of the transaction, and takes it before the number is drawn: a trigger for
-- each statement fires before its first row is made.
create function outbox_in_order() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtext('torvet outbox'));
  return null;
end $$;
create trigger outbox_in_order before insert on outbox for each statement execute function outbox_in_order();

create function outbox_refuses_changes() returns trigger language plpgsql as $$
begin
  raise exception 'a row of the outbox is never changed or taken away' using errcode = 'restrict_violation';
end $$;
create trigger outbox_refuses_changes before update or delete or truncate on outbox for each statement execute function outbox_refuses_changes();

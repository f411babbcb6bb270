-- Changes with every transaction that changes what pages show, and with nothing else: what a server keeps in memory is good as long
-- as this stands, whichever process did the writing. It is the number of the last such transaction.
create table register_version (
  version bigint not null
);
insert into register_version values (0);
create unique index register_version_one on register_version ((true));

create function note_register_version() returns trigger language plpgsql as $$
begin
  update register_version set version = pg_current_xact_id()::text::bigint where version <> pg_current_xact_id()::text::bigint;
  return null;
end $$;
create trigger version after insert or update or delete or truncate on process for each statement execute function note_register_version();
create trigger version after insert or update or delete or truncate on participation for each statement execute function note_register_version();
create trigger version after insert or update or delete or truncate on organisation for each statement execute function note_register_version();
create trigger version after insert or update or delete or truncate on release for each statement execute function note_register_version();
create trigger version after insert or update or delete or truncate on source_file for each statement execute function note_register_version();

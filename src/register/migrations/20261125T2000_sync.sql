-- A fetch of notices from a public service. `since`: the first day asked for. `reached`: everything published before that day is
-- taken, so a run that was interrupted goes on there. `until`: the day through which it is whole; it stands when the run is finished.
-- `announced`: how many notices the service said there are since the first day, so that none can be missing unseen.
create table sync_run (
  id          uuid primary key default uuidv7(),
  source      text not null,
  query       text not null,
  since       date not null,
  reached     date not null,
  until       date,
  started_at  timestamptz not null default now(),
  finished_at timestamptz,
  failed_at   timestamptz,
  error       text,
  announced   integer,
  pages       integer not null default 0,
  found       integer not null default 0,
  imported    integer not null default 0,
  unchanged   integer not null default 0,
  rejected    integer not null default 0,
  check ((finished_at is null) = (until is null)),
  check ((failed_at is null) = (error is null))
);
create index sync_run_newest on sync_run (source, query, id desc);

-- Each notice that a run found, once, however often the service lists it; with the reason when it could not be fetched.
create table sync_notice (
  run    uuid not null references sync_run on delete cascade,
  number text not null,
  reason text,
  help   text,
  primary key (run, number)
);

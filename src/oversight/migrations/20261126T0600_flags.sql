-- What the last run of the indicators over the register found. All of it is made anew by each run.

-- The generation of analysis files that was asked, what it was asked (a hash of all SQL, settings and codes), and when.
create table flag_run (
  one boolean primary key default true check (one),
  generation text not null,
  asked text not null,
  made_at timestamptz not null
);

create table flag (
  indicator text not null,
  ocid text not null,
  -- Tells several flags of one process from each other; empty when there is but one.
  part text not null,
  buyer text,
  supplier text,
  -- As in the coverage: of the buyer; empty when it is not stated.
  country text not null,
  -- The newest day (ISO 8601) among the rows that it rests on; when they have none, that of the newest notice.
  day text,
  value double precision,
  -- The rows that it rests on, in order.
  evidence jsonb not null
);
create index flag_indicator on flag (indicator, ocid);
create index flag_ocid on flag (ocid);
-- Which flags rest on a process, though they stand at another.
create index flag_evidence on flag using gin (evidence jsonb_path_ops);
create index flag_buyer on flag (buyer) where buyer is not null;
create index flag_supplier on flag (supplier) where supplier is not null;

-- How many things each indicator looked at, by country of the buyer, source and form of the newest notice.
create table flag_coverage (
  indicator text not null,
  country text not null,
  source text not null,
  form text not null,
  outcome text not null check (outcome in ('flagged', 'clear', 'not-assessed')),
  reason text,
  count bigint not null
);

-- What each indicator said of a process that it looked at: {"R018": "clear", "T01": "flagged", "T06": "no-deadline"}, the last being a reason why not.
create table flag_outcome (
  ocid text primary key,
  outcomes jsonb not null
);

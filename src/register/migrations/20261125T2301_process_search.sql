-- What a search needs of a process, apart from the process itself, so that very many of them can be read for one page.
-- `combination` stands for the values of all filters at once, so that one count by it gives the numbers of every filter.
create table combination (
  id    integer generated always as identity primary key,
  parts text not null unique
);
drop index process_search;
create table process_search (
  ocid        text primary key references process on delete cascade,
  combination integer not null references combination (id),
  search      tsvector not null,
  -- The words belong beside the row: a count reads the rows alone, a tenth of the pages. PostgreSQL moves nothing out of a row under
  -- 2 kB; blanks, which pack to nothing, make each row long enough to be looked at.
  filler      text not null default repeat(' ', 2100)
) with (toast_tuple_target = 128);
alter table process_search alter column search set storage external;
alter table process_search alter column ocid set storage main;

insert into combination (parts)
  select distinct json_build_array(country, stage, method, category, year, currency)::text from process;
insert into process_search (ocid, combination, search)
  select ocid, combination.id, search from process
  join combination on parts = json_build_array(country, stage, method, category, year, currency)::text;
create index process_search_words on process_search using gin (search);
create index process_search_combination on process_search (combination);
alter table process drop column search;

-- Lists need no more of a process than fits in a short row either; what is long goes beside it as rows are written anew.
alter table process set (toast_tuple_target = 384);
alter table process alter column description set storage external;

-- A word that very many processes use: those that have it in the title come first.
create index process_title on process using gin (to_tsvector('danish', coalesce(title, '')));
-- The lists by year and by value. The deadlines have the ocid in the index too, as the order of the list has.
create index process_year on process (year, coalesce(last_date, '-infinity') desc, ocid desc);
drop index process_deadline;
create index process_deadline on process (tender_end, ocid);
create index process_year_deadline on process (year, tender_end, ocid);

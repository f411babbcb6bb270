-- Organisations are one, however a notice writes them; see src/register/identity. A mention has the key that its own notice gives it
-- (`participation.organisation`). Here stand the names of each key, bare of what varies, by which keys find each other …
create table organisation_spelling (
  key     text not null,
  bare    text not null,
  block   text not null,
  head    text,
  country text,
  number  text,
  kind    text,
  unit    text
);
create index organisation_spelling_key on organisation_spelling (key);
create index organisation_spelling_block on organisation_spelling (block);
create index organisation_spelling_head on organisation_spelling (head) where head is not null;
create index organisation_spelling_number on organisation_spelling (number) where number is not null;

-- … and which keys lead to the page of another key, by which rule. `organisation` holds that page's key alone.
create table organisation_same (
  key  text primary key,
  main text not null,
  rule text not null
);
create index organisation_same_main on organisation_same (main);

-- The key of the organisation's page, of any of its keys.
create function organisation_main(asked text) returns text language sql stable parallel safe
  return coalesce((select main from organisation_same where key = asked), asked);

-- Every key of the organisation, of any of its keys: `participation.organisation = any(organisation_keys('DK-CVR-12345678'))`.
create function organisation_keys(asked text) returns text[] language sql stable parallel safe
  return array(select organisation_main(asked) union all select key from organisation_same where main = organisation_main(asked));

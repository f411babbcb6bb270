-- What nobody but the server itself reads, before its time has come: shares that holders have revealed tell how many have bid.
-- Members may ask, and are shown no row: there is no policy for them.
create table market_withheld (
  record uuid primary key references market_record,
  data jsonb not null
);
alter table market_withheld enable row level security;
grant select on market_withheld to torvet_member;

insert into market_withheld (record, data)
  select i.record, jsonb_build_object('revealed', (select jsonb_agg(jsonb_build_object('person', r -> 'person', 'shares', r -> 'shares')) from jsonb_array_elements(i.data -> 'opening' -> 'reveals') r))
  from market_internal i where jsonb_array_length(i.data -> 'opening' -> 'reveals') > 0;
update market_internal set data = jsonb_set(data, '{opening,reveals}', (select jsonb_agg(r - 'shares') from jsonb_array_elements(data -> 'opening' -> 'reveals') r))
  where jsonb_array_length(data -> 'opening' -> 'reveals') > 0;

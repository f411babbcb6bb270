-- Whoever has declared a conflict of interest in a purchase sees of it, and of what belongs to it, what everybody sees (udbudsloven § 4).
-- The policy table says the same by what the purchase itself keeps; this is the second fence.

create function market_out(record uuid) returns boolean language sql stable as $$
  -- The last declaration counts. A person sees its own.
  select coalesce((select conflict from interest where interest.record = market_out.record and person = torvet_person() order by declared_at desc, id desc limit 1), false)
$$;

drop policy seen on market_record;
create policy seen on market_record for select using (
  audience = 'public' or (market_sees(audience, owner, parties) and not market_out(id) and (parent is null or not market_out(parent))));

drop policy changed on market_record;
create policy changed on market_record for update using (
  kind not in ('contribution', 'letter') and (owner = torvet_organisation() or market_changes_as_party(kind, audience, parties)) and not market_out(id));

drop policy own on market_internal;
create policy own on market_internal using (exists (
  select from market_record r where r.id = record and r.owner = torvet_organisation() and not market_out(r.id) and (r.parent is null or not market_out(r.parent))));

drop policy seen on market_event;
create policy seen on market_event for select using (exists (
  select from market_record r where r.id = record and market_sees(market_event.audience, r.owner, r.parties) and market_sees(r.audience, r.owner, r.parties)
    and (market_event.audience = 'public' or (not market_out(r.id) and (r.parent is null or not market_out(r.parent))))));

drop policy own on market_proposal;
create policy own on market_proposal using (organisation = torvet_organisation() and not market_out(record)) with check (
  organisation = torvet_organisation() and person = torvet_person() and not market_out(record) and exists (
    select from market_record r where r.id = record and (r.owner = torvet_organisation() or market_changes_as_party(r.kind, r.audience, r.parties))));

drop policy seen on market_document;
create policy seen on market_document for select using (exists (
  select from market_record r where r.id = record
    and ((r.owner = torvet_organisation() and not market_out(r.id)) or r.body -> 'documents' @> jsonb_build_array(jsonb_build_object('id', market_document.id::text)))));

drop policy opened on market_opened_bid;
create policy opened on market_opened_bid for select to torvet_member using (not market_out(record) and exists (
  select from market_record r where r.id = record and r.body ? 'openedAt' and (r.owner = torvet_organisation() or supplier = torvet_organisation())));

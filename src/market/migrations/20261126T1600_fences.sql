-- The second fence of rights as close to the first as the database can know it; src/market/core/fences.test.ts holds the two against each other.

-- Whom a record concerns and who may change it all the same: who decides on an application owns the DIS, and a holder of keys may be of another organisation. No supplier is among them.
create function market_changes_as_party(kind text, audience text, parties uuid[]) returns boolean language sql stable as $$
  select audience <> 'owner' and torvet_organisation() = any (parties) and (
    kind in ('application', 'purchase') and (torvet_has_role('buyer') or torvet_has_role('approver'))
    or kind = 'purchase' and (torvet_has_role('committee') or torvet_has_role('evaluator') or torvet_has_role('contract-manager') or torvet_has_role('auditor')))
$$;

-- What was sent once is never changed.
alter policy changed on market_record using (
  kind not in ('contribution', 'letter') and (owner = torvet_organisation() or market_changes_as_party(kind, audience, parties)));

-- A line of history is of whoever may change the record, under the writer's own name and organisation.
alter policy written on market_event with check (person = torvet_person() and organisation = torvet_organisation() and exists (
  select from market_record r where r.id = record and (r.owner = torvet_organisation() or market_changes_as_party(r.kind, r.audience, r.parties))));

-- Nobody proposes in another's name: the second of two persons would be the first.
alter policy own on market_proposal using (organisation = torvet_organisation()) with check (
  organisation = torvet_organisation() and person = torvet_person() and exists (
    select from market_record r where r.id = record and (r.owner = torvet_organisation() or market_changes_as_party(r.kind, r.audience, r.parties))));

-- A draft is for a purchase that one is invited to.
alter policy own on market_bid_draft using (supplier = torvet_organisation()) with check (
  supplier = torvet_organisation() and person = torvet_person() and exists (
    select from market_record r where r.id = record and r.kind = 'purchase' and r.audience <> 'owner' and torvet_organisation() = any (r.parties)));

-- Written by the server alone, which holds what is internal against the schema of the kind.
revoke insert, update on market_internal from torvet_member;

-- What lies between two organisations is never for everybody.
alter table market_record add constraint between_two check (audience <> 'public' or kind not in ('application', 'contribution', 'letter'));

-- A supplier sees its own uploads and submissions, and nobody else's; a buyer sees none, before the opening or after it: what was opened
-- stands with the purchase. Nobody writes here but the statements of the server's own role, and nobody sees keys or content.

alter table intake_target enable row level security;
alter table intake_upload enable row level security;
alter table intake_chunk enable row level security;
alter table intake_key enable row level security;
alter table intake_submission enable row level security;
alter table intake_refused_read enable row level security;

grant select (purchase, lot, key_set, holders, deadline, opening_at, cancelled_at) on intake_target to torvet_member;
grant select on intake_upload, intake_submission to torvet_member;
grant select (upload, part, number, sha256, bytes) on intake_chunk to torvet_member;

create policy invited on intake_target for select to torvet_member using (torvet_organisation() = any (invited));
create policy own on intake_upload for select to torvet_member using (supplier = torvet_organisation());
create policy own on intake_submission for select to torvet_member using (supplier = torvet_organisation());
create policy own on intake_chunk for select to torvet_member using (exists (select from intake_upload u where u.id = upload and u.supplier = torvet_organisation()));

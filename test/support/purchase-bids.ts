/** That a supplier has submitted, as the intake keeps it, without the bytes of a bid. */
import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Actor } from '#people';
import type { TestMarket } from './market.ts';

export async function putSubmission({ db, clock }: TestMarket, purchase: string, { organisation, user }: Actor): Promise<void> {
  const now = clock.now().round('millisecond').toString();
  await sql`insert into intake_key (name, private, public, used_from) values ('test', ${randomBytes(8)}, ${randomBytes(8)}, ${now}) on conflict do nothing`.execute(db);
  const { rows: [upload] } = await sql<{ id: string }>`insert into intake_upload (id, purchase, lot, supplier, begun_by, begun_at, touched_at) values (uuidv7(), ${purchase}, 'LOT-0001', ${organisation}, ${user}, ${now}, ${now}) returning id`.execute(db);
  await sql`insert into intake_submission (id, purchase, lot, supplier, submitted_by, verdict, bid_version, upload, header, envelope, bytes, received_at, deadline, installation, key, idempotency_key, request)
    select uuidv7(), ${purchase}, 'LOT-0001', ${organisation}, ${user}, 'submitted', 1, ${upload?.id}, '{}', ${randomBytes(32).toString('hex')}, 1234567, ${now}, deadline, 'test', 'test', ${organisation}, ${randomBytes(32)}
    from intake_target where purchase = ${purchase}`.execute(db);
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { unwrap } from '#base';
import { submit } from '#intake';
import { asActor, type Actor, type OrganisationKind } from '#people';
import { intakeAt, LOT, makePurchase, newId, sealTestBid, testIntakeTables, uploadBid } from '../../test/support/intake-bids.ts';

const db = await testIntakeTables();
const deadline = Temporal.Instant.from('2026-12-01T11:00:00Z');
const intake = intakeAt(db, deadline.subtract({ hours: 1 }));

function actorOf(organisation: string, kind: OrganisationKind = 'supplier'): Actor {
  return { user: newId(), name: 'N', organisation, organisationName: 'O', kind, roles: ['buyer', 'approver', 'committee', 'auditor', 'bidder', 'platform-admin'], assurance: 'high', via: 'session', scopes: null };
}

const COUNTED = ['intake_target', 'intake_upload', 'intake_submission', 'intake_chunk'] as const;

async function countsFor(actor: Actor | null): Promise<number[]> {
  return asActor(db, actor, async (trx) => {
    const counts: number[] = [];
    for (const table of COUNTED) counts.push((await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(trx)).rows[0]?.count ?? -1);
    return counts;
  });
}

void test('a supplier sees its own; another supplier, a buyer with every role, and nobody see none', async () => {
  const purchase = await makePurchase(db, deadline, 2);
  const [sender, other] = purchase.suppliers;
  assert.ok(sender && other);
  const bid = await sealTestBid(purchase, sender.supplier);
  unwrap(await submit(intake, sender, { purchase: purchase.id, lot: LOT, upload: await uploadBid(intake, sender, purchase.id, bid), header: bid.headerBytes, idempotencyKey: newId(), receivedAt: intake.clock.now() }));
  assert.deepEqual(await countsFor(actorOf(sender.supplier)), [1, 1, 1, 1]);
  assert.deepEqual(await countsFor(actorOf(other.supplier)), [1, 0, 0, 0]);
  assert.deepEqual(await countsFor(actorOf(newId(), 'municipality')), [0, 0, 0, 0]);
  assert.deepEqual(await countsFor(null), [0, 0, 0, 0]);
});

void test('nobody reads keys, sealed content, who else is invited or the log, and nobody writes', async () => {
  const actor = actorOf(newId());
  for (const query of ['select private from intake_key', 'select name from intake_key', 'select content from intake_chunk', 'select invited from intake_target', 'select * from intake_refused_read',
    'delete from intake_submission', "update intake_submission set verdict = 'late'", 'update intake_target set deadline = now()', 'insert into intake_chunk select * from intake_chunk']) {
    await assert.rejects(asActor(db, actor, (trx) => sql.raw(query).execute(trx)), /permission denied/, query);
  }
});

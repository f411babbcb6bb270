import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { sql } from 'kysely';
import { idSource, systemClock } from '#base';
import { testRegister } from '../../test/support/database.ts';
import type { Actor, Role } from './actor.ts';
import { asActor, enterActor, leaveActor } from './as-actor.store.ts';
import { peopleIn, type PeopleDatabase } from './tables.ts';

const newId = idSource(systemClock);
const NOW = '2026-11-26T12:00:00Z';
const db = peopleIn(await testRegister());
const [home, away] = [newId(), newId()];
const [anna, bent, carl] = [newId(), newId(), newId()];

const actor = (user: string, organisation: string, ...roles: Role[]): Actor => ({
  user, name: 'Navn', organisation, organisationName: 'Organisation', kind: 'supplier', roles, assurance: 'substantial', via: 'session', scopes: null,
});

before(async () => {
  await db.insertInto('member_organisation').values([home, away].map((id) => ({ id, kind: 'supplier' as const, name: 'Firma', cvr: null, municipality_code: null, created_at: NOW }))).execute();
  await db.insertInto('person').values([anna, bent, carl].map((id) => ({ id, name: 'Person', issuer: 'test', subject: id, created_at: NOW }))).execute();
  await db.insertInto('membership').values([[anna, home], [bent, home], [carl, away]].map(([person = '', organisation = '']) => ({
    person, organisation, roles: ['bidder' as const], valid_from: NOW, valid_to: null,
  }))).execute();
  for (const person of [anna, bent, carl]) {
    await db.insertInto('session').values({
      id: Buffer.from(person.replaceAll('-', '')), handle: newId(), person, organisation: person === carl ? away : home, assurance: 'low',
      created_at: NOW, seen_at: NOW, ends_at: NOW, revoked_at: null,
    }).execute();
  }
});

async function give(who: Actor, person: string, organisation: string, roles: Role[]): Promise<void> {
  await asActor(db, who, async (trx) => trx.insertInto('membership').values({ person, organisation, roles, valid_from: NOW, valid_to: null }).execute());
}

async function who(trx: PeopleDatabase): Promise<unknown> {
  return (await sql`select current_user::text as role, torvet_person() as person`.execute(trx)).rows[0];
}

const denied = { code: '42501' };

test('an actor sees colleagues and own sessions; another organisation’s people are not there', async () => {
  const seen = await asActor(db, actor(anna, home, 'bidder'), async (trx) => ({
    people: (await trx.selectFrom('person').select('id').execute()).map(({ id }) => id).sort(),
    sessions: (await trx.selectFrom('session').select('person').execute()).map(({ person }) => person),
    memberships: (await trx.selectFrom('membership').select('person').execute()).length,
  }));
  assert.deepEqual(seen, { people: [anna, bent].sort(), sessions: [anna], memberships: 2 });
});

test('who is not logged in sees no person, no membership, no session, but the names of organisations', async () => {
  const seen = await asActor(db, null, async (trx) => [
    await trx.selectFrom('person').select('id').execute(), await trx.selectFrom('membership').select('person').execute(),
    await trx.selectFrom('session').select('person').execute(), await trx.selectFrom('member_organisation').select('id').execute(),
  ].map((rows) => rows.length));
  assert.deepEqual(seen, [0, 0, 0, 2]);
});

test('hashes of sessions and keys are readable to no actor, and a login attempt is there for none', async () => {
  for (const read of [sql`select id from session`, sql`select hash from api_key`, sql`select * from login_attempt`]) {
    await assert.rejects(asActor(db, actor(anna, home, 'bidder'), async (trx) => read.execute(trx)), denied);
  }
});

test('an administrator gives a colleague roles of the house, not of another, and no bidder gives any', async () => {
  await assert.rejects(give(actor(anna, home, 'bidder'), carl, home, ['bidder']), denied);
  await assert.rejects(give(actor(anna, home, 'supplier-admin'), carl, home, ['platform-admin']), denied);
  await assert.rejects(give(actor(anna, home, 'supplier-admin'), carl, home, ['approver']), denied);
  await assert.rejects(give(actor(anna, home, 'supplier-admin'), anna, away, ['bidder']), denied);
  await assert.rejects(give(actor(anna, home, 'approver'), anna, home, ['approver']), denied, 'an approver raises nobody’s rights but others’');
  await give(actor(anna, home, 'supplier-admin'), carl, home, ['bidder']);
});

test('an actor ends with the transaction, and can be left within it', async () => {
  const outside = await who(db);
  const [inside, left] = await db.transaction().execute(async (trx) => {
    await enterActor(trx, actor(anna, home, 'bidder'));
    const entered = await who(trx);
    await leaveActor(trx);
    return [entered, await who(trx)];
  });
  assert.deepEqual(inside, { role: 'torvet_member', person: anna });
  assert.deepEqual(left, outside);
  assert.deepEqual(await who(db), outside);
});

test('a declaration of interests is one’s own, and nobody changes one', async () => {
  const declare = (who: Actor, person: string): Promise<unknown> => asActor(db, who, async (trx) => trx.insertInto('interest')
    .values({ id: newId(), person, organisation: who.organisation, record: newId(), conflict: true, text: '', declared_at: NOW }).execute());
  await declare(actor(anna, home, 'bidder'), anna);
  await assert.rejects(declare(actor(anna, home, 'bidder'), bent), denied);
  await assert.rejects(asActor(db, actor(anna, home), async (trx) => sql`update interest set conflict = false`.execute(trx)), denied);
});

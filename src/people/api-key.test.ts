import assert from 'node:assert/strict';
import { test } from 'node:test';
import { idSource, systemClock, unwrap } from '#base';
import { testRegister } from '../../test/support/database.ts';
import type { Actor } from './actor.ts';
import { makeApiKey, readApiKey } from './api-key.store.ts';
import { may } from './rights/may.ts';
import { ownSubject } from './serving.ts';
import { peopleIn } from './tables.ts';

const db = peopleIn(await testRegister());
const START = Temporal.Instant.from('2026-11-26T12:00:00Z');
const at = (after: Temporal.DurationLike) => ({ now: () => START.add(after) });
const newId = idSource(systemClock);

test('a key acts with the roles its maker still has, for its scopes, until it ends', async () => {
  const [organisation, user] = [newId(), newId()];
  await db.insertInto('member_organisation').values({ id: organisation, kind: 'supplier', name: 'Firma', cvr: null, municipality_code: null, created_at: START.toString() }).execute();
  await db.insertInto('person').values({ id: user, name: 'Navn', issuer: 'test', subject: user, created_at: START.toString() }).execute();
  await db.insertInto('membership').values({ person: user, organisation, roles: ['supplier-admin', 'bidder'], valid_from: START.toString(), valid_to: null }).execute();
  const maker: Actor = { user, name: 'Navn', organisation, organisationName: 'Firma', kind: 'supplier', roles: ['bidder'], assurance: 'substantial', via: 'session', scopes: null };
  const key = unwrap(await makeApiKey(db, at({ hours: 0 }), maker, { name: 'Program', scopes: ['application.write'], days: 2 }));
  const actor = await readApiKey(db, at({ hours: 47, minutes: 59 }), key);
  assert.deepEqual(actor, { ...maker, via: 'api-key', scopes: ['application.write'] });
  const draft = { ...ownSubject('application', organisation), state: 'draft' };
  assert.ok(may(actor, 'application.write', draft).allowed);
  assert.ok(!may(actor, 'application.submit', draft).allowed, 'outside its scopes');
  assert.equal(await readApiKey(db, at({ hours: 48 }), key), null, 'it has ended');
  await db.updateTable('membership').set({ roles: ['supplier-admin'] }).where('person', '=', user).execute();
  assert.deepEqual((await readApiKey(db, at({ hours: 1 }), key))?.roles, [], 'the maker is no bidder any more');
  await db.updateTable('membership').set({ valid_to: START.toString() }).where('person', '=', user).execute();
  assert.equal(await readApiKey(db, at({ hours: 1 }), key), null, 'the maker has left');
});

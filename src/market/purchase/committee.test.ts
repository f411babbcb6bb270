import assert from 'node:assert/strict';
import { test } from 'node:test';
import { give } from '#market';
import { asActor } from '#people';
import { announced, buying, drafted, prove, REASONS, withKey } from '../../../test/support/purchases.ts';
import { readRecord } from '../core/records.store.ts';
import { testPurchaseView } from './rendered.ts';
import type { Purchase } from './purchase.schema.ts';

const order = (command: string, record: string, input: unknown) => ({ command, record, input, version: null, key: null });

void test('a key is proved by its holder alone, with what only the key can read', async () => {
  const own = await buying();
  const { market, buyer, committee, read } = own;
  const record = await drafted(own);
  const [first, second] = committee;
  assert.ok(first !== undefined && second !== undefined);
  const wrong = await give(market, first.person, order('purchase.prove-key', record, { answer: Buffer.alloc(32).toString('base64') }));
  assert.ok(!wrong.ok && wrong.failure.place === 'answer');
  const other = await give(market, buyer, order('purchase.prove-key', record, { answer: 'AAAA' }));
  assert.ok(!other.ok && other.failure.kind === 'forbidden', 'the buyer proves nobody’s key');
  await prove(own, [first], record);
  const { holders } = (await read(record) as Purchase).internal ?? { holders: [] };
  assert.deepEqual(holders.map(({ provedAt, challenge }) => [provedAt !== null, challenge !== null]), [[true, false], [false, true], [false, true]]);
  assert.notEqual(holders[1]?.challenge?.sha256, holders[2]?.challenge?.sha256, 'each is asked something else');
  assert.match(await testPurchaseView(market, second.person, record), /Krypteret til din nøgle/);
  assert.doesNotMatch(await testPurchaseView(market, buyer, record), /Krypteret til din nøgle/);
});

void test('who is named: three or five with keys, no more than one of another organisation', async () => {
  const own = await buying();
  const { market, buyer, town, committee, suppliers } = own;
  const record = await drafted(own);
  const set = (persons: readonly string[]) => give(market, buyer, order('purchase.set-holders', record, { holders: persons.map((person) => ({ person })) }));
  const [a = '', b = '', c = ''] = committee.map(({ person }) => person.user);
  const keyless = await market.person(town, 'committee');
  const more = await Promise.all([1, 2].map(async () => withKey(market, await market.person(town, 'committee'))));
  for (const [persons, why] of [
    [[a, b], 'two'], [[a, b, c, more[0]?.person.user ?? ''], 'four'], [[a, b, b], 'twice'], [[a, b, keyless.user], 'no key'], [[a, b, buyer.user], 'no member of a committee'], [[a, b, suppliers[0]?.user ?? ''], 'a supplier'],
  ] as const) assert.ok(!(await set(persons)).ok, why);
  assert.ok((await set([a, b, c, ...more.map(({ person }) => person.user)])).ok, 'five');
  const centre = await market.organisation('central-purchasing-body', 'Centralen');
  const [reserve, another] = [await withKey(market, await market.person(centre, 'committee')), await withKey(market, await market.person(centre, 'committee'))];
  assert.ok(!(await set([a, reserve.person.user, another.person.user])).ok, 'two elsewhere');
  assert.ok((await set([a, b, reserve.person.user])).ok, 'one elsewhere');
});

void test('a recovery key of another organisation: it is proved there, and nothing internal is seen there', async () => {
  const own = await buying();
  const { market, buyer, approver, committee, read } = own;
  const record = await drafted(own);
  const centre = await market.organisation('central-purchasing-body', 'Centralen');
  const reserve = await withKey(market, await market.person(centre, 'committee'));
  const stranger = await market.person(centre, 'committee');
  const named = [...committee.slice(0, 2), reserve];
  await market.do(buyer, 'purchase.set-holders', { holders: named.map(({ person }) => ({ person: person.user })) }, record);
  const seen = await asActor(market.db, reserve.person, (trx) => readRecord(trx, record));
  assert.ok(seen !== null && seen.internal === null);
  const refused = await give(market, stranger, order('purchase.prove-key', record, { answer: 'AAAA' }));
  assert.ok(!refused.ok, 'who is not named proves nothing');
  await prove(own, named, record);
  await market.two(buyer, approver, 'purchase.announce', { reasons: REASONS }, record);
  const out = await read(record) as Purchase;
  assert.deepEqual(out.body.keySet?.holders.map(({ recipient }) => recipient), named.map(({ identity }) => identity.recipient));
  assert.ok(out.parties.includes(centre) && out.internal?.invited.includes(centre) === false, 'it takes part, and is not invited to bid');
  assert.ok(out.body.keySet?.holders.every(({ name }) => /^Åbner \d$/.test(name)), 'what is public names no person');
});

void test('a declared conflict takes a person out, as holder and otherwise', async () => {
  const own = await buying();
  const { market, buyer, committee } = own;
  const record = await drafted(own);
  await prove(own, committee, record);
  const [first, second] = committee;
  assert.ok(first !== undefined && second !== undefined);
  await market.do(second.person, 'purchase.declare', { conflict: false }, record);
  const untold = await give(market, first.person, order('purchase.declare', record, { conflict: true }));
  assert.ok(!untold.ok && untold.failure.place === 'text');
  await market.do(first.person, 'purchase.declare', { conflict: true, text: 'Min søster arbejder hos en leverandør.' }, record);
  const announce = await give(market, buyer, order('purchase.announce', record, { reasons: REASONS }));
  assert.ok(!announce.ok && /conflict of interest/.test(announce.failure.message));
  const back = await give(market, first.person, order('purchase.declare', record, { conflict: false }));
  assert.ok(!back.ok, 'out is out');
});

void test('the key set is frozen by the announcement', async () => {
  const own = await buying();
  const record = await announced(own);
  const again = await give(own.market, own.buyer, order('purchase.set-holders', record, { holders: own.committee.map(({ person }) => ({ person: person.user })) }));
  assert.ok(!again.ok);
});

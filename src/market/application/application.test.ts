import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unwrap } from '#base';
import { asActor, type Actor } from '#people';
import { aDis, disTown, type DisTown } from '../../../test/support/dis.ts';
import { readChildren, readHistory, readRecord } from '../core/records.store.ts';
import { give } from '../core/run.ts';
import { catchUp } from '../core/time.ts';
import { LIFE_TABLES } from '../core/transitions.ts';
import { admittedIn } from './admitted.ts';
import { application } from './application.ts';
import type { Application } from './application.schema.ts';

export const DECLARED = {
  contact: 'Ida Eksempel', email: 'ida@softhuset.example', cvr: '12345674', exclusion: [], noOthers: true,
  selection: [{ criterion: 'service-perform', meets: true, value: '3' }],
  suitability: [{ category: 'A', meets: true, how: 'To referencer.' }, { category: 'B', meets: true, how: 'Tre referencer.' }], reliedOn: [], signed: true,
};

async function read({ market }: DisTown, actor: Actor | null, id: string): Promise<Application | null> {
  return asActor(market.db, actor, async (trx) => await readRecord(trx, id) as Application | null);
}

/** Sent by the supplier for both categories. */
async function sent({ market, supplier }: DisTown, system: string, actor: Actor = supplier): Promise<string> {
  const { record } = await market.do(actor, 'application.start', { categories: ['A', 'B'] }, system);
  await market.do(actor, 'application.write', DECLARED, record);
  await market.do(actor, 'application.submit', {}, record);
  return record;
}

void test('an application is written, sent, seen by the owner of the system alone, and admitted in one of two categories', async () => {
  const town = await disTown();
  const { market, buyer, supplier } = town;
  const system = await aDis(town);
  const { record } = await market.do(supplier, 'application.start', { categories: ['A', 'B'] }, system);
  assert.equal(await read(town, buyer, record), null, 'a draft is the supplier’s own');
  const early = await give(market, supplier, { command: 'application.submit', record, input: {}, version: null, key: null });
  assert.ok(!early.ok, 'nothing is sent that is not written');
  await market.do(supplier, 'application.write', DECLARED, record);
  await market.do(supplier, 'application.submit', {}, record);
  assert.equal((await read(town, buyer, record))?.body.receivedAt, '2026-12-01T09:00:00Z');
  const rival = await market.person(await market.organisation('supplier', 'Rival A/S'), 'bidder');
  for (const stranger of [rival, null]) assert.equal(await read(town, stranger, record), null);
  market.clock.set('2026-12-08T09:00:00Z');
  await market.do(buyer, 'application.admit', { verdicts: [{ category: 'A', admitted: true }, { category: 'B', admitted: false, reason: 'Ingen reference på området.' }] }, record);
  const admitted = await read(town, supplier, record);
  assert.equal(admitted?.state, 'admitted');
  const [letter] = admitted.body.letters;
  assert.match(letter?.text.da ?? '', /Nordby Kommune har afgjort jeres ansøgning af 1\. december 2026/);
  assert.match(letter?.text.da ?? '', /B Selvbetjening alene: I er ikke optaget\. Begrundelse: Ingen reference på området\./);
  assert.match(letter?.text.da ?? '', /senest 28\. december 2026 \(20 dage/);
  const children = await readChildren(market.db, system);
  assert.deepEqual(admittedIn(children, 'A', market.clock.now()), [supplier.organisation]);
  assert.deepEqual(admittedIn(children, 'B', market.clock.now()), []);
  assert.deepEqual(admittedIn(children, 'A', Temporal.Instant.from('2026-12-08T08:59:59Z')), [], 'not before it was decided');
});

void test('the commands lead where the table of states says', () => {
  const { transitions } = LIFE_TABLES.application;
  for (const command of application.commands) assert.deepEqual(new Set(transitions.filter((one) => one.command === command.name).map(({ from }) => from)), new Set(command.starts ? [null] : command.from), command.name);
  assert.deepEqual(new Set(transitions.map(({ command }) => command)), new Set(application.commands.map(({ name }) => name)));
});
void [unwrap, catchUp, readHistory, sent];

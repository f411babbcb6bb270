import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { addWorkingDays, copenhagenDate, LANGUAGES } from '#base';
import { asActor, type Actor } from '#people';
import { aDis, DECLARED, disTown, sent, type DisTown } from '../../../test/support/dis.ts';
import { runs } from '../../../test/support/deep.ts';
import type { MarketRecord } from '../core/record.ts';
import { readChildren, readHistory, readRecord } from '../core/records.store.ts';
import { give } from '../core/run.ts';
import { catchUp } from '../core/time.ts';
import { LIFE_TABLES } from '../core/transitions.ts';
import { isAdmitted } from '../dis/members.ts';
import { admittedIn } from './admitted.ts';
import { application } from './application.ts';
import { clockOf } from './application.clock.ts';
import { nextOf } from './application.next.ts';
import type { Application, ApplicationBody } from './application.schema.ts';
import { da } from './application.da.ts';
import { en } from './application.en.ts';

async function read({ market }: DisTown, actor: Actor | null, id: string): Promise<Application | null> {
  return asActor(market.db, actor, async (trx) => await readRecord(trx, id) as Application | null);
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

async function refusal({ market }: DisTown, actor: Actor, command: string, record: string, input: unknown = {}): Promise<{ readonly kind: string; readonly message: string; readonly place?: string }> {
  const outcome = await give(market, actor, { command, record, input, version: null, key: null });
  assert.ok(!outcome.ok, `${command} was ${outcome.ok ? outcome.value.outcome : ''}`);
  return outcome.failure;
}

async function eventsOf({ market }: DisTown, record: string): Promise<readonly string[]> {
  return (await readHistory(market.db, record)).map(({ type }) => type);
}

void test('an application that nobody decides is seen as overdue by both, written down once, and still undecided', async () => {
  const town = await disTown('2026-12-21T09:00:00Z');
  const { market, buyer, supplier } = town;
  const system = await aDis(town, { firstDeadline: '2027-02-01T12:00' });
  const record = await sent(town, system);
  // Ten working days from 21 December: 25 December, 1 January and the weekends do not count.
  const before = await read(town, supplier, record);
  assert.equal(before?.body.watch, '2027-01-06');
  market.clock.set('2027-01-06T22:59:59Z');
  await catchUp(market);
  assert.deepEqual(await eventsOf(town, record), ['begun', 'written', 'submitted']);
  market.clock.set('2027-01-06T23:00:00Z');
  await catchUp(market);
  await catchUp(market);
  assert.deepEqual(await eventsOf(town, record), ['begun', 'written', 'submitted', 'overdue']);
  for (const reader of [supplier, buyer]) {
    const seen = await read(town, reader, record);
    assert.ok(seen !== null);
    assert.equal(seen.state, 'submitted');
    const owned = (await asActor(market.db, reader, (trx) => readRecord(trx, system)))?.body as Parameters<typeof nextOf>[1];
    assert.deepEqual(nextOf(seen, owned, [], market.clock.now()).key, 'overdue');
  }
  assert.match((await refusal(town, buyer, 'application.extend', record, { reason: 'Dokumenter.' })).message, /over/, 'too late to take longer');
  await market.do(buyer, 'application.admit', { verdicts: [{ category: 'A', admitted: true }, { category: 'B', admitted: true }] }, record);
  assert.equal((await read(town, supplier, record))?.state, 'admitted', 'a late decision is a decision');
});

void test('fifteen working days with a reason that is told in time; the applicant gets it as a letter', async () => {
  const town = await disTown();
  const { market, buyer, supplier } = town;
  const record = await sent(town, await aDis(town));
  await market.do(buyer, 'application.extend', { reason: 'Referencerne skal undersøges.' }, record);
  assert.match((await refusal(town, buyer, 'application.extend', record, { reason: 'Igen.' })).message, /already/);
  const seen = await read(town, supplier, record);
  assert.equal(seen?.body.watch, '2026-12-22');
  assert.match(seen.body.letters[0]?.text.da ?? '', /Referencerne skal undersøges\.[^]*senest 22\. december 2026/);
  market.clock.set('2026-12-15T23:30:00Z');
  await catchUp(market);
  assert.ok(!(await eventsOf(town, record)).includes('overdue'), 'the ten days are over, the fifteen are not');
});

void test('the documents prolong the first decisions; time looks again at their end', async () => {
  const town = await disTown();
  const { market, supplier } = town;
  const record = await sent(town, await aDis(town, { prolongedTo: '2027-01-29' }));
  market.clock.set('2026-12-15T23:00:00Z');
  await catchUp(market);
  assert.equal((await read(town, supplier, record))?.body.watch, '2027-01-29');
  assert.ok(!(await eventsOf(town, record)).includes('overdue'));
  market.clock.set('2027-01-29T23:00:00Z');
  await catchUp(market);
  assert.ok((await eventsOf(town, record)).includes('overdue'));
});

void test('what is missing is mended: before it is sent by the form, after it by the owner’s request, and the time runs anew', async () => {
  const town = await disTown();
  const { market, buyer, supplier } = town;
  const system = await aDis(town);
  const { record } = await market.do(supplier, 'application.start', { categories: ['B'] }, system);
  const answers = { ...DECLARED, suitability: [{ category: 'B', meets: true, how: 'Ja.' }] };
  for (const [changed, said] of [[{ noOthers: false }, /exclusion/], [{ signed: false }, /signed/], [{ cvr: '12345678' }, /CVR/], [{ selection: [] }, /Earlier deliveries/], [{ suitability: [{ category: 'B', meets: true }] }, /category B/]] as const) {
    await market.do(supplier, 'application.write', { ...answers, ...changed }, record);
    assert.match((await refusal(town, supplier, 'application.submit', record)).message, said);
  }
  assert.equal((await refusal(town, supplier, 'application.write', record, DECLARED)).place, 'suitability', 'category A was not applied for');
  await market.do(supplier, 'application.write', answers, record);
  await market.do(supplier, 'application.submit', {}, record);
  assert.equal((await refusal(town, buyer, 'application.ask-correction', record, { text: 'x', answerBy: '2026-12-01' })).place, 'answerBy');
  await market.do(buyer, 'application.ask-correction', { text: 'Referencen mangler en dato.', answerBy: '2026-12-10' }, record);
  market.clock.set('2027-01-04T10:00:00Z');
  await catchUp(market);
  assert.ok(!(await eventsOf(town, record)).includes('overdue'), 'while the supplier mends it, nobody is late');
  await market.do(supplier, 'application.submit', {}, record);
  const seen = await read(town, buyer, record);
  assert.equal(seen?.body.receivedAt, '2026-12-01T09:00:00Z');
  assert.equal(seen.body.completedAt, '2027-01-04T10:00:00Z');
  assert.equal(seen.body.watch, '2027-01-18');
});

void test('renewed in five working days, or noted as late; either way admitted meanwhile', async () => {
  const town = await disTown();
  const { market, buyer, supplier } = town;
  const system = await aDis(town);
  const record = await sent(town, system);
  await market.do(buyer, 'application.admit', { verdicts: [{ category: 'A', admitted: true }, { category: 'B', admitted: true }] }, record);
  await market.do(buyer, 'application.ask-renewal', { text: 'Et år er gået.' }, record);
  assert.equal((await read(town, supplier, record))?.body.renewals[0]?.due, '2026-12-08');
  market.clock.set('2026-12-08T23:00:00Z');
  await catchUp(market);
  await catchUp(market);
  assert.equal((await eventsOf(town, record)).filter((type) => type === 'renewal-late').length, 1);
  assert.deepEqual(admittedIn(await readChildren(market.db, system), 'A', market.clock.now()), [supplier.organisation]);
  await market.do(supplier, 'application.renew', DECLARED, record);
  const renewed = await read(town, buyer, record);
  assert.equal(renewed?.state, 'admitted');
  assert.equal(renewed.body.renewals[0]?.renewedAt, '2026-12-08T23:00:00Z');
});

void test('nobody is removed but by two, for a ground, after hearing, and when what it has shown is assessed', async () => {
  const town = await disTown();
  const { market, buyer, approver, supplier } = town;
  const system = await aDis(town);
  const record = await sent(town, system);
  await market.do(buyer, 'application.admit', { verdicts: [{ category: 'A', admitted: true }, { category: 'B', admitted: true }] }, record);
  const heard = { ground: 'udbudsloven-136', text: 'Urigtige oplysninger.', answerBy: '2026-12-10' };
  assert.equal((await refusal(town, buyer, 'application.hear', record, { ...heard, ground: 'udbudsloven-49' })).kind, 'invalid');
  await market.do(buyer, 'application.hear', heard, record);
  assert.match((await refusal(town, buyer, 'application.remove', record, { reason: 'x' })).message, /§ 138/);
  await market.do(supplier, 'application.respond', { text: 'Det var en fejl.', selfCleaning: 'Ny kontrol.' }, record);
  assert.equal((await refusal(town, buyer, 'application.remove', record, { reason: 'x' })).place, 'assessment');
  await market.do(buyer, 'application.keep', { reason: 'Kontrollen er god.' }, record);
  await market.do(buyer, 'application.hear', heard, record);
  await market.do(supplier, 'application.respond', { text: 'Igen en fejl.' }, record);
  market.clock.set('2026-12-11T09:00:00Z');
  await market.two(buyer, approver, 'application.remove', { reason: 'Anden gang.' }, record);
  const removed = await read(town, supplier, record);
  assert.equal(removed?.state, 'removed');
  assert.deepEqual(removed.body.letters.map(({ kind }) => kind), ['decision', 'hearing', 'kept', 'hearing', 'removed']);
  const children = await readChildren(market.db, system);
  assert.deepEqual(admittedIn(children, 'A', market.clock.now()), []);
  assert.deepEqual(admittedIn(children, 'A', Temporal.Instant.from('2026-12-11T08:59:59Z')), [supplier.organisation], 'until then it was in');
});

void test('what one organisation applies for is nobody else’s to see or do, and once is enough for each category', async () => {
  const town = await disTown();
  const { market, buyer, supplier } = town;
  const system = await aDis(town);
  const record = await sent(town, system);
  assert.equal((await refusal(town, supplier, 'application.start', system, { categories: ['B'] })).kind, 'conflict');
  assert.equal((await refusal(town, supplier, 'application.start', system, { categories: ['Z'] })).place, 'categories');
  const rival = await market.person(await market.organisation('supplier', 'Rival A/S'), 'bidder');
  const other = await market.person(await market.organisation('municipality', 'Sønderby Kommune'), 'buyer', 'approver');
  for (const stranger of [rival, other]) {
    for (const command of ['application.withdraw', 'application.refuse', 'application.admit', 'application.write', 'application.hear']) {
      const input = { 'application.withdraw': {}, 'application.refuse': { reason: 'x' }, 'application.admit': { verdicts: [{ category: 'A', admitted: true }] }, 'application.write': DECLARED, 'application.hear': { ground: 'udbudsloven-136', text: 'x', answerBy: '2026-12-10' } }[command];
      assert.equal((await refusal(town, stranger, command, record, input)).kind, 'not-found', command);
    }
  }
  assert.equal((await refusal(town, supplier, 'application.refuse', record, { reason: 'x' })).kind, 'forbidden');
  assert.equal((await refusal(town, buyer, 'application.withdraw', record)).kind, 'forbidden');
  const weak = { ...supplier, assurance: 'low' as const };
  assert.equal((await refusal(town, weak, 'application.withdraw', record)).kind, 'forbidden', 'it takes a strong login');
  const theirs = await sent(town, system, rival);
  assert.equal(await read(town, supplier, theirs), null);
  assert.equal((await asActor(market.db, supplier, (trx) => readChildren(trx, system))).length, 1, 'its own alone');
  assert.equal((await asActor(market.db, buyer, (trx) => readChildren(trx, system))).length, 2);
  await market.do(supplier, 'application.withdraw', {}, record);
  assert.equal((await read(town, buyer, record))?.state, 'withdrawn');
  await sent(town, system);
});

void test('in a system that is not open nobody applies, and nothing is decided', async () => {
  const town = await disTown();
  const { market, buyer, supplier } = town;
  const system = await aDis(town);
  const record = await sent(town, system);
  await market.do(buyer, 'dis.end', { reason: 'Behovet er dækket.' }, system);
  const rival = await market.person(await market.organisation('supplier', 'Rival A/S'), 'bidder');
  assert.match((await refusal(town, rival, 'application.start', system, { categories: ['A'] })).message, /not open/);
  assert.match((await refusal(town, buyer, 'application.refuse', record, { reason: 'x' })).message, /not open/);
  market.clock.set('2027-03-01T00:00:00Z');
  await catchUp(market);
  assert.ok(!(await eventsOf(town, record)).includes('overdue'));
  await market.do(supplier, 'application.withdraw', {}, record);
});

const instant = fc.integer({ min: 0, max: 100 }).map((hours) => Temporal.Instant.from('2026-12-01T00:00:00Z').add({ hours }));

void test('M2: admitted in a category at an instant are those whose admission covers it, and nobody else', () => {
  const anyOne = fc.record({ owner: fc.constantFrom('a', 'b', 'c', 'd'), from: instant, hours: fc.option(fc.integer({ min: 1, max: 40 })), categories: fc.subarray(['A', 'B'], { minLength: 1 }), kind: fc.constantFrom('application', 'purchase') });
  fc.assert(fc.property(fc.array(anyOne, { maxLength: 12 }), instant, fc.constantFrom('A', 'B'), (given, at, category) => {
    const records = given.map(({ owner, from, hours, categories, kind }) => ({
      kind, owner, body: { admission: { categories, from: from.toString(), ...(hours === null ? {} : { to: from.add({ hours }).toString() }) } },
    })) as unknown as readonly MarketRecord[];
    const found = admittedIn(records, category, at);
    for (const owner of ['a', 'b', 'c', 'd']) {
      const isIn = given.some((one) => one.kind === 'application' && one.owner === owner && one.categories.includes(category) && one.from.epochMilliseconds <= at.epochMilliseconds
        && (one.hours === null || at.epochMilliseconds < one.from.add({ hours: one.hours }).epochMilliseconds));
      assert.equal(found.includes(owner), isIn);
    }
    assert.deepEqual(found, [...new Set(found)].toSorted());
  }), runs(300));
  assert.ok(['admitted', 'renewal', 'hearing'].every((state) => isAdmitted({ state })));
});

void test('the time to decide is ten working days from any day of any year, fifteen when extended', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 3650 }), fc.boolean(), (days, isExtended) => {
    const received = Temporal.Instant.from('2024-01-01T11:00:00Z').add({ hours: 24 * days });
    const body = { receivedAt: received.toString(), ...(isExtended ? { extendedBecause: 'x' } : {}) } as ApplicationBody;
    assert.equal(clockOf(body, {}, [], received)?.last, addWorkingDays(copenhagenDate(received), isExtended ? 15 : 10).toString());
  }), runs(300));
});

void test('every command, state, event, letter and answer to "what now?" has its words in both languages', async () => {
  assert.deepEqual(Object.keys(en).toSorted(), Object.keys(da).toSorted());
  const words: Readonly<Record<string, string>> = da;
  for (const state of application.states) assert.ok(`state.${state}` in words && (`next.${state}` in words), state);
  for (const { name, byTime } of application.commands) assert.ok(byTime || (`command.${name}` in words && `about.${name}` in words), name);
  const town = await disTown();
  const record = await sent(town, await aDis(town));
  await town.market.do(town.buyer, 'application.refuse', { reason: 'Ingen referencer.' }, record);
  for (const type of await eventsOf(town, record)) assert.ok(`event.${type}` in words, type);
  const letters = (await read(town, town.supplier, record))?.body.letters ?? [];
  for (const lang of LANGUAGES) for (const { text } of letters) assert.doesNotMatch(text[lang], /[{}]/);
});

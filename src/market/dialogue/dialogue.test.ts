import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { LANGUAGES } from '#base';
import { catchUp, give } from '#market';
import { validateRelease } from '#ocds';
import { asActor, needsSecond, type Action, type Actor } from '#people';
import { htmlFaults, renderDocument } from '#ui';
import { buying, drafted, type Buying } from '../../../test/support/purchases.ts';
import { renderCommand } from '../core/command.page.tsx';
import { pairsOf } from '../core/form-pairs.ts';
import { readRecord } from '../core/records.store.ts';
import { readApiRecord } from '../core/record-api.routes.ts';
import { renderRecord } from '../core/record.page.tsx';
import { LIFE_TABLES } from '../core/transitions.ts';
import { readFormAbout, readView } from '../core/view.store.ts';
import { PRESENTATIONS } from '../kinds.ts';
import { testPurchaseView, testSite } from '../purchase/rendered.ts';
import { dialogue } from './dialogue.ts';
import type { Dialogue } from './dialogue.schema.ts';

const START = {
  title: 'Sagssystem: hvad kan markedet?', announcement: 'Vi vil købe et sagssystem i 2027.', wanted: 'Hvad driver prisen?',
  requirements: [{ requirement: 'Log af alle opslag' }, { requirement: 'Drift i EU' }], closesAt: '2026-12-10T12:00',
};

/** Public from its first moment, under a need of the town, which nobody else sees. */
async function opened(own: Buying, start: object = {}): Promise<{ readonly need: string; readonly dialogue: string }> {
  const need = await own.need();
  return { need, dialogue: (await own.market.do(own.buyer, 'dialogue.start', { ...START, ...start }, need)).record };
}

const response = (first: string, second: string, more: object = {}) => ({ text: 'Vi har gjort det før.', answers: [{ id: 'S1', can: first }, { id: 'S2', can: second }], ...more });

async function pageOf({ market }: Buying, kind: 'dialogue' | 'need' | 'contribution', actor: Actor | null, record: string, lang: 'da' | 'en' = 'da'): Promise<string | null> {
  const presentation = PRESENTATIONS.find((one) => one.kind === kind);
  const view = presentation === undefined ? null : await readView(market, presentation, actor, testSite('/torv/x', lang), record);
  if (presentation === undefined || view === null) return null;
  return renderDocument(renderRecord({ view, presentation, title: market.kinds.of(kind).titleOf(view.record), path: '/torv/x', done: null }));
}

async function bodyOf({ read }: Buying, id: string): Promise<Dialogue['body']> {
  return (await read(id) as Dialogue).body;
}

/** @returns kind and place of the failure; null: it was done */
async function refused({ market }: Buying, actor: Actor, command: string, input: unknown, record: string): Promise<string | null> {
  const given = await give(market, actor, { command, record, input, version: null, key: null });
  return given.ok ? null : [given.failure.kind, given.failure.place].filter((part) => part !== undefined).join(' ');
}

function three({ suppliers: [a, b, c] }: Buying): readonly [Actor, Actor, Actor] {
  assert.ok(a !== undefined && b !== undefined && c !== undefined);
  return [a, b, c];
}

void test('the commands of a dialogue are those of its table of states, and none takes two persons', () => {
  const commands = dialogue.commands.flatMap((command) => (command.starts ? [`begins ${command.name}`] : command.from.map((state) => `${state} ${command.name}`)));
  assert.deepEqual(commands.toSorted(), LIFE_TABLES.dialogue.transitions.map(({ from, command }) => `${from ?? 'begins'} ${command}`).toSorted());
  for (const { name, twoPersons, byTime } of dialogue.commands) if (!byTime) assert.equal(twoPersons, needsSecond(name as Action), name);
});

void test('a dialogue is opened below one’s own need, is public at once, and its need is not', async () => {
  const own = await buying('dis', 3);
  const { need, dialogue: id } = await opened(own);
  assert.deepEqual((await bodyOf(own, id)).requirements, [{ id: 'S1', text: 'Log af alle opslag' }, { id: 'S2', text: 'Drift i EU' }]);
  assert.ok(await readApiRecord(own.market, null, id) !== null);
  assert.equal(await asActor(own.market.db, null, (trx) => readRecord(trx, need)), null);
  const other = await own.market.person(await own.market.organisation('municipality', 'Sønderby Kommune'), 'buyer');
  assert.equal(await refused(own, other, 'dialogue.start', START, need), 'not-found');
  assert.equal(await refused(own, three(own)[0], 'dialogue.start', START, need), 'not-found');
  assert.equal(await refused(own, own.buyer, 'dialogue.start', { ...START, closesAt: '2026-12-01T09:00' }, need), 'invalid closesAt');
  await own.market.do(own.buyer, 'need.drop', { reason: 'Sparet væk.' }, need);
  assert.equal(await refused(own, own.buyer, 'dialogue.start', START, need), 'conflict');
});

void test('what a supplier sends is seen by itself and the buyer alone; the answer is everybody’s and names nobody', async () => {
  const own = await buying('dis', 3);
  const { market, buyer } = own;
  const [a, b] = three(own);
  const { dialogue: id } = await opened(own);
  const { record: question } = await market.do(a, 'dialogue.ask', { text: 'Må vi drifte i Tyskland?', confidential: 'Vores tyske centre' }, id);
  const { record: said } = await market.do(a, 'dialogue.respond', response('can', 'price', { confidential: 'Listepris 42.424' }), id);
  for (const one of [question, said]) {
    for (const reader of [b, null]) {
      assert.equal(await asActor(market.db, reader, (trx) => readRecord(trx, one)), null);
      assert.equal(await pageOf(own, 'contribution', reader, one), null);
    }
    for (const reader of [a, buyer]) assert.match(await pageOf(own, 'contribution', reader, one) ?? '', /Fortroligt: må ikke gives videre/);
  }
  assert.match(await pageOf(own, 'dialogue', buyer, id) ?? '', /Leverandør A ApS/);
  assert.match(await pageOf(own, 'dialogue', a, id) ?? '', /Det har I sendt/);
  assert.equal(await refused(own, buyer, 'dialogue.answer', { question, shown: 'Leverandør a aps spørger', answer: 'Ja.' }, id), 'invalid shown');
  assert.equal(await refused(own, buyer, 'dialogue.note', { on: '2026-12-02', suppliers: 1, text: 'Vi mødte Leverandør A ApS.' }, id), 'invalid text');
  assert.equal(await refused(own, buyer, 'dialogue.answer', { question: said, shown: 'x', answer: 'x' }, id), 'invalid question');
  assert.equal(await refused(own, b, 'dialogue.answer', { question, shown: 'x', answer: 'x' }, id), 'forbidden');
  await market.do(buyer, 'dialogue.answer', { question, shown: 'Må driften ligge i Tyskland?', answer: 'Ja, i EU.' }, id);
  assert.equal(await refused(own, buyer, 'dialogue.answer', { question, shown: 'x', answer: 'x' }, id), 'invalid question', 'once');
  await market.do(buyer, 'dialogue.note', { on: '2026-12-02', suppliers: 2, text: 'Vi fortalte om tidsplanen.' }, id);
  for (const reader of [b, null]) {
    const seen = (await pageOf(own, 'dialogue', reader, id) ?? '') + JSON.stringify(await readApiRecord(market, reader, id));
    assert.match(seen, /Må driften ligge i Tyskland\?/);
    assert.match(seen, /Møde 2\. december 2026, 2 leverandører/);
    for (const hidden of ['Leverandør A ApS', a.organisation, 'Vores tyske centre', '42.424', 'Vi har gjort det før', 'Må vi drifte']) assert.ok(!seen.includes(hidden), hidden);
  }
});

void test('each requirement has one answer, and the last of an organisation counts', async () => {
  const own = await buying('dis', 3);
  const [a] = three(own);
  const { dialogue: id } = await opened(own);
  for (const answers of [[], [{ id: 'S1', can: 'can' }], [{ id: 'S1', can: 'can' }, { id: 'S1', can: 'can' }], [{ id: 'S1', can: 'can' }, { id: 'S3', can: 'can' }]]) {
    assert.equal(await refused(own, a, 'dialogue.respond', { text: 'x', answers }, id), 'invalid answers');
  }
  for (const reader of [own.buyer, await own.market.person(own.town, 'auditor')]) assert.equal(await refused(own, reader, 'dialogue.respond', response('can', 'can'), id), 'forbidden');
  await own.market.do(a, 'dialogue.respond', response('cannot', 'can'), id);
  own.market.clock.forward({ minutes: 1 });
  await own.market.do(a, 'dialogue.respond', response('price', 'can'), id);
  const page = await pageOf(own, 'dialogue', own.buyer, id) ?? '';
  assert.match(page, /Færre end tre leverandører har svaret/);
  assert.deepEqual(cellsOf(page), [['0', '1', '0'], ['1', '0', '0']]);
});

/** The numbers of the table of requirements, by its rows. */
function cellsOf(page: string): readonly (readonly string[])[] {
  const section = /<h2 id="krav">.*?<\/section>/su.exec(page)?.[0] ?? '';
  const rows = /<tbody.*<\/tbody>/su.exec(section)?.[0].split('<tr').slice(1) ?? [];
  return rows.map((row) => [...row.matchAll(/<td[^>]*class="numeric"[^>]*>(?:<[^>]+>)*(\d+)</gu)].map(([, number]) => number ?? ''));
}

void test('time closes it; how many can do what is told from three organisations on, and before the end to the buyer alone', async () => {
  for (const answering of [2, 3]) {
    const own = await buying('dis', 3);
    const { market } = own;
    const { dialogue: id } = await opened(own);
    for (const [at, supplier] of three(own).slice(0, answering).entries()) await market.do(supplier, 'dialogue.respond', response(at === 0 ? 'cannot' : 'can', 'price'), id);
    for (const reader of [three(own)[0], null]) assert.deepEqual(cellsOf(await pageOf(own, 'dialogue', reader, id) ?? '').flat(), [], 'not while it is open');
    market.clock.set('2026-12-10T11:00:00.001Z');
    assert.equal(await refused(own, three(own)[0], 'dialogue.ask', { text: 'For sent?' }, id), 'conflict', 'the clock decides, not the state');
    await catchUp(market);
    const dialogueNow = await own.read(id) as Dialogue;
    assert.equal(dialogueNow.state, 'closed');
    assert.deepEqual(dialogueNow.body.outcome, answering < 3 ? undefined : { answered: 3, counts: [{ requirement: 'S1', can: 2, price: 0, cannot: 1 }, { requirement: 'S2', can: 0, price: 3, cannot: 0 }] });
    assert.deepEqual(cellsOf(await pageOf(own, 'dialogue', null, id) ?? ''), answering < 3 ? [[], []] : [['2', '0', '1'], ['0', '3', '0']]);
  }
});

void test('the buyer closes early with a reason for all, and still answers what came before', async () => {
  const own = await buying('dis', 3);
  const { market, buyer } = own;
  const [a] = three(own);
  const { dialogue: id } = await opened(own);
  const { record: question } = await market.do(a, 'dialogue.ask', { text: 'Hvornår?' }, id);
  await market.do(buyer, 'dialogue.close', { reason: 'Pengene er bevilget før tid.' }, id);
  assert.match(await pageOf(own, 'dialogue', null, id) ?? '', /Pengene er bevilget før tid/);
  assert.equal(await refused(own, a, 'dialogue.respond', response('can', 'can'), id), 'forbidden');
  await market.do(buyer, 'dialogue.answer', { question, shown: 'Hvornår?', answer: 'I maj.' }, id);
  assert.equal((await bodyOf(own, id)).questions.length, 1);
  market.clock.set('2026-12-10T12:00:00Z');
  assert.equal(await catchUp(market), 0, 'nothing is due of what is closed');
});

void test('the register is told each step by a release that validates and names no supplier', async () => {
  const own = await buying('dis', 3);
  const { market, buyer } = own;
  const { dialogue: id } = await opened(own);
  const { record: question } = await market.do(three(own)[0], 'dialogue.ask', { text: 'Hvornår?' }, id);
  await market.do(buyer, 'dialogue.answer', { question, shown: 'Hvornår?', answer: 'I maj.' }, id);
  market.clock.set('2026-12-10T12:00:00Z');
  await catchUp(market);
  const { rows } = await sql<{ release: string }>`select release from outbox where subject = ${id} order by seq`.execute(market.db);
  const told = rows.map(({ release }) => JSON.parse(release) as { readonly tag: readonly string[] });
  assert.deepEqual(told.map(({ tag }) => tag), [['planning'], ['planningUpdate'], ['planningUpdate']]);
  for (const release of told) {
    const { errors, warnings } = validateRelease(release);
    assert.deepEqual([errors, warnings], [[], []]);
    for (const { organisation, organisationName } of own.suppliers) assert.ok(!JSON.stringify(release).includes(organisation) && !JSON.stringify(release).includes(organisationName));
  }
});

void test('the purchase from the same need has it as an annex, the same for all; why suppliers did not bid is told after the contract, from three on', async () => {
  const own = await buying('dis', 3);
  const { market, buyer } = own;
  const { need, dialogue: id } = await opened(own);
  const { record: question } = await market.do(three(own)[0], 'dialogue.ask', { text: 'Hvornår?' }, id);
  await market.do(buyer, 'dialogue.answer', { question, shown: 'Hvornår?', answer: 'I maj.' }, id);
  const purchase = await drafted({ ...own, need: async () => need });
  assert.match(await testPurchaseView(market, buyer, purchase), new RegExp(`Bilag: markedsdialogen før købet.*/torv/dialog/${id}.*I maj\\.`, 'su'));
  assert.match(await pageOf(own, 'need', buyer, need) ?? '', new RegExp(`/torv/dialog/${id}`));
  const decline = async (at: number, because: string): Promise<void> => { await market.do(three(own)[at] ?? buyer, 'dialogue.decline', { because, text: 'For os er det 17 uger.' }, id); };
  const publicly = async (state: string): Promise<string> => {
    await sql`update market_record set state = ${state}, audience = 'public', version = version + 1 where id = ${purchase}`.execute(market.db);
    return testPurchaseView(market, null, purchase);
  };
  await decline(0, 'time');
  await decline(1, 'time');
  market.clock.forward({ minutes: 1 });
  await decline(1, 'slanted');
  assert.doesNotMatch(await publicly('contracted'), /Hvorfor leverandører ikke gav tilbud/, 'two organisations');
  await decline(2, 'time');
  assert.doesNotMatch(await publicly('announced'), /Hvorfor leverandører ikke gav tilbud/, 'not before the contract');
  const page = await publicly('contracted');
  assert.match(page, /tiden er for kort.*?2.*?skrevet til en anden.*?1/su);
  assert.match(page, /I maj\./);
  for (const hidden of ['17 uger', ...own.suppliers.flatMap(({ organisation, organisationName }) => [organisation, organisationName])]) assert.ok(!page.includes(hidden), hidden);
  assert.match(await pageOf(own, 'dialogue', buyer, id) ?? '', /17 uger/);
  assert.deepEqual(htmlFaults(page), []);
});

void test('pages and forms are whole in both languages, whatever was written', async () => {
  const own = await buying('dis', 3);
  const { market, buyer } = own;
  const [a] = three(own);
  const { need, dialogue: id } = await opened(own, { announcement: '<script>alert(1)</script>' });
  const { record: question } = await market.do(a, 'dialogue.ask', { text: '<script>alert(1)</script>' }, id);
  await market.do(a, 'dialogue.decline', { because: 'terms', text: 'Nej.' }, id);
  const { record: said } = await market.do(a, 'dialogue.respond', response('can', 'price', { confidential: 'Hemmeligt' }), id);
  await market.do(buyer, 'dialogue.note', { on: '2026-12-02', suppliers: 1, text: 'Tidsplan.' }, id);
  const pages: string[] = [];
  for (const lang of LANGUAGES) {
    for (const [kind, record, readers] of [['dialogue', id, [buyer, a, null]], ['contribution', question, [buyer, a]], ['contribution', said, [a]], ['need', need, [buyer]]] as const) {
      for (const reader of readers) pages.push(await pageOf(own, kind, reader, record, lang) ?? 'hidden');
    }
    for (const [name, kind, actor, record] of [['dialogue.start', 'dialogue', buyer, need], ['dialogue.answer', 'dialogue', buyer, id], ['dialogue.respond', 'contribution', a, id], ['dialogue.decline', 'contribution', a, id]] as const) {
      const [presentation, command] = [PRESENTATIONS.find((one) => one.kind === kind), market.kinds.command(name)];
      assert.ok(presentation !== undefined && command !== null);
      const about = await readFormAbout(market, presentation, command, actor, testSite('/torv/x', lang), record);
      assert.ok(about !== null);
      const html = renderDocument(renderCommand({ presentation, about, command, title: null, back: '/', action: '/', pairs: pairsOf(presentation.initial(name, about), command.input, lang), errors: new Map(), failure: null, warnings: [] }));
      if (name === 'dialogue.respond') assert.ok(html.includes('S1: Log af alle opslag') && html.includes('value="S2"'), 'a row for each requirement');
      pages.push(html);
    }
  }
  for (const html of pages) {
    assert.deepEqual(htmlFaults(html), []);
    assert.doesNotMatch(html, /<script>alert|^hidden$/);
  }
});

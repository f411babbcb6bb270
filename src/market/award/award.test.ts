import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { catchUp, give, settle } from '#market';
import { releaseErrors } from '#ocds';
import { asActor, type Actor } from '#people';
import { assessed, openedWith, type Opened } from '../../../test/support/assessments.ts';
import { buying, type Buying } from '../../../test/support/purchases.ts';
import type { Contract } from '../contract/contract.ts';
import { readApiRecord } from '../core/record-api.routes.ts';
import { listRecords, readHistory, readRecord } from '../core/records.store.ts';
import type { Letter } from '../letter/letter.ts';
import type { Purchase } from '../purchase/purchase.schema.ts';
import { testPurchaseView } from '../purchase/rendered.ts';
import { noticeState } from './notice.ts';

const order = (command: string, record: string, input: unknown) => ({ command, record, input, version: null, key: null });

interface Case extends Buying, Opened {
  readonly a: Actor;
  readonly b: Actor;
  readonly c: Actor;
}

/** Three are invited, two bid, B wins. */
async function ready(way: 'dis' | 'framework' = 'dis', prices = ['10111', '11000'], points = [[3, 3], [9, 9]]): Promise<Case> {
  const own = await buying(way, 3);
  const [a, b, c] = own.suppliers;
  assert.ok(a !== undefined && b !== undefined && c !== undefined);
  const opened = await openedWith(own, [{ supplier: a, price: prices[0] ?? '' }, { supplier: b, price: prices[1] ?? '' }]);
  await assessed(own, opened, points);
  return { ...own, ...opened, a, b, c };
}

const AWARD = { reason: 'Bedst på brugbarhed og drift.', merits: 'Færre klik og kortere svartider.', standstillDays: 10 };

const lettersTo = (own: Case, actor: Actor | null): Promise<readonly Letter[]> => asActor(own.market.db, actor, async (trx) => await listRecords(trx, { kind: 'letter' }) as readonly Letter[]);

void test('from the assessment to the contract: letters, the wait, the contract, the need, the funnel, and what everybody may see', async () => {
  const own = await ready();
  const { market, buyer, approver, record, submissions, a, b, c, read } = own;
  await sql`insert into market_document_look (purchase, organisation, first_at) values (${record}, ${c.organisation}, ${market.clock.now().toString()})`.execute(market.db);
  const wrong = await give(market, buyer, order('purchase.award', record, { ...AWARD, winner: submissions[0] }));
  assert.ok(!wrong.ok && wrong.failure.place === 'winner', 'the ranking decides');
  const naming = await give(market, buyer, order('purchase.award', record, { ...AWARD, winner: submissions[1], reason: 'Bedre end Leverandør A ApS.' }));
  assert.ok(!naming.ok && naming.failure.place === 'reason', 'who lost is not named');
  await give(market, buyer, order('purchase.award', record, { ...AWARD, winner: submissions[1] }));
  assert.equal((await read(record)).state, 'assessed', 'one person decides nothing');
  assert.match(await testPurchaseView(market, approver, record), /Det, der er foreslået(?:(?!<\/details>)[^])*Vinder(?:(?!<\/details>)[^])*Leverandør B ApS/, 'whoever confirms it reads who wins');
  assert.ok(!(await settle(market, buyer, record, 'purchase.award', 'confirm')).ok);
  const confirmed = await settle(market, approver, record, 'purchase.award', 'confirm');
  assert.ok(confirmed.ok, JSON.stringify(confirmed));
  const decided = await read(record) as Purchase;
  assert.equal(decided.state, 'decided');
  assert.equal(decided.body.outcome, undefined, 'nobody reads the outcome before the letters');
  const unlettered = await give(market, approver, order('purchase.sign', record, { from: '2027-02-01', to: '2031-01-31' }));
  assert.ok(!unlettered.ok && /§ 171/.test(unlettered.failure.message), 'no letter, no contract');

  await market.do(buyer, 'purchase.letters', {}, record);
  const [lost] = await lettersTo(own, a);
  const [won] = await lettersTo(own, b);
  assert.ok(lost !== undefined && won !== undefined);
  assert.deepEqual([(await lettersTo(own, a)).length, (await lettersTo(own, b)).length, (await lettersTo(own, c)).length, (await lettersTo(own, null)).length, (await lettersTo(own, buyer)).length], [1, 1, 0, 0, 2]);
  assert.equal(await asActor(market.db, a, (trx) => readRecord(trx, won.id)), null, 'a letter is seen by its supplier alone');
  assert.deepEqual([lost.body.outcome, lost.body.winner, won.body.outcome], ['not-won', b.organisation, 'won']);
  const said = lost.body.reasons.join('\n');
  for (const part of ['nummer 2 af 2', 'Brugbarhed: 3 point; det valgte tilbud 9 point. Enige om k1 0', 'Færre klik', '485.328', '30 dage', 'Klagenævnsloven § 7', '528.000']) assert.ok(said.includes(part), `${part} in ${said}`);
  assert.deepEqual(lost.body.standstill, { ends: '2027-01-01T22:59:59.999Z', voluntary: true });
  assert.ok(!won.body.reasons.join('\n').includes('485.328'), 'the winner reads no other price');
  const twice = await give(market, buyer, order('purchase.letters', record, {}));
  assert.ok(!twice.ok, 'letters are sent once');

  const early = await give(market, approver, order('purchase.sign', record, { from: '2027-02-01', to: '2031-01-31' }));
  assert.ok(!early.ok && /promise/.test(early.failure.message), 'the wait blocks the signing');
  market.clock.set('2027-01-04T09:00:00Z');
  await market.do(approver, 'purchase.sign', { from: '2027-02-01', to: '2031-01-31' }, record);
  const signed = await read(record) as Purchase;
  assert.equal(signed.state, 'contracted');
  assert.deepEqual(signed.body.funnel, { admitted: 3, invited: 3, opened: 3, bid: 2, valid: 2, won: 1 });
  assert.deepEqual(signed.internal?.quiet, { silent: [], lookedOnly: [c.organisation] });
  const contract = await read(signed.body.contract?.id ?? '') as Contract;
  assert.deepEqual([contract.body.value, contract.body.supplier, contract.body.lines.length, contract.audience], ['528000.00', b.organisation, 1, 'public']);
  const need = await read(signed.body.need ?? '');
  assert.equal(need.state, 'used');
  assert.equal((await asActor(market.db, buyer, (trx) => readHistory(trx, need.id))).at(-1)?.type, 'used');
  await nothingOfLosers(own);
});

/** Names and prices of whoever lost, in whatever the public can read. */
async function nothingOfLosers({ market, record, a }: Case): Promise<void> {
  const { rows } = await sql<{ release: string; type: string }>`select release, type from outbox where subject = ${record} order by seq`.execute(market.db);
  assert.deepEqual(rows.map(({ type }) => type), ['purchase.announce', 'purchase.letters', 'purchase.sign']);
  // The list of parties is in the row for row-level security, and no page or address gives it out.
  const seen = await asActor(market.db, null, async (trx) => [...(await listRecords(trx, {})).map((one) => ({ ...one, parties: [] })), await readHistory(trx, record)]);
  for (const text of [...rows.map(({ release }) => release), JSON.stringify(seen), JSON.stringify(await readApiRecord(market, null, record))]) {
    for (const secret of ['Leverandør A', a.organisation, '485328', '10111', 'Enige om', 'Fordi']) assert.ok(!text.includes(secret), `${secret} in ${text.slice(0, 3000)}`);
  }
  for (const { release, type } of rows) assert.deepEqual(releaseErrors(JSON.parse(release)), [], type);
}

void test('a tie is settled by the lowest price, then by lots, and always with a reason', async () => {
  const own = await ready('framework', ['10000', '10000'], [[5, 5], [5, 5]]);
  const { market, buyer, approver, record, submissions, read } = own;
  const silent = await give(market, buyer, order('purchase.award', record, { ...AWARD, winner: submissions[0] }));
  assert.ok(!silent.ok && silent.failure.place === 'tie', JSON.stringify(silent));
  await market.two(buyer, approver, 'purchase.award', { ...AWARD, standstillDays: 0, winner: submissions[0], tie: 'Lod trukket den 22. december af to fra indkøb.' }, record);
  await market.do(buyer, 'purchase.letters', {}, record);
  const texts = (await lettersTo(own, own.b))[0]?.body.reasons.join('\n') ?? '';
  assert.match(texts, /Lod trukket/);
  await market.do(approver, 'purchase.sign', { from: '2027-02-01', to: '2031-01-31' }, record);
  const signed = await read(record) as Purchase;
  assert.equal(signed.body.funnel, undefined, 'a funnel is of a system');
  assert.deepEqual(signed.body.notice, { due: null, told: 'nothing' }, 'the notice of a call-off is voluntary');
  assert.equal(noticeState(signed.body, '2028-01-01'), 'voluntary');
});

void test('the notice of the quarter is told when it is due, and when it is overdue', async () => {
  const { market, buyer, approver, record, submissions, read } = await ready();
  await market.two(buyer, approver, 'purchase.award', { ...AWARD, standstillDays: 0, winner: submissions[1] }, record);
  await market.do(buyer, 'purchase.letters', {}, record);
  market.clock.set('2027-02-10T09:00:00Z');
  await market.do(approver, 'purchase.sign', { from: '2027-03-01', to: '2031-02-28' }, record);
  const body = async () => (await read(record) as Purchase).body;
  assert.equal((await body()).notice?.due, '2027-04-30');
  const signed = await body();
  assert.deepEqual(['2027-03-31', '2027-04-01', '2027-04-30', '2027-05-01'].map((on) => noticeState(signed, on)), ['waiting', 'due', 'due', 'overdue']);
  market.clock.set('2027-04-01T08:00:00Z');
  await catchUp(market);
  assert.equal((await body()).notice?.told, 'due');
  market.clock.set('2027-05-01T08:00:00Z');
  await catchUp(market);
  assert.equal((await body()).notice?.told, 'overdue');
  await market.do(buyer, 'purchase.note-notice', { on: '2027-05-01', reference: '2027/S 085-1' }, record);
  assert.equal(noticeState(await body(), '2027-05-02'), 'sent-late');
  const types = (await asActor(market.db, null, (trx) => readHistory(trx, record))).map(({ type }) => type);
  assert.deepEqual(types.slice(-3), ['notice-due', 'notice-overdue', 'notice-sent']);
});

void test('a purchase that is cancelled after the opening is told to those who bid, and to nobody else', async () => {
  const own = await ready();
  const { market, buyer, approver, record, a, c } = own;
  await market.two(buyer, approver, 'purchase.cancel', { reason: 'Behovet er faldet bort.' }, record);
  assert.deepEqual((await lettersTo(own, a)).map(({ body }) => body.outcome), ['cancelled']);
  assert.deepEqual(await lettersTo(own, c), []);
});

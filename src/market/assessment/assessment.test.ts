import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { give } from '#market';
import { asActor } from '#people';
import { allGood, assessed, evaluatorsOf, openedWith, scoresOf } from '../../../test/support/assessments.ts';
import { buying } from '../../../test/support/purchases.ts';
import { readHistory } from '../core/records.store.ts';
import type { Purchase, PurchaseInternal } from '../purchase/purchase.schema.ts';
import { rankingOf } from './assess.ts';
import { freeze, isWhole } from './frozen.ts';
import { lowPrices } from './low-price.ts';
import { readOpenedBids } from './opened-bids.store.ts';
import { visibleScores } from './standing.ts';

const order = (command: string, record: string, input: unknown) => ({ command, record, input, version: null, key: null });

function internalOf(record: unknown): PurchaseInternal {
  return (record as Purchase).internal ?? assert.fail();
}

void test('nobody sees another’s scores before all have scored, and after that everybody does', async () => {
  const own = await buying();
  const { market, buyer, suppliers: [a, b], read } = own;
  assert.ok(a !== undefined && b !== undefined);
  const { record, submissions } = await openedWith(own, [{ supplier: a, price: '10000' }, { supplier: b, price: '12000' }]);
  const [first, second] = await evaluatorsOf(own, record);
  const early = await give(market, first, order('purchase.score', record, scoresOf(submissions, [[8, 6], [9, 9]])));
  assert.ok(!early.ok && /not checked/.test(early.failure.message));
  await market.do(buyer, 'purchase.check', allGood(submissions), record);
  await market.do(first, 'purchase.score', scoresOf(submissions, [[8, 6], [9, 9]], 'Hemmelig'), record);
  const bids = await readOpenedBids(market.db, record);
  assert.deepEqual(visibleScores(internalOf(await read(record)), bids, second.user), []);
  assert.deepEqual(visibleScores(internalOf(await read(record)), bids, null), [], 'nor does the buyer or an auditor');
  assert.equal(visibleScores(internalOf(await read(record)), bids, first.user).length, 2);
  const tooEarly = await give(market, second, order('purchase.consensus', record, scoresOf(submissions, [[8, 6], [9, 9]])));
  assert.ok(!tooEarly.ok && /Not all have scored/.test(tooEarly.failure.message));
  await market.do(second, 'purchase.score', scoresOf(submissions, [[5, 5], [10, 9]]), record);
  assert.equal(visibleScores(internalOf(await read(record)), bids, second.user).length, 4);
  const again = await give(market, first, order('purchase.score', record, scoresOf(submissions, [[10, 10], [0, 0]])));
  assert.ok(!again.ok && again.failure.kind === 'conflict', 'what all see is not scored anew');
  const history = await asActor(market.db, second, (trx) => readHistory(trx, record));
  assert.ok(!JSON.stringify(history).includes('Hemmelig'), 'the history tells that somebody has scored, never what');
});

void test('only named evaluators without a conflict score, in whole steps of the scale, with a reason for each', async () => {
  const own = await buying();
  const { market, town, buyer, suppliers: [a, b], read } = own;
  assert.ok(a !== undefined && b !== undefined);
  const { record, submissions } = await openedWith(own, [{ supplier: a, price: '10000' }, { supplier: b, price: '12000' }]);
  const points = [[8, 6], [9, 9]];
  const [first, second] = await evaluatorsOf(own, record);
  await market.do(buyer, 'purchase.check', allGood(submissions), record);
  const unnamed = await market.person(town, 'evaluator');
  for (const somebody of [unnamed, buyer, a]) assert.ok(!(await give(market, somebody, order('purchase.score', record, scoresOf(submissions, points)))).ok);
  const outside = await give(market, first, order('purchase.score', record, scoresOf(submissions, [[11, 6], [9, 9]])));
  assert.ok(!outside.ok && outside.failure.place === 'scores[0].points', JSON.stringify(outside));
  const { scores } = scoresOf(submissions, points);
  const unreasoned = await give(market, first, order('purchase.score', record, { scores: [{ ...scores[0], reason: '' }, ...scores.slice(1)] }));
  assert.ok(!unreasoned.ok && unreasoned.failure.kind === 'invalid');
  const half = await give(market, first, order('purchase.score', record, { scores: scores.slice(1) }));
  assert.ok(!half.ok && half.failure.kind === 'invalid', 'each criterion of each bid');
  await market.do(second, 'purchase.score', scoresOf(submissions, points), record);
  await market.do(second, 'purchase.declare', { conflict: true, text: 'Min søster er ansat hos en af dem.' }, record);
  const internal = internalOf(await read(record));
  assert.deepEqual(internal.evaluators, [first.user], 'a declared conflict takes the evaluator out');
  const out = await give(market, second, order('purchase.score', record, scoresOf(submissions, points)));
  assert.ok(!out.ok, 'and out it stays');
  const back = await give(market, buyer, order('purchase.set-evaluators', record, { evaluators: [{ person: second.user }] }));
  assert.ok(!back.ok && /conflict/.test(back.failure.message));
  await market.do(first, 'purchase.score', scoresOf(submissions, points), record);
  const seen = visibleScores(internalOf(await read(record)), await readOpenedBids(market.db, record), first.user);
  assert.ok(seen.every(({ person }) => person === first.user), 'scores of whoever has a conflict are seen by nobody');
});

void test('a bid without all prices, or of somebody who had left, cannot be found good; who is out is not ranked', async () => {
  const own = await buying('dis', 3);
  const { market, buyer, suppliers: [a, b, c], read } = own;
  assert.ok(a !== undefined && b !== undefined && c !== undefined);
  const { record, submissions } = await openedWith(own, [{ supplier: a, price: '10000' }, { supplier: b, price: null }, { supplier: c, price: '9000' }]);
  await sql`update market_record set state = 'left', version = version + 1, body = jsonb_set(body, '{admission,to}', '"2026-12-10T00:00:00Z"') where kind = 'application' and owner = ${c.organisation}`.execute(market.db);
  const [first] = await evaluatorsOf(own, record);
  const all = (await give(market, buyer, order('purchase.check', record, allGood(submissions))));
  assert.ok(!all.ok && all.failure.place === 'checks[1].meetsMinimum', JSON.stringify(all));
  const good = { suitable: true, suitableReason: 'Egnet.', meetsMinimum: true, minimumReason: 'Opfyldt.' };
  const checks = [{ submission: submissions[0], ...good }, { submission: submissions[1], ...good, meetsMinimum: false, minimumReason: 'Linje 1 har ingen pris.' }, { submission: submissions[2], ...good }];
  const left = await give(market, buyer, order('purchase.check', record, { checks }));
  assert.ok(!left.ok && left.failure.place === 'checks[2].suitable', JSON.stringify(left));
  await market.do(buyer, 'purchase.check', { checks: checks.with(2, { submission: submissions[2], ...good, suitable: false, suitableReason: 'Ikke optaget ved fristen.' }) }, record);
  const one = submissions.slice(0, 1);
  for (const evaluator of internalOf(await read(record)).evaluators) await market.do(evaluator === first.user ? first : { ...first, user: evaluator }, 'purchase.score', scoresOf(one, [[7, 7]]), record);
  await market.do(first, 'purchase.consensus', scoresOf(one, [[7, 7]]), record);
  await market.do(buyer, 'purchase.assess', {}, record);
  const ranking = rankingOf(internalOf(await read(record)));
  assert.deepEqual(ranking.places.map(({ submission }) => submission), one);
});

void test('the ranking is frozen with its inputs: a change of one number is seen', async () => {
  const own = await buying();
  const { suppliers: [a, b], read } = own;
  assert.ok(a !== undefined && b !== undefined);
  const opened = await openedWith(own, [{ supplier: a, price: '10000' }, { supplier: b, price: '10500.50' }]);
  await assessed(own, opened, [[5, 5], [9, 9]]);
  const purchase = await read(opened.record);
  assert.equal(purchase.state, 'assessed');
  const ranking = rankingOf(internalOf(purchase));
  assert.ok(isWhole(ranking));
  assert.deepEqual(ranking.first, [opened.submissions[1]]);
  assert.deepEqual(ranking.bids.map(({ price }) => price).toSorted(), ['480000.00', '504024.00']);
  const [bid] = ranking.bids;
  assert.ok(bid !== undefined && !isWhole({ ...ranking, bids: [{ ...bid, price: '1.00' }, ...ranking.bids.slice(1)] }));
  const other = freeze(ranking.purchase, Temporal.Instant.from(ranking.at), ranking.model, ranking.bids.toReversed());
  assert.ok(other.ok && other.value.hash === ranking.hash, 'in whatever order the bids come');
});

const of = (...kroner: readonly bigint[]) => lowPrices(kroner.map((minor, at) => ({ id: String(at), price: { currency: 'DKK', minor } })));

void test('a low price is a hint from 30 per cent below the middle of the others, and there must be others', () => {
  assert.deepEqual(of(70n, 100n, 100n), [{ bid: '0', below: 30 }]);
  assert.deepEqual(of(71n, 100n, 100n), []);
  assert.deepEqual(of(10n, 100n), []);
  assert.deepEqual(of(0n, 0n, 0n), []);
});

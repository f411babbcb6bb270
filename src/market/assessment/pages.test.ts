import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { htmlFaults } from '#ui';
import { allGood, assessed, evaluatorsOf, openedWith, scoresOf } from '../../../test/support/assessments.ts';
import { marketPagesOf } from '../../../test/support/market-pages.ts';
import { buying } from '../../../test/support/purchases.ts';

void test('bids and scores on the page: only to the buyer’s own, not before interests are declared, and no score of another', async () => {
  const own = await buying();
  const { market, town, buyer, suppliers: [a, b] } = own;
  assert.ok(a !== undefined && b !== undefined);
  const pages = await marketPagesOf(market);
  const { app } = pages;
  const page: typeof pages.page = (path, actor, lang) => pages.page(path, actor, lang);
  after(() => app.close());
  const { record, submissions } = await openedWith(own, [{ supplier: a, price: '10111' }, { supplier: b, price: '11000' }]);
  const address = `/torv/koeb/${record}/bedoemmelse`;
  for (const somebody of [null, a, b]) assert.equal((await page(address, somebody)).status, 404);
  const shy = await market.person(town, 'evaluator');
  const [first, second] = await evaluatorsOf(own, record);
  await market.do(buyer, 'purchase.set-evaluators', { evaluators: [first, second, shy].map(({ user }) => ({ person: user })) }, record);
  await market.do(buyer, 'purchase.check', allGood(submissions), record);
  const undeclared = await page(address, shy);
  assert.equal(undeclared.status, 200);
  assert.ok(!undeclared.html.includes('485.328') && !undeclared.html.includes('svar 0'), 'nothing of a bid before the declaration');
  assert.match(undeclared.html, /Oplys om dine interesser/);
  await market.do(buyer, 'purchase.set-evaluators', { evaluators: [first, second].map(({ user }) => ({ person: user })) }, record);
  await market.do(first, 'purchase.score', scoresOf(submissions, [[8, 6], [9, 9]], 'Hemmelig'), record);
  const seen = await page(address, second);
  for (const part of ['Leverandør A ApS', 'Ja, svar 0', '485.328', 'loesning-1.pdf', 'Forretningshemmelighed', 'Leverandør B ApS: Drift', 'scores[3].points']) assert.ok(seen.html.includes(part), part);
  for (const reader of [second, buyer]) {
    for (const path of [address, `/torv/koeb/${record}`, `/torv/koeb/${record}/purchase.score`]) assert.ok(!(await page(path, reader)).html.includes('Hemmelig'), path);
  }
  assert.ok((await page(address, first)).html.includes('Hemmelig'), 'one’s own are there to be changed');
  assert.deepEqual(htmlFaults(seen.html), []);
  await market.do(second, 'purchase.score', scoresOf(submissions, [[5, 5], [10, 9]]), record);
  assert.ok((await page(address, second)).html.includes('Hemmelig'), 'after all have scored everybody sees');
});

void test('ranking and minutes are the buyer’s; the public page shows the outcome and nothing of who lost', async () => {
  const own = await buying();
  const { market, buyer, approver, suppliers: [a, b] } = own;
  assert.ok(a !== undefined && b !== undefined);
  const pages = await marketPagesOf(market);
  const { app } = pages;
  const page: typeof pages.page = (path, actor, lang) => pages.page(path, actor, lang);
  after(() => app.close());
  const opened = await openedWith(own, [{ supplier: a, price: '10111' }, { supplier: b, price: '11000' }]);
  const { record, submissions } = opened;
  await assessed(own, opened, [[3, 3], [9, 9]]);
  for (const path of ['rangfoelge', 'referat', 'bedoemmelse']) {
    for (const lang of ['da', 'en'] as const) {
      const { status, html } = await page(`/torv/koeb/${record}/${path}`, buyer, lang);
      assert.equal(status, 200, html.slice(0, 300));
      assert.deepEqual(htmlFaults(html), [], path);
    }
    for (const somebody of [null, a]) assert.equal((await page(`/torv/koeb/${record}/${path}`, somebody)).status, 404, path);
  }
  const ranking = await page(`/torv/koeb/${record}/rangfoelge`, buyer);
  for (const part of ['Ét kvalitetspoint mere opvejer', 'Kontrolsummen passer', 'Leverandør A ApS er først ved']) assert.ok(ranking.html.includes(part), part);
  assert.equal((await page(`/torv/koeb/${record}/purchase.award`, buyer)).status, 200);
  await market.two(buyer, approver, 'purchase.award', { winner: submissions[1], reason: 'Bedst.', merits: 'Færre klik.', standstillDays: 0 }, record);
  assert.ok(!(await page(`/torv/koeb/${record}`)).html.includes('528.000'), 'not before the letters');
  await market.do(buyer, 'purchase.letters', {}, record);
  for (const reader of [null, b]) {
    const { html } = await page(`/torv/koeb/${record}`, reader);
    assert.ok(html.includes('528.000') && html.includes('Leverandør B ApS'));
    for (const secret of ['Leverandør A', '485.328', 'Enige om', 'Færre klik']) assert.ok(!html.includes(secret), secret);
    assert.deepEqual(htmlFaults(html), []);
  }
  assert.match((await page(`/torv/koeb/${record}`, a)).html, /Jeres brev/);
  const data = await app.inject(`/api/v1/market/records/${record}`);
  assert.equal(data.statusCode, 200);
  for (const secret of ['Leverandør A', a.organisation, '485328', '10111', 'Enige om']) assert.ok(!data.body.includes(secret), secret);
});

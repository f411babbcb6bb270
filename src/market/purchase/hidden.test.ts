import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { catchUp, give } from '#market';
import type { Actor } from '#people';
import { htmlFaults } from '#ui';
import { putSubmission } from '../../../test/support/purchase-bids.ts';
import { testPurchaseView } from './rendered.ts';
import { announced, buying, type Buying } from '../../../test/support/purchases.ts';
import { readApiRecord } from '../core/record-api.routes.ts';

/** All that a reader can get of a purchase. */
async function seenBy({ market }: Buying, actor: Actor | null, record: string): Promise<string> {
  const [html, data] = [await testPurchaseView(market, actor, record), await readApiRecord(market, actor, record)];
  return html + JSON.stringify(data);
}

void test('before the opening neither pages, data nor releases change when bids come: no number, no name', async () => {
  const own = await buying('dis', 3);
  const { market, buyer, approver, committee, suppliers } = own;
  const record = await announced(own);
  const [first, second, third] = suppliers;
  assert.ok(first !== undefined && second !== undefined && third !== undefined);
  const readers = [buyer, approver, committee[0]?.person ?? buyer, await market.person(own.town, 'auditor'), await market.person(own.town, 'evaluator'), third, null];
  const before = await Promise.all(readers.map((reader) => seenBy(own, reader, record)));
  const bidders = await Promise.all([first, second].map((one) => seenBy(own, one, record)));
  await putSubmission(market, record, first);
  await putSubmission(market, record, second);
  for (const [at, reader] of readers.entries()) assert.equal(await seenBy(own, reader, record), before[at], `${reader?.name ?? 'anybody'} sees nothing of it`);
  for (const [at, reader] of [first, second].entries()) assert.notEqual(await seenBy(own, reader, record), bidders[at], 'who has bid sees that');
  market.clock.set('2026-12-21T11:00:01Z');
  await catchUp(market);
  const closed = await Promise.all([buyer, null].map((reader) => seenBy(own, reader, record)));
  await sql`delete from intake_submission`.execute(market.db);
  assert.deepEqual(await Promise.all([buyer, null].map((reader) => seenBy(own, reader, record))), closed, 'nor when it is closed');
  const { rows } = await sql<{ release: string }>`select release from outbox where subject = ${record}`.execute(market.db);
  assert.ok(rows.length > 0);
  for (const { release } of rows) for (const { organisation, organisationName } of suppliers) assert.ok(!release.includes(organisation) && !release.includes(organisationName), 'a release names nobody who was invited');
});

void test('who is invited is known to the buyer alone', async () => {
  const own = await buying('dis', 2);
  const record = await announced(own);
  const [first, second] = own.suppliers;
  assert.ok(first !== undefined && second !== undefined);
  assert.ok((await seenBy(own, own.buyer, record)).includes(second.organisationName));
  for (const reader of [first, null]) {
    const seen = await seenBy(own, reader, record);
    assert.ok(!seen.includes(second.organisationName) && !seen.includes(second.organisation), reader?.name ?? 'anybody');
  }
});

void test('an invited supplier reads IKKE AFGIVET first, until there is a receipt; nobody else has the box', async () => {
  const own = await buying();
  const { market, suppliers, buyer } = own;
  const record = await announced(own);
  const [first, second] = suppliers;
  assert.ok(first !== undefined && second !== undefined);
  const outsider = await market.person(await market.organisation('supplier', 'Udenfor ApS'), 'bidder');
  const page = await testPurchaseView(market, first, record);
  assert.match(page, /class="not-submitted" role="status"><strong>IKKE AFGIVET<\/strong>/);
  assert.ok(page.indexOf('IKKE AFGIVET') < page.indexOf('<h1'), 'before everything else');
  assert.match(await testPurchaseView(market, first, record, 'en'), /NOT SUBMITTED/);
  await putSubmission(market, record, first);
  assert.match(await testPurchaseView(market, first, record), /class="not-submitted is-submitted" role="status"><strong>AFGIVET /);
  assert.match(await testPurchaseView(market, second, record), /IKKE AFGIVET/);
  for (const reader of [buyer, outsider, null]) assert.doesNotMatch(await testPurchaseView(market, reader, record), /AFGIVET/);
  market.clock.set('2026-12-20T11:00:00Z');
  assert.match(await testPurchaseView(market, second, record), /under 24 timer/);
  assert.doesNotMatch(await testPurchaseView(market, first, record), /under 24 timer/, 'who has submitted is not reminded');
});

void test('pages are whole in both languages, for everybody', async () => {
  const own = await buying();
  const { market, buyer, suppliers } = own;
  const record = await announced(own);
  await market.do(suppliers[0] ?? buyer, 'purchase.ask', { text: '<script>alert(1)</script>' }, record);
  for (const lang of ['da', 'en'] as const) {
    for (const reader of [buyer, suppliers[0] ?? buyer, null]) {
      const html = await testPurchaseView(market, reader, record, lang);
      assert.deepEqual(htmlFaults(html), []);
      assert.doesNotMatch(html, /<script>alert/);
    }
  }
  assert.match(await testPurchaseView(market, null, record), /Prøv|Et eksempel/);
  const draft = await give(market, buyer, { command: 'purchase.write', record, input: {}, version: null, key: null });
  assert.ok(!draft.ok);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { unwrap } from '#base';
import { intakeIn, movedDeadlineFile, publishedKeys, verifyMovedDeadline } from '#intake';
import { catchUp, give, settle } from '#market';
import { releaseErrors } from '#ocds';
import { announced, buying, drafted, TEXTS } from '../../../test/support/purchases.ts';
import { CANCELLABLE } from './purchase.running.ts';
import type { Purchase } from './purchase.schema.ts';

const order = (command: string, record: string, input: unknown) => ({ command, record, input, version: null, key: null });

void test('the deadline is moved by two, to later only; the old one and the reason stay, and bids are taken until the new one', async () => {
  const own = await buying();
  const { market, buyer, approver, read } = own;
  const record = await announced(own);
  const earlier = await give(market, buyer, order('purchase.move-deadline', record, { deadline: '2026-12-20T12:00', reason: 'Hurtigere.', outage: false }));
  assert.ok(!earlier.ok && earlier.failure.place === 'deadline');
  const move = { deadline: '2027-01-11T12:00', reason: 'Flere bad om det.', outage: false };
  const proposed = await give(market, buyer, order('purchase.move-deadline', record, move));
  assert.ok(proposed.ok && proposed.value.outcome === 'proposed');
  assert.equal((await read(record) as Purchase).body.deadline, '2026-12-21T11:00:00Z', 'one person moves nothing');
  assert.ok(!(await settle(market, buyer, record, 'purchase.move-deadline', 'confirm')).ok);
  assert.ok((await settle(market, approver, record, 'purchase.move-deadline', 'confirm')).ok);
  const { body } = await read(record) as Purchase;
  assert.equal(body.deadline, '2027-01-11T11:00:00Z');
  assert.deepEqual(body.deadlineMoves.map(({ from, to, reason }) => [from, to, reason]), [['2026-12-21T11:00:00Z', '2027-01-11T11:00:00Z', 'Flere bad om det.']]);
  const [{ from, to, at, reason, signed }] = body.deadlineMoves as [Purchase['body']['deadlineMoves'][number]];
  const file = await movedDeadlineFile(intakeIn(market.db), { purchase: record, number: 1, from, to, at, reason }, signed);
  const [key] = await publishedKeys(intakeIn(market.db));
  assert.ok(key !== undefined);
  assert.deepEqual(unwrap(verifyMovedDeadline(JSON.parse(JSON.stringify(file)), key.publicKey)), {
    version: 1, kind: 'deadline', installation: 'http://torvet.test', purchase: record, number: 1, from: '2026-12-21T11:00:00.000Z', to: '2027-01-11T11:00:00.000Z', at: '2026-12-01T09:00:00.000Z', reason: 'Flere bad om det.', key: key.name,
  });
  for (const change of [{ from: '2026-12-22T11:00:00.000Z' }, { reason: 'En anden.' }, { number: 2 }, { more: 'than there was' }]) assert.ok(!verifyMovedDeadline({ ...file, receipt: { ...file.receipt, ...change } }, key.publicKey).ok);
  const { rows: [target] } = await sql<{ deadline: string }>`select deadline from intake_target where purchase = ${record}`.execute(market.db);
  assert.equal(Temporal.Instant.from(target?.deadline ?? '').toString(), '2027-01-11T11:00:00Z');
  market.clock.set('2026-12-21T11:00:01Z');
  await catchUp(market);
  assert.equal((await read(record)).state, 'announced', 'the old deadline closes nothing');
  market.clock.set('2027-01-11T11:00:01Z');
  await catchUp(market);
  assert.equal((await read(record)).state, 'closed');
  const late = await give(market, buyer, order('purchase.move-deadline', record, { deadline: '2027-01-13T12:00', reason: 'For sent.', outage: false }));
  assert.ok(!late.ok, 'it has passed');
  await market.two(buyer, approver, 'purchase.move-deadline', { deadline: '2027-01-13T12:00', reason: 'Torvet var nede i en time.', outage: true }, record);
  assert.equal((await read(record)).state, 'announced', 'an outage is answered by a later deadline for all');
});

void test('a late change demands a later deadline (§ 93); what was changed is shown, old and new', async () => {
  const own = await buying();
  const { market, buyer, approver, read } = own;
  const record = await announced(own);
  const change = { significance: 'information', important: true, reason: 'Driften skal ske i EU.', documents: [], term: 'Fem år' };
  market.clock.set('2026-12-17T09:00:00Z');
  const late = await give(market, buyer, order('purchase.change', record, change));
  assert.ok(!late.ok && /§ 93/.test(late.failure.message), JSON.stringify(late));
  const significant = await give(market, buyer, order('purchase.change', record, { ...change, significance: 'significant' }));
  assert.ok(!significant.ok, 'more time is needed');
  const basic = await give(market, buyer, order('purchase.change', record, { ...change, significance: 'basic', deadline: '2027-02-01T12:00' }));
  assert.ok(!basic.ok, 'another purchase is not made by a change');
  const nothing = await give(market, buyer, order('purchase.change', record, { ...change, term: TEXTS.term, deadline: '2027-01-11T12:00' }));
  assert.ok(!nothing.ok, 'nothing is changed');
  await market.two(buyer, approver, 'purchase.change', { ...change, deadline: '2027-01-11T12:00' }, record);
  const { body } = await read(record) as Purchase;
  assert.deepEqual(body.versions.at(-1)?.changed, [{ field: 'term', from: 'Fire år', to: 'Fem år' }]);
  assert.deepEqual([body.versions.length, body.term, body.deadline], [2, 'Fem år', '2027-01-11T11:00:00Z']);
  market.clock.set('2027-01-07T09:00:00Z');
  const { record: question } = await market.do(own.suppliers[0] ?? buyer, 'purchase.ask', { text: 'Hvor?' }, record);
  const answered = await give(market, buyer, order('purchase.answer', record, { question, shown: 'Hvor?', answer: 'I Danmark.', important: true }));
  assert.ok(!answered.ok && /§ 93/.test(answered.failure.message), 'an important answer comes too late');
  await market.do(buyer, 'purchase.answer', { question, shown: 'Hvor?', answer: 'Det står i krav 1.', important: false }, record);
});

void test('it is cancelled by two from every state before the contract; the reason is public where the purchase was', async () => {
  assert.deepEqual([...CANCELLABLE].toSorted(), ['announced', 'assessed', 'closed', 'decided', 'draft', 'opened', 'shortlisted']);
  const own = await buying();
  const { market, buyer, approver, read } = own;
  for (const state of CANCELLABLE) {
    const record = state === 'draft' ? await drafted(own) : await announced(own);
    if (state !== 'draft' && state !== 'announced') await sql`update market_record set state = ${state}, version = version + 1 where id = ${record}`.execute(market.db);
    const alone = await give(market, approver, order('purchase.cancel', record, { reason: 'Pengene er brugt.' }));
    assert.ok(alone.ok && alone.value.outcome === 'proposed', state);
    assert.equal((await read(record)).state, state);
    await market.two(buyer, approver, 'purchase.cancel', { reason: 'Pengene er brugt.' }, record);
    const gone = await read(record) as Purchase;
    assert.equal(gone.state, 'cancelled', state);
    assert.equal(gone.body.cancelled?.reason, 'Pengene er brugt.');
    const { rows } = await sql<{ release: string }>`select release from outbox where subject = ${record} and type = 'purchase.cancel'`.execute(market.db);
    assert.equal(rows.length, state === 'draft' ? 0 : 1, state);
    for (const { release } of rows) {
      assert.deepEqual(releaseErrors(JSON.parse(release)), []);
      assert.match(release, /"tenderCancellation".*Pengene er brugt/);
    }
    if (state === 'draft') assert.deepEqual([gone.audience, gone.ocid], ['owner', null], 'nobody learns of a draft');
    else assert.equal((await sql<{ n: number }>`select count(*)::int as n from intake_target where purchase = ${record} and cancelled_at is not null`.execute(market.db)).rows[0]?.n, 1, `${state}: no more bids`);
  }
  const again = await give(market, buyer, order('purchase.cancel', await announced(own).then(async (record) => { await sql`update market_record set state = 'contracted', version = version + 1 where id = ${record}`.execute(market.db); return record; }), { reason: 'x' }));
  assert.ok(!again.ok, 'a contract is not cancelled so');
});

void test('reminders and questions after keys come at their hours, once, also when the server was down', async () => {
  const own = await buying();
  const { market, read } = own;
  const record = await announced(own);
  const types = async (): Promise<readonly string[]> => (await sql<{ type: string }>`select type from market_event where record = ${record} and type in ('reminded', 'keys-asked', 'closed') order by version, n`.execute(market.db)).rows.map(({ type }) => type);
  market.clock.set('2026-12-14T11:00:00Z');
  await catchUp(market);
  assert.deepEqual(await types(), ['keys-asked'], 'seven days before');
  assert.ok((await read(record) as Purchase).internal?.holders.every(({ challenge }) => challenge !== null));
  market.clock.set('2026-12-18T11:00:00Z');
  assert.equal(await catchUp(market), 1, '72 hours before');
  assert.equal(await catchUp(market), 0);
  market.clock.set('2026-12-21T10:00:00Z');
  await catchUp(market);
  assert.deepEqual(await types(), ['keys-asked', 'reminded', 'keys-asked', 'reminded'], 'down from 24 to 1 hours before: once, not for each hour that was missed');
  market.clock.set('2026-12-21T12:00:00Z');
  await catchUp(market);
  assert.deepEqual((await types()).at(-1), 'closed');
  assert.equal(await catchUp(market), 0);
});

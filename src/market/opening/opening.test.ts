import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { sql } from 'kysely';
import { FailureError } from '#base';
import { catchUp, give, openRevealed } from '#market';
import { releaseErrors } from '#ocds';
import { asActor, type Actor } from '#people';
import { newIdentity, type HoldersShares } from '#seal';
import { bidding, BID, commitAs, sendBid, type Changed, type SentBid } from '../../../test/support/opening.ts';
import { buying, type Buying, type Committee } from '../../../test/support/purchases.ts';
import type { Purchase } from '../purchase/purchase.schema.ts';
import { listOpened } from './opening.store.ts';
import { sharesFor } from './shares.ts';

const AFTER = '2026-12-21T11:01:00.001Z';

interface Round {
  readonly own: Buying;
  readonly record: string;
  readonly sent: readonly SentBid[];
  readonly holders: readonly [Committee, Committee, Committee];
}

async function closed(send: (own: Buying, record: string, supplier: Actor, at: number) => Promise<SentBid> = (own, record, supplier) => sendBid(own, record, supplier)): Promise<Round> {
  const own = await buying();
  const record = await bidding(own);
  const sent: SentBid[] = [];
  for (const [at, supplier] of own.suppliers.entries()) sent.push(await send(own, record, supplier, at));
  own.market.clock.set(AFTER);
  await catchUp(own.market);
  assert.equal((await own.read(record)).state, 'closed');
  const [a, b, c] = own.committee;
  assert.ok(a !== undefined && b !== undefined && c !== undefined);
  return { own, record, sent, holders: [a, b, c] };
}

async function revealAs({ own, record }: Pick<Round, 'own' | 'record'>, holder: Committee, list: HoldersShares): Promise<void> {
  await own.market.do(holder.person, 'opening.reveal', { shares: JSON.stringify(list) }, record);
}

async function both(round: Round, holders: readonly Committee[], change: Changed = (list) => list): Promise<void> {
  const lists: HoldersShares[] = [];
  for (const [at, holder] of holders.entries()) lists.push(await commitAs(round.own, holder, round.record, at === 0 ? change : undefined));
  for (const [at, holder] of holders.entries()) await revealAs(round, holder, lists[at] ?? assert.fail());
}

const refused = (own: Buying, actor: Actor, command: string, record: string, input: unknown) => give(own.market, actor, { command, record, input, version: null, key: null });
const seenBy = (own: Buying, actor: Actor | null, record: string) => asActor(own.market.db, actor, (trx) => listOpened(trx, record));

void test('two of three open: every bid is what its bidder sealed, told to the world without number or name', async () => {
  const files = [randomBytes(70_000), Buffer.alloc(0)];
  const round = await closed((own, record, supplier, at) => sendBid(own, record, supplier, { files: at === 0 ? files : [] }));
  const { own, record, sent, holders: [a, , c] } = round;
  await both(round, [a, c]);
  assert.deepEqual(await seenBy(own, own.buyer, record), []);
  assert.equal((await own.read(record)).state, 'closed', 'revealing opens nothing by itself');
  for (const reader of [own.buyer, a.person, c.person]) {
    const rows = await asActor(own.market.db, reader, (trx) => sql<{ all: string }>`select (select jsonb_agg(i.data) from market_internal i)::text || coalesce((select jsonb_agg(w.data) from market_withheld w)::text, '')
      || (select jsonb_agg(r.body) from market_record r)::text || (select jsonb_agg(e.data) from market_event e)::text as all`.execute(trx));
    const all = rows.rows[0]?.all ?? '';
    assert.ok(all.includes('commitment') && sent.every(({ submission }) => !all.includes(submission)), 'nothing that this role can read tells of a bid');
  }
  assert.equal(await openRevealed(own.market), 1);
  const purchase = await own.read(record) as Purchase;
  assert.equal(purchase.state, 'opened');
  assert.equal(purchase.body.openedAt, AFTER);
  assert.deepEqual(purchase.internal?.opening.bids.map(({ submission }) => submission), sent.map(({ submission }) => submission));
  assert.deepEqual((await seenBy(own, own.buyer, record)).map(({ document }) => document), sent.map(({ document }) => document));
  const [first] = own.suppliers;
  assert.ok(first !== undefined);
  assert.deepEqual((await seenBy(own, first, record)).map(({ submission }) => submission), [sent[0]?.submission], 'a supplier sees its own');
  assert.deepEqual(await seenBy(own, null, record), []);
  const { rows } = await sql<{ release: string }>`select release from outbox where subject = ${record} and type = 'opening.open'`.execute(own.market.db);
  assert.equal(rows.length, 1);
  const release = rows[0]?.release ?? '';
  assert.deepEqual(releaseErrors(JSON.parse(release)), []);
  assert.ok(release.includes(AFTER));
  for (const { organisation, organisationName } of own.suppliers) assert.ok(!release.includes(organisation) && !release.includes(organisationName));
  assert.ok(!('bids' in (JSON.parse(release) as object)));
  assert.equal(await openRevealed(own.market), 0);
});

void test('nothing is opened before the deadline has passed by a minute, by any way, and the try is logged', async () => {
  const own = await buying();
  const record = await bidding(own);
  const [supplier] = own.suppliers;
  const [holder] = own.committee;
  assert.ok(supplier !== undefined && holder !== undefined);
  await sendBid(own, record, supplier);
  await own.market.do(holder.person, 'purchase.declare', { conflict: false }, record);
  for (const at of ['2026-12-21T10:59:59.999Z', '2026-12-21T11:00:00Z', '2026-12-21T11:00:00.001Z', '2026-12-21T11:01:00Z']) {
    own.market.clock.set(at);
    await catchUp(own.market);
    assert.equal(await openRevealed(own.market), 0);
    await assert.rejects(sharesFor(own.market, holder.person, record), FailureError, at);
    if (at !== '2026-12-21T11:00:00.001Z' && at !== '2026-12-21T11:01:00Z') assert.ok(!(await refused(own, holder.person, 'opening.commit', record, { commitment: '0'.repeat(64) })).ok, at);
    const byHand = await refused(own, holder.person, 'opening.open', record, {});
    assert.ok(!byHand.ok && byHand.failure.kind === 'not-found');
  }
  const { rows } = await sql<{ person: string; why: string }>`select person, why from intake_refused_read where purchase = ${record}`.execute(own.market.db);
  assert.ok(rows.length >= 4 && rows.every(({ person }) => person === holder.person.user), JSON.stringify(rows));
  own.market.clock.set(AFTER);
  assert.equal((await sharesFor(own.market, holder.person, record)).bids.length, 1);
});

void test('only named holders without interests take part, and say so first', async () => {
  const { own, record, holders: [a, b] } = await closed();
  const { market, buyer, town, suppliers } = own;
  const stranger = await market.person(town, 'committee');
  for (const actor of [buyer, stranger, ...suppliers]) await assert.rejects(sharesFor(market, actor, record), FailureError, actor.name);
  const undeclared = await refused(own, a.person, 'opening.commit', record, { commitment: '0'.repeat(64) });
  assert.ok(!undeclared.ok && /interest/.test(undeclared.failure.message), JSON.stringify(undeclared));
  await assert.rejects(sharesFor(market, a.person, record), /interest/);
  const list = await commitAs(own, b, record);
  assert.equal(list.shares.length, 2);
  await market.do(a.person, 'purchase.declare', { conflict: true, text: 'Min bror arbejder hos en af dem.' }, record);
  await assert.rejects(sharesFor(market, a.person, record), FailureError);
  assert.ok(!(await refused(own, a.person, 'opening.commit', record, { commitment: '0'.repeat(64) })).ok, 'a declared conflict takes the person out');
  assert.ok(!(await refused(own, { ...b.person, assurance: 'low' }, 'opening.commit', record, { commitment: '0'.repeat(64) })).ok, 'a weak login does not open');
  assert.ok(!(await refused(own, { ...b.person, via: 'api-key' }, 'opening.commit', record, { commitment: '0'.repeat(64) })).ok, 'an API key does not open');
});

void test('nobody reveals before enough have committed, or anything else than what it committed to', async () => {
  const round = await closed();
  const { own, record, holders: [a, b, c] } = round;
  const list = await commitAs(own, a, record);
  const early = await refused(own, a.person, 'opening.reveal', record, { shares: JSON.stringify(list) });
  assert.ok(!early.ok && /1 of 2/.test(early.failure.message), JSON.stringify(early));
  const other = await commitAs(own, b, record);
  for (const wrong of [other, { ...list, shares: list.shares.slice(1) }, { ...list, holder: b.person.user }]) assert.ok(!(await refused(own, a.person, 'opening.reveal', record, { shares: JSON.stringify(wrong) })).ok);
  for (const wrong of ['{}', 'not JSON', '[]', JSON.stringify({ ...list, shares: [['x', 'y']] })]) assert.ok(!(await refused(own, a.person, 'opening.reveal', record, { shares: wrong })).ok, wrong);
  assert.ok(!(await refused(own, c.person, 'opening.reveal', record, { shares: JSON.stringify(list) })).ok);
  await revealAs(round, a, list);
  assert.ok(!(await refused(own, b.person, 'opening.commit', record, { commitment: '0'.repeat(64) })).ok, 'nobody binds itself to something else after a reveal');
  assert.equal(await openRevealed(own.market), 0, 'one alone opens nothing');
  assert.deepEqual((await sql`select 1 from market_opened_bid where record = ${record}`.execute(own.market.db)).rows, []);
});

const mangled: Changed = (list) => ({ ...list, shares: list.shares.map(([submission, share], at) => [submission, at === 0 ? randomBytes(33).toString('base64') : share]) });

void test('a wrong share is named; a third holder opens all the same', async () => {
  const round = await closed();
  const { own, record, sent, holders: [a, b, c] } = round;
  await both(round, [a, b], mangled);
  assert.equal(await openRevealed(own.market), 0, 'it waits for the third');
  assert.equal((await own.read(record)).state, 'closed');
  assert.deepEqual(await seenBy(own, own.buyer, record), [], 'nobody sees the bids that opened before all are');
  await revealAs(round, c, await commitAs(own, c, record));
  assert.equal(await openRevealed(own.market), 1);
  const seen = await seenBy(own, own.buyer, record);
  assert.deepEqual(seen.map(({ document, wrongHolders }) => [document, wrongHolders]), sent.map(({ document }, at) => [document, at === 0 ? [a.person.user] : []]));
});

void test('two persons decide not to wait: the bid is recorded as one that does not open, with step and holder', async () => {
  const round = await closed();
  const { own, record, sent, holders: [a, b] } = round;
  await both(round, [a, b], mangled);
  await openRevealed(own.market);
  await own.market.two(own.buyer, own.approver, 'opening.conclude', { reason: 'Den tredje åbner er syg.' }, record);
  assert.equal(await openRevealed(own.market), 1);
  const { internal } = await own.read(record) as Purchase;
  assert.deepEqual(internal?.opening.failed.map(({ submission, step, holders }) => [submission, step, holders]), [[sent[0]?.submission, 'share', [a.person.user]]]);
  assert.deepEqual((await seenBy(own, own.buyer, record)).map(({ document }) => document), [null, sent[1]?.document]);
});

void test('a bid that is none, or names other files than it has, is recorded with the step; the others open', async () => {
  const round = await closed((own, record, supplier, at) => sendBid(own, record, supplier, at === 0 ? { bid: { ...BID, surprise: 1 } as unknown as typeof BID } : {}));
  const { own, record, sent, holders: [a, b] } = round;
  await both(round, [a, b]);
  assert.equal(await openRevealed(own.market), 1);
  const seen = await seenBy(own, own.buyer, record);
  assert.deepEqual(seen.map(({ submission, failedStep }) => [submission, failedStep]), sent.map(({ submission }, at) => [submission, at === 0 ? 'document' : null]));
});

void test('a holder who has lost the key reveals that there is no share, and is named', async () => {
  const round = await closed();
  const { own, record, holders: [a, b, c] } = round;
  const lost = { ...a, identity: await newIdentity() };
  await both(round, [lost, b]);
  assert.equal(await openRevealed(own.market), 0);
  await revealAs(round, c, await commitAs(own, c, record));
  assert.equal(await openRevealed(own.market), 1);
  assert.deepEqual((await seenBy(own, own.buyer, record)).map(({ document, wrongHolders }) => [document !== null, wrongHolders]), [[true, [a.person.user]], [true, [a.person.user]]]);
});

void test('before the opening the house’s own rights hold no number and no name', async () => {
  const round = await closed();
  const { own, record, sent, holders: [a, b] } = round;
  await both(round, [a, b], mangled);
  await openRevealed(own.market);
  for (const actor of [own.buyer, own.approver]) {
    const found = await asActor(own.market.db, actor, async (trx) => (await sql<{ one: string }>`select to_jsonb(r)::text as one from market_record r where id = ${record}
      union all select to_jsonb(o)::text from (select submission from market_opened_bid) o union all select to_jsonb(e)::text from (select data from market_event where record = ${record}) e`.execute(trx)).rows);
    const all = found.map(({ one }) => one).join('\n');
    for (const { submission } of sent) assert.ok(!all.includes(submission));
  }
  await assert.rejects(asActor(own.market.db, own.buyer, (trx) => sql`select key from market_opened_bid`.execute(trx)), /permission denied/);
});

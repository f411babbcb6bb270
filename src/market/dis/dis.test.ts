import assert from 'node:assert/strict';
import { test } from 'node:test';
import { validateRelease } from '#ocds';
import { asActor, type Actor } from '#people';
import { aDis, DIS_WRITTEN, disTown, REASONS } from '../../../test/support/dis.ts';
import { readHistory, readRecord } from '../core/records.store.ts';
import { give } from '../core/run.ts';
import { catchUp } from '../core/time.ts';
import { LIFE_TABLES } from '../core/transitions.ts';
import { isNamed } from '../kinds/parent.ts';
import { da } from './dis.da.ts';
import type { Dis } from './dis.schema.ts';
import { dis } from './dis.ts';

type Town = Awaited<ReturnType<typeof disTown>>;

async function seen({ market }: Town, actor: Actor | null, id: string): Promise<Dis | null> {
  return asActor(market.db, actor, async (trx) => await readRecord(trx, id) as Dis | null);
}

async function releases({ market }: Town): Promise<readonly { readonly type: string; readonly release: string | null }[]> {
  return market.db.selectFrom('outbox' as never).select(['type', 'release'] as never).orderBy('seq' as never).execute() as unknown as Promise<readonly { type: string; release: string | null }[]>;
}

function faults(release: unknown): readonly unknown[] {
  const { errors, warnings } = validateRelease(release);
  return [...errors, ...warnings];
}

void test('a system is drafted, published by two, seen by all, and its release is valid', async () => {
  const town = await disTown();
  const { market, buyer, approver } = town;
  const { record } = await market.do(buyer, 'dis.start', { title: 'Systemer til borgerbetjening', description: 'Baggrund', service: 'services', cpv: '48000000' });
  assert.equal(await seen(town, null, record), null, 'a draft is the owner’s own');
  const early = await give(market, buyer, { command: 'dis.publish', record, input: { reasons: REASONS }, version: null, key: null });
  assert.ok(!early.ok && /§ 102/.test(early.failure.message), 'what is missing is told before anybody confirms');
  await market.do(buyer, 'dis.write', DIS_WRITTEN, record);
  await market.two(buyer, approver, 'dis.publish', { reasons: REASONS }, record);
  const open = await seen(town, null, record);
  assert.equal(open?.state, 'open');
  assert.equal(open.body.firstPeriodEnds, '2027-01-15T11:00:00Z');
  const [published] = await releases(town);
  const release = JSON.parse(published?.release ?? '') as { readonly tag: unknown; readonly tender: { readonly techniques: unknown; readonly lots: readonly { readonly id: string }[] } };
  assert.deepEqual(faults(release), []);
  assert.deepEqual(release.tag, ['tender']);
  assert.deepEqual(release.tender.techniques, { hasDynamicPurchasingSystem: true, dynamicPurchasingSystem: { type: 'closed', status: 'active' } });
  assert.deepEqual(release.tender.lots.map(({ id }) => id), ['A', 'B']);
});

void test('the first period is at least 30 days, and who may buy is somebody known', async () => {
  const town = await disTown();
  const { market, buyer, supplier } = town;
  const { record } = await market.do(buyer, 'dis.start', { title: 'T', description: 'D', service: 'services', cpv: '48000000' });
  const publish = () => give(market, buyer, { command: 'dis.publish', record, input: { reasons: REASONS }, version: null, key: null });
  await market.do(buyer, 'dis.write', { ...DIS_WRITTEN, firstDeadline: '2026-12-30T12:00' }, record);
  const short = await publish();
  assert.ok(!short.ok && /30/.test(short.failure.message), 'too short');
  await market.do(buyer, 'dis.write', { ...DIS_WRITTEN, users: [{ organisation: supplier.organisation }] }, record);
  const strange = await publish();
  assert.ok(!strange.ok && /§ 96/.test(strange.failure.message));
  const twice = await give(market, buyer, { command: 'dis.write', record, input: { ...DIS_WRITTEN, categories: [...DIS_WRITTEN.categories, DIS_WRITTEN.categories[0]] }, version: null, key: null });
  assert.ok(!twice.ok && twice.failure.place === 'categories');
});

void test('the duration is changed by two and told; time ends the first period and the system', async () => {
  const town = await disTown();
  const { market, buyer, approver } = town;
  const record = await aDis(town);
  await market.two(buyer, approver, 'dis.change-period', { endsOn: '2028-06-30', reason: 'Flere køb end ventet.' }, record);
  market.clock.set('2027-01-15T11:00:00Z');
  await catchUp(market);
  assert.equal((await seen(town, null, record))?.body.firstPeriodOver, true);
  market.clock.set('2028-06-30T21:59:59Z');
  await catchUp(market);
  assert.equal((await seen(town, null, record))?.state, 'open', 'the last day belongs to it');
  market.clock.set('2028-06-30T22:00:00Z');
  await catchUp(market);
  assert.equal((await seen(town, null, record))?.state, 'ended');
  const told = await releases(town);
  assert.deepEqual(told.map(({ type }) => type), ['dis.publish', 'dis.change-period', 'dis.lapse']);
  for (const { release } of told) assert.deepEqual(faults(JSON.parse(release ?? '')), []);
  const history = await asActor(market.db, null, (trx) => readHistory(trx, record));
  assert.deepEqual(history.map(({ type }) => type), ['published', 'period-changed', 'first-period-over', 'lapsed'], 'the draft’s history stays in the house');
});

const of = (id: string, kind: 'municipality' | 'supplier' = 'municipality', cvr: string | null = null) => ({ id, name: id, kind, cvr });

void test('who may buy is the owner, whom it names, and all municipalities where it says so', () => {
  const body = { ...DIS_WRITTEN, users: [{ organisation: 'b' }], named: [{ name: 'C', cvr: '12345674' }] } as unknown as Dis['body'];
  const can = (one: ReturnType<typeof of>, all = false) => isNamed({ owner: 'a', body: { ...body, allMunicipalities: all } }, one);
  assert.deepEqual([can(of('a')), can(of('b')), can(of('x')), can(of('x', 'municipality', '12345674')), can(of('x'), true), can(of('x', 'supplier'), true)], [true, true, false, true, true, false]);
});

void test('the commands lead where the table of states says', () => {
  const table = LIFE_TABLES.dis;
  for (const command of dis.commands) assert.deepEqual(new Set(table.transitions.filter((one) => one.command === command.name).map(({ from }) => from)), new Set(command.starts ? [null] : command.from), command.name);
  assert.deepEqual(new Set(table.transitions.map(({ command }) => command)), new Set(dis.commands.map(({ name }) => name)));
});

void test('every event of a system has its words', async () => {
  const town = await disTown();
  const { market, buyer, approver } = town;
  const [ended, cancelled] = [await aDis(town), await aDis(town)];
  await market.two(buyer, approver, 'dis.change-period', { endsOn: '2031-06-30', reason: 'x' }, ended);
  await market.do(buyer, 'dis.end', { reason: 'x' }, ended);
  await market.two(buyer, approver, 'dis.cancel', { reason: 'Forkert kategori.' }, cancelled);
  const { record: dropped } = await market.do(buyer, 'dis.start', { title: 'T', description: 'D', service: 'goods', cpv: '30000000' });
  await market.do(buyer, 'dis.drop', { reason: 'x' }, dropped);
  const types = await Promise.all([ended, cancelled, dropped].map(async (id) => (await readHistory(market.db, id)).map(({ type }) => type)));
  for (const type of [...types.flat(), 'first-period-over', 'lapsed']) assert.ok(`event.${type}` in da, type);
  assert.deepEqual([(await seen(town, null, ended))?.state, (await seen(town, null, cancelled))?.state, await seen(town, null, dropped)], ['ended', 'cancelled', null]);
  const cancellation = (await releases(town)).find(({ type }) => type === 'dis.cancel')?.release ?? '';
  const release = JSON.parse(cancellation) as { readonly tag: unknown; readonly tender: { readonly status: string; readonly statusDetails: string } };
  assert.deepEqual(faults(release), []);
  assert.deepEqual([release.tag, release.tender.status, release.tender.statusDetails], [['tenderCancellation'], 'cancelled', 'Forkert kategori.']);
});

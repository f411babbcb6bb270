import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { after, test } from 'node:test';
import * as fc from 'fast-check';
import { sql } from 'kysely';
import { runs } from '../../../test/support/deep.ts';
import { emptyRegister, testRegister } from '../../../test/support/database.ts';
import { EMPTY_PROCESS_QUERY } from '../addresses.ts';
import { remember } from '#store';
import { importFiles } from '../import/importer.ts';
import { rederive } from '../import/rederive.ts';
import { movedTo } from '../organisation-identity.store.ts';
import { readOrganisation } from '../organisations.store.ts';
import { countProcesses } from '../process-counts.store.ts';
import { identify } from './identify.ts';
import { JOINED } from './joins.ts';
import { knownOf } from './known.ts';
import { readLabelledPairs } from './labelled-pairs.ts';
import { resolve } from './resolve.ts';

const db = await testRegister();
const folder = await mkdtemp(path.join(tmpdir(), 'torvet-same-'));
after(() => rm(folder, { recursive: true, force: true }));
const clock = { now: () => Temporal.Instant.from('2026-11-25T12:00:00Z') };
let made = 0;

async function take(releases: readonly object[]): Promise<void> {
  made += 1;
  const file = path.join(folder, `${made}.jsonl`);
  await writeFile(file, releases.map((release) => JSON.stringify(release)).join('\n'));
  await importFiles(db, [file], { input: Readable.from([]), tempFolder: folder });
}

interface Named {
  readonly name: string;
  readonly scheme?: string | null;
  readonly number?: string | null;
  readonly country?: string | null;
  readonly locality?: string | null;
}

/** A release by which one organisation buys something; the same process later may name another one instead. */
function release(ocid: string, { name, scheme, number, country, locality }: Named, id = '1', roles = ['buyer']): object {
  return {
    ocid, id, date: `2026-01-0${id}T00:00:00Z`, tag: ['tender'], initiationType: 'tender', tender: { id: 't', title: 'System' },
    parties: [{ id: 'p', name, roles, ...(number && { identifier: { ...(scheme && { scheme }), id: number } }), address: { ...(country && { country }), ...(locality && { locality }) } }],
  };
}

async function pages(): Promise<unknown> {
  const organisations = await sql`select key, name, names, identifiers, as_buyer, as_supplier, stale from organisation order by key`.execute(db);
  const same = await sql<{ key: string; main: string; rule: string }>`select key, main, rule from organisation_same order by key`.execute(db);
  const spellings = await sql`select key, bare, country, number from organisation_spelling order by key, bare, country`.execute(db);
  return { organisations: organisations.rows, same: same.rows, spellings: spellings.rows };
}

const AGDER = { name: 'Agder tingrett', scheme: 'NO-BRC', number: '926723480', country: 'NO' };

void test('mentions of one organisation lead to one page, which counts their processes once', async () => {
  await emptyRegister(db);
  await take([release('o-1', AGDER), release('o-2', { ...AGDER, name: 'AGDER TINGRETT', number: '926 723 480' }), release('o-3', { name: 'Agder Tingrett', country: 'NO' }), release('o-4', { name: 'Agder tingrett - Innkjøp', scheme: 'NO-BRC', number: '926723480', country: 'NO' })]);
  const view = await readOrganisation(db, clock, 'NO-BRC-926723480');
  assert.equal(view?.summary.asBuyer, 3);
  assert.equal(view.bought.length, 3);
  assert.deepEqual(view.identity.names.map(({ name, count, rule }) => [name, count, rule]), [['AGDER TINGRETT', 1, 'number-alone'], ['Agder Tingrett', 1, 'name-one-number'], ['Agder tingrett', 1, 'number-alone']]);
  assert.deepEqual(view.identity.numbers.map(({ id, check }) => [id, check]), [['926 723 480', 'right'], ['926723480', 'right']]);
  assert.deepEqual(view.identity.related.map(({ name, relation }) => [name, relation]), [['Agder tingrett - Innkjøp', 'part']]);
  // Any key of it finds the same, and leads there; so does the key that an earlier version gave the other spelling.
  const key = identify({ scheme: null, number: null, name: 'Agder tingrett', country: 'NO', locality: null }).key;
  assert.equal(await countProcesses(db, clock, { ...EMPTY_PROCESS_QUERY, buyer: key }), 3);
  assert.equal(await movedTo(db, key), 'NO-BRC-926723480');
  assert.equal(await movedTo(db, 'NO-NATIONALID-NO-926-723-480-MVA'), 'NO-BRC-926723480');
  assert.equal(await movedTo(db, 'NO-BRC-926723480'), null);
  assert.equal(await movedTo(db, 'name-none'), null);
});

void test('a second number under the name parts what the first had drawn together, and a corrected notice heals it', async () => {
  await emptyRegister(db);
  await take([release('o-1', AGDER), release('o-2', { name: 'Agder tingrett', country: 'NO' })]);
  assert.equal((await readOrganisation(db, clock, 'NO-BRC-926723480'))?.summary.asBuyer, 2);
  await take([release('o-3', { ...AGDER, number: '974761157' })]);
  assert.equal((await readOrganisation(db, clock, 'NO-BRC-926723480'))?.summary.asBuyer, 1);
  await take([release('o-3', AGDER, '2')]);
  assert.equal((await readOrganisation(db, clock, 'NO-BRC-926723480'))?.summary.asBuyer, 3);
  assert.equal(await readOrganisation(db, clock, 'NO-BRC-974761157'), null);
});

void test('who buys for others is said so', async () => {
  await emptyRegister(db);
  await take([release('o-1', AGDER), release('o-2', AGDER, '1', ['buyer', 'centralPurchasingBody']), release('o-3', AGDER, '1', ['leadBuyer'])]);
  assert.equal((await readOrganisation(db, clock, 'NO-BRC-926723480'))?.identity.buysForOthers, 2);
});

void test('an editor\'s correction joins and says why', async () => {
  await emptyRegister(db);
  await take([release('o-1', { name: 'KOFA', country: 'NO' }), release('o-2', { name: 'Klagenemnda for offentlige anskaffelser', country: 'NO' })]);
  // The page is that of the name which the editor puts first.
  const view = await readOrganisation(db, clock, identify({ scheme: null, number: null, name: 'Klagenemnda for offentlige anskaffelser', country: 'NO', locality: null }).key);
  assert.equal(view?.identity.names.length, 2);
  assert.match(view.identity.names.find(({ rule }) => rule === 'correction')?.reason?.da ?? '', /Norges eneste klagenævn/);
});

void test('with other rules or another file of corrections than before, all are joined anew at the next start', async () => {
  await emptyRegister(db);
  await take([release('o-1', AGDER), release('o-2', { name: 'Agder tingrett', country: 'NO' })]);
  const expected = await pages();
  await sql`truncate organisation_same`.execute(db);
  await remember(db, 'organisations joined by', 'what an earlier version did');
  await rederive(db);
  assert.deepEqual(await pages(), expected);
  assert.equal(await rederive(db), 0);
});

void test('any order and any split of the import gives the same pages, and those that joining everything at once gives', async () => {
  const seen = new Set<string>();
  const mentions = readLabelledPairs().filter(({ label, stratum }) => label === 'same' && stratum !== 'easy' && stratum !== 'blind').flatMap(({ a, b }) => [a, b])
    .filter((mention) => !seen.has(JSON.stringify(mention)) && seen.add(JSON.stringify(mention))).filter((_mention, index) => index % 6 < 2);
  const more: Named[] = [AGDER, { ...AGDER, number: '974761157' }, { name: 'Agder tingrett', country: 'NO' }, { name: 'Agder tingrett' }, { name: 'Agder tingrett - Innkjøp', scheme: 'NO-BRC', number: '926723480' },
    { name: 'Klagenemnda for offentlige anskaffelser', country: 'NO' }, { name: 'KOFA', country: 'NO' }, { name: 'Conseil d\'État', country: 'BE' }, { name: 'Raad van State', country: 'BE' }, { name: 'Universidad de México', country: 'MX' }, { name: 'UNIVERSIDAD DE M?XICO' }];
  const releases = [...mentions, ...more].map((mention, index) => release(`o-${index}`, mention));
  // A process that names somebody else in its next release: names go as well as come.
  releases.push(release('o-0', AGDER, '2'), release('o-3', { name: 'KOFA', country: 'NO' }, '2'));
  await emptyRegister(db);
  await take(releases);
  const expected = await pages();
  const rows = await db.selectFrom('participation').select(['name', 'scheme', 'number', 'country', 'locality']).execute();
  const atOnce = resolve(rows.map((row) => knownOf(identify(row))), JOINED).flatMap(({ key, main, rule }) => (rule === null ? [] : [{ key, main, rule }]));
  assert.ok(atOnce.length > 20);
  assert.deepEqual((expected as { same: unknown }).same, atOnce.toSorted((one, other) => (one.key < other.key ? -1 : 1)));
  await fc.assert(fc.asyncProperty(fc.shuffledSubarray(releases, { minLength: releases.length }), fc.array(fc.nat(releases.length), { maxLength: 4 }), async (order, cuts) => {
    await emptyRegister(db);
    const places = [0, ...cuts.toSorted((one, other) => one - other), order.length];
    for (const [index, from] of places.entries()) {
      const part = order.slice(from, places[index + 1] ?? order.length);
      if (part.length > 0) await take(part);
    }
    assert.deepEqual(await pages(), expected);
  }), runs(8));
});

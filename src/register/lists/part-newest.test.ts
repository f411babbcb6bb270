import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { sql } from 'kysely';
import { fixedClock } from '#base';
import { testRegister } from '../../../test/support/database.ts';
import { EMPTY_PROCESS_QUERY } from '../addresses.ts';
import { importFiles } from '../import/importer.ts';
import { newestParts, TOLD } from './part-newest.store.ts';
import type { PartSelection } from './part.store.ts';

const PROCESSES = 24;
const LIMIT = 7;
const db = await testRegister();

/** Day of the notice that tells of the contracts of a process, and of a later one that tells of none. */
const told = (process: number): string => `2026-0${1 + (process * 7) % 9}-${String(10 + (process * 5) % 17)}T10:00:00+02:00`;
const later = (process: number): string | null => (process % 3 === 0 ? `2026-10-${String(10 + process % 17)}` : null);

function releasesOf(process: number): object[] {
  const base = { ocid: `o-${String(process).padStart(2, '0')}`, tag: ['contract'], initiationType: 'tender' };
  const end = later(process);
  return [
    { ...base, id: `${process}-1`, date: told(process), contracts: [{ id: 'A' }, { id: 'B' }] },
    ...(end === null ? [] : [{ ...base, id: `${process}-2`, date: end, tender: { id: 't', title: 'Mere' } }]),
    // A date that is none says nothing of when it was told of.
    ...(process === 5 ? [{ ...base, id: '5-3', date: 'yesterday', contracts: [{ id: 'B', title: 'Uden dag' }] }] : []),
  ];
}

void test('what was told of last is the same however few processes are looked at first', async () => {
  const lines = Array.from({ length: PROCESSES }, (_none, process) => releasesOf(process)).flat().map((release) => `${JSON.stringify(release)}\n`);
  await importFiles(db, ['-'], { input: Readable.from(lines), inputName: 'made.jsonl' });
  const selection: PartSelection = { source: { part: sql`contract`, currency: null }, clock: fixedClock('2026-11-22T12:00:00Z'), search: EMPTY_PROCESS_QUERY, own: [] };
  const expected = Array.from({ length: PROCESSES }, (_none, process) => process).flatMap((process) =>
    ['A', 'B'].map((contract) => ({ ocid: `o-${String(process).padStart(2, '0')}`, contract, told: Temporal.Instant.from(told(process)).toString() })))
    .toSorted((one, other) => (one.told === other.told ? 0 : one.told < other.told ? 1 : -1)).slice(0, LIMIT);
  for (const among of [1, 2, 5, 8, 12, 20, PROCESSES, PROCESSES + 1, 2000]) {
    const rows = await newestParts<{ ocid: string; contract: string }>(db, selection, sql`part.contract`, TOLD, LIMIT, among);
    assert.deepEqual(rows.map((row) => ({ ocid: row.ocid, contract: row.contract, told: row.told })), expected, `${among} processes`);
  }
  const all = await newestParts<{ ocid: string; contract: string }>(db, selection, sql`part.contract`, TOLD, 100);
  assert.deepEqual([all.length, all.find((row) => row.ocid === 'o-05' && row.contract === 'B')?.told], [2 * PROCESSES, Temporal.Instant.from(told(5)).toString()]);
});

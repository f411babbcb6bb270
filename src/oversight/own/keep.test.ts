/** What is kept of a run, and when it is behind. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { after, describe, test } from 'node:test';
import { sql } from 'kysely';
import { fixedClock, unwrap } from '#base';
import { buildAnalysis, importFiles, type AnalysisPlace } from '#register';
import { testRegister } from '../../../test/support/database.ts';
import { ASKED } from '../indicators/asked.ts';
import { defaultsOf, readSettingsOf } from '../settings/settings.ts';
import { own } from '../tables.ts';
import { markOf } from './asked-mark.ts';
import { dayOf, flagsAreCurrent, keepFlags } from './keep.store.ts';

const clock = fixedClock('2026-11-26T12:00:00Z');
const folder = await mkdtemp(path.join(tmpdir(), 'torvet-keep-'));
after(() => rm(folder, { recursive: true, force: true }));
const place: AnalysisPlace = { folder, world: 'register' };

const one = { ocid: 'one', id: '1', date: '2024-03-05T00:00:00Z', tag: ['award'], tender: { id: 't', procurementMethod: 'open', numberOfTenderers: 1 }, awards: [{ id: 'a', status: 'active' }] };

const row = (day: string | null) => ({ ocid: 'o', part: '', nth: 1, what: 'x', source: null, notice: null, day, amount: null, currency: null, number: null, words: null });

describe('what is kept of a run', () => {
  test('a run is kept once; it is behind after new data, another question, or a run that came to no end', async () => {
    const db = await testRegister();
    assert.equal(await flagsAreCurrent(db, place), false, 'without files');
    assert.equal(await keepFlags(db, place, clock), null);
    await importFiles(db, ['-'], { input: Readable.from([`${JSON.stringify(one)}\n`]), inputName: 'one.jsonl' });
    await buildAnalysis(db, { place, clock });
    assert.equal(await flagsAreCurrent(db, place), false, 'files, and nothing asked of them: the run was killed');
    const kept = await keepFlags(db, place, clock);
    assert.equal(kept?.isNew, true);
    assert.equal(await flagsAreCurrent(db, place), true);
    assert.equal((await keepFlags(db, place, clock))?.isNew, false);
    const flag = await own(db).selectFrom('flag').selectAll().where('indicator', '=', 'R018').executeTakeFirstOrThrow();
    assert.deepEqual([flag.ocid, flag.country, flag.day, flag.evidence.map(({ what, number }) => [what, number])], ['one', '', '2024-03-05', [['bids', 1]]]);

    await sql`update flag_run set asked = 'what an earlier Torvet asked'`.execute(db);
    assert.equal(await flagsAreCurrent(db, place), false);
    assert.equal((await keepFlags(db, place, clock))?.isNew, true);
    assert.equal(await flagsAreCurrent(db, place), true);

    await importFiles(db, ['-'], { input: Readable.from([`${JSON.stringify({ ...one, ocid: 'two' })}\n`]), inputName: 'two.jsonl' });
    await buildAnalysis(db, { place, clock });
    assert.equal(await flagsAreCurrent(db, place), false, 'newer files');
    assert.equal((await keepFlags(db, place, clock))?.flags, (kept.flags) * 2);
  });

  test('the mark is the same twice, and another for other indicators or settings', async () => {
    const mark = await markOf(defaultsOf(ASKED));
    assert.equal(await markOf(defaultsOf(ASKED)), mark);
    assert.notEqual(await markOf(defaultsOf(ASKED.slice(1))), mark);
    assert.notEqual(await markOf(unwrap(readSettingsOf(ASKED, `${ASKED.map(({ code }) => `[${code}]`).join('\n')}\n`.replace('[R018]', '[R018]\nprocurement_methods = open')))), mark);
  });

  test('the day of a flag is the newest of our calendar among its rows, else that of its newest notice', () => {
    const finding = { ocid: 'o', part: '', buyer: null, supplier: null, outcome: 'flagged', reason: null, value: null, country: '', day: '2020-01-01' } as const;
    assert.equal(dayOf(finding, [row('2021-05-01'), row(null), row('2019-01-01')]), '2021-05-01');
    assert.equal(dayOf(finding, [row('20244-01-01'), row('0044-03-15 (BC)')]), '2020-01-01');
    assert.equal(dayOf({ ...finding, day: null }, []), null);
  });
});

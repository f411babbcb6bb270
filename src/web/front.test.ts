import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { sql } from 'kysely';
import { fixedClock, type Clock } from '#base';
import { importFiles, type RegisterTables } from '#register';
import { openDatabase } from '#store';
import { testRegister, testServer } from '../../test/support/database.ts';
import { buildServer } from './server.ts';

let now = '2026-11-22T12:00:00Z';
const clock: Clock = { now: () => fixedClock(now).now() };

const notice = (ocid: string, end: string): string => `${JSON.stringify({
  ocid, id: `${ocid}-1`, date: '2026-11-01T10:00:00Z', tag: ['tender'], initiationType: 'tender',
  tender: { id: 't', title: `Udbud ${ocid}`, tenderPeriod: { endDate: end } },
})}\n`;

const figures = (html: string): (string | undefined)[] => [...html.matchAll(/class="key-figure"[^>]*><strong>(\d+)</g)].map(([, figure]) => figure);

void test('the front page is kept, and is another one as soon as another process imports or a tender closes', async () => {
  const register = await testRegister();
  const app = await buildServer({
    worlds: { register, demo: null }, clock, url: 'http://torvet.example', publisher: 'Prøven', contact: null, metricsToken: null, logLevel: 'silent',
  });
  const page = async (path = '/'): Promise<string> => (await app.inject(path)).body;
  try {
    assert.doesNotMatch(await page(), /Udbud x-1/);
    const { rows: [database] } = await sql<{ name: string }>`select current_database() as name`.execute(register);
    const elsewhere = openDatabase<RegisterTables>((await testServer()).connection(database?.name ?? ''), 2);
    try {
      await importFiles(elsewhere, ['-'], { input: Readable.from([notice('x-1', '2026-11-23T12:00:00Z')]), inputName: 'one.jsonl' });
      assert.match(await page(), /Udbud x-1/);
      assert.equal(await page(), await page());
      await importFiles(elsewhere, ['-'], { input: Readable.from([notice('x-2', '2026-11-25T12:00:00Z')]), inputName: 'two.jsonl' });
    } finally {
      await elsewhere.destroy();
    }
    assert.deepEqual(figures(await page()), ['2', '2', '0', '0']);
    assert.match(await page('/en'), /lang="en"/);
    now = '2026-11-24T12:00:00Z';
    assert.deepEqual(figures(await page()), ['2', '1', '0', '0'], 'the first tender is closed');
  } finally {
    await app.close();
  }
});

import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { fixedClock } from '#base';
import { makeDemoWorld } from '#register';
import { testRegister } from '../../test/support/database.ts';
import { buildServer } from './server.ts';

const [register, demo] = [await testRegister(), await testRegister()];
let app: FastifyInstance;

before(async () => {
  await makeDemoWorld(demo);
  app = await buildServer({ worlds: { register, demo }, clock: fixedClock('2026-11-22T12:00:00Z'), url: 'https://torvet.example', publisher: 'Prøven', contact: null, metricsToken: null, logLevel: 'silent' });
});

const get = async (url: string): Promise<string> => (await app.inject(url)).body;

/** Names and contents of the files within a page. */
function filesOf(html: string): readonly (readonly [name: string, csv: string])[] {
  return [...html.matchAll(/href="data:text\/csv;charset=utf-8,([^"]*)" download="([^"]*)"/g)]
    .map(([, csv = '', name = '']) => [name, decodeURIComponent(csv.replaceAll('&amp;', '&'))] as const);
}

test('every file of a chart says when, whose, where and under which licence, on every page with charts', async () => {
  const { rows } = JSON.parse(await get('/demo/api/v1/organisations?role=buyer&limit=2')) as { rows: { key: string }[] };
  const [one = '', other = ''] = rows.map(({ key }) => encodeURIComponent(key));
  const pages = ['/demo', '/en/demo/kommuner?figure=processes', '/demo/daekning', '/demo/marked?q=system&method=open', `/demo/organisationer/${one}`, `/demo/sammenlign?a=${one}&b=${other}`];
  for (const page of pages) {
    const files = filesOf(await get(page));
    assert.ok(files.length > 0, page);
    for (const [name, csv] of files) {
      const [headings = '', ...lines] = csv.split('\r\n');
      assert.match(name, /^torvet-demo-[\w-]+\.csv$/);
      assert.ok(headings.endsWith(page.startsWith('/en') ? ',"Data updated","Publisher","Page","Licence"' : ',"Data opdateret","Udgiver","Side","Licens"'), headings);
      assert.ok(lines.length > 0, `${page} ${name}`);
      for (const line of lines) {
        const [, updated = '', publisher, address = '', licence] = /,([\d:.TZ-]+),("[^"]*"|\w+),"?(https:[^",]*)"?,([^,]*)$/.exec(line) ?? [];
        assert.ok(Temporal.Instant.from(updated).epochMilliseconds > 0, line);
        assert.deepEqual([publisher, new URL(address).href, licence], ['"Prøven"', new URL(`https://torvet.example${page}`).href, 'https://creativecommons.org/licenses/by/4.0/'], line);
      }
    }
  }
});

test('as long as nothing changes, a page with its files is the same to the letter', async () => {
  const [first, second] = [await app.inject('/demo/marked'), await app.inject('/demo/marked')];
  assert.ok(filesOf(first.body).length > 0);
  assert.equal(first.headers.etag, second.headers.etag);
});

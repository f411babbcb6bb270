/** Searches for nothing, for everything, and for what was never meant as words: each list answers with a page that helps. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { fixedClock } from '#base';
import { makeDemoWorld } from '#register';
import { htmlFaults } from '#ui';
import { testRegister } from '../../test/support/database.ts';
import { withRoutes, type Route } from '../../test/support/routes.ts';
import { SEARCHES } from '../../test/support/wild.ts';
import { buildServer } from './server.ts';

const [register, demo] = [await testRegister(), await testRegister()];
let app: FastifyInstance;
let routes: readonly Route[];

before(async () => {
  await makeDemoWorld(demo);
  ({ app, routes } = await withRoutes(() => buildServer({
    worlds: { register, demo }, clock: fixedClock('2026-11-22T12:00:00Z'), url: 'http://torvet.example', publisher: 'Prøven', contact: null, metricsToken: null, logLevel: 'silent',
  })));
});

/** Addresses that take words: `q`, or the sides of a comparison. */
function searched(): { readonly url: string; readonly name: string }[] {
  return routes.filter(({ url }) => !url.includes(':')).flatMap(({ url, query }) => ['q', 'a'].filter((name) => name in query).map((name) => ({ url, name })));
}

/** What stands at an address, or where it leads to. */
async function arrived(url: string): Promise<LightMyRequestResponse> {
  const first = await app.inject(url);
  return first.statusCode === 302 ? app.inject(String(first.headers.location)) : first;
}

const isPage = (url: string): boolean => !url.startsWith('/api/') && !url.includes('.');
const text = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

void describe('whatever is searched for', () => {
  void test('every page gives a page, with a field to search again', async () => {
    const pages = searched().filter(({ url }) => isPage(url));
    for (const url of ['/udbud', '/organisationer', '/marked', '/sammenlign']) assert.ok(pages.some((page) => page.url === url), url);
    for (const { url, name } of pages) {
      for (const [index, words] of SEARCHES.entries()) {
        const asked = `${index % 2 === 0 ? '' : '/en'}/demo${url}?${name}=${encodeURIComponent(words)}`;
        const answer = await arrived(asked);
        assert.equal(answer.statusCode, 200, asked.slice(0, 200));
        assert.deepEqual(htmlFaults(answer.body), [], asked.slice(0, 200));
        assert.match(answer.body, /<input[^>]* type="search"/, asked.slice(0, 200));
        assert.doesNotMatch(answer.body, /<script>alert/);
      }
    }
  });

  void test('every file and feed of a search comes out, also when it holds nothing', async () => {
    const files = searched().filter(({ url, name }) => url.includes('.') && name === 'q');
    assert.ok(files.length >= 14);
    for (const { url, name } of files) {
      for (const words of ['qqqqzzzz', '"', '😀', '\u202eשלום', 'å'.repeat(2000)]) {
        const answer = await arrived(`/demo${url}?${name}=${encodeURIComponent(words)}`);
        assert.equal(answer.statusCode, 200, `${url} ${words.slice(0, 20)}`);
        assert.ok(answer.rawPayload.length > 0, url);
      }
    }
  });

  void test('the API answers, or refuses a text that is longer than it says', async () => {
    const data = searched().filter(({ url, name }) => url.startsWith('/api/') && name === 'q');
    assert.ok(data.length >= 3);
    for (const { url, name } of data) {
      for (const words of SEARCHES) assert.equal((await app.inject(`/demo${url}?${name}=${encodeURIComponent(words)}`)).statusCode, words.length > 500 ? 400 : 200, `${url} ${words.slice(0, 20)}`);
    }
  });

  void test('nothing is everything, and what is found nowhere says so and leads on', async () => {
    const { total } = (await app.inject('/demo/api/v1/processes')).json<{ total: number }>();
    for (const words of ['', ' ', '\u0000', '%20%20']) assert.equal((await app.inject(`/demo/api/v1/processes?q=${words === '%20%20' ? words : encodeURIComponent(words)}`)).json<{ total: number }>().total, total);
    for (const [url, says] of [['/demo/udbud', /Intet|Ingen/], ['/demo/organisationer', /Intet|Ingen/], ['/demo/marked', /Intet|Ingen/], ['/demo/sammenlign', /Intet|Ingen/]] as const) {
      const { body } = await app.inject(`${url}?${url.endsWith('lign') ? 'a' : 'q'}=qqqqzzzz`);
      const main = /<main.*<\/main>/s.exec(body)?.[0] ?? '';
      assert.match(text(main), says, `${url}: ${text(main).slice(0, 300)}`);
      assert.match(main, /qqqqzzzz/);
      assert.ok((main.match(/<a [^>]*href="\/demo/g) ?? []).length > 0, url);
    }
  });
});

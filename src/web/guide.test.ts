/** The guide's addresses as anybody may ask them: files of answers, and what does not fit. */
import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { before, describe, test } from 'node:test';
import * as fc from 'fast-check';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { fixedClock } from '#base';
import { importFiles, makeDemoWorld } from '#register';
import { htmlFaults } from '#ui';
import { testRegister } from '../../test/support/database.ts';
import { runs } from '../../test/support/deep.ts';
import { buildServer } from './server.ts';

const [register, demo] = [await testRegister(), await testRegister()];
let app: FastifyInstance;
before(async () => {
  await makeDemoWorld(demo);
  // A register without anything shows the demo world at its own addresses.
  await importFiles(register, ['-'], { input: Readable.from(['{"ocid":"o/1","id":"1","date":"2026-01-02T03:04:05Z","tag":["tender"],"initiationType":"tender","tender":{"id":"t","title":"Lønsystem"}}\n']), inputName: 'one.jsonl' });
  app = await buildServer({ worlds: { register, demo }, clock: fixedClock('2026-11-22T12:00:00Z'), url: 'https://torvet.example', publisher: 'Prøven', contact: null, metricsToken: null, logLevel: 'silent' });
});

const WIZARDS = ['/hvor-koeber-jeg', '/skal-det-i-udbud', '/er-det-et-tilkoeb', '/hvornaar'];
const FACTS: Readonly<Record<string, string>> = { on: '2024-05-01', buyer: 'municipality', kind: 'services', price: 'total', value: '2000000', options: '-', extensions: '-', lots: '-', sameKindLast12Months: '0', crossBorderInterest: 'no', via: 'none', what: '-', who: '-' };

function routeWith(more: Readonly<Record<string, string>> = {}, suffix = ''): string {
  return `/skal-det-i-udbud${suffix}?${new URLSearchParams({ ...FACTS, ...more }).toString()}`;
}

const page = (url: string): Promise<LightMyRequestResponse> => app.inject({ url, headers: { accept: 'text/html' } });

void describe('files of an answer', () => {
  void test('text, data and memo of the same answer, each with its name', async () => {
    for (const [prefix, verdict] of [['', 'EU-udbud'], ['/en', 'EU tender']] as const) {
      const text = await page(`${prefix}${routeWith({}, '.txt')}`);
      assert.match(String(text.headers['content-type']), /^text\/plain/);
      assert.equal(text.headers['content-disposition'], 'attachment; filename="torvet-skal-det-i-udbud.txt"');
      assert.ok(text.body.includes(`\n${verdict}\n`));
      assert.ok(text.body.trimEnd().endsWith(`https://torvet.example${prefix}${routeWith()}`));
      const data = (await page(`${prefix}${routeWith({}, '.json')}`)).json<{ lang: string; address: string; document: { verdict: string } }>();
      assert.deepEqual([data.document.verdict, data.address], [verdict, `https://torvet.example${prefix}${routeWith()}`]);
      const memo = await page(`${prefix}${routeWith({}, '.pdf')}`);
      assert.equal(memo.headers['content-type'], 'application/pdf');
      assert.equal(memo.headers['content-disposition'], 'attachment; filename="torvet-skal-det-i-udbud.pdf"');
      assert.equal(memo.rawPayload.subarray(0, 5).toString(), '%PDF-');
      assert.ok(memo.rawPayload.equals((await page(`${prefix}${routeWith({}, '.pdf')}`)).rawPayload));
    }
  });

  void test('there is none before all is answered', async () => {
    for (const wizard of WIZARDS) {
      for (const suffix of ['.pdf', '.txt', '.json']) {
        const answer = await app.inject(`${wizard}${suffix}`);
        assert.equal(answer.statusCode, 400, wizard + suffix);
        assert.equal(answer.headers['content-disposition'], undefined);
      }
    }
  });
});

void describe('pages', () => {
  void test('an answer in the address is not for search engines; the first question is', async () => {
    assert.match((await page(routeWith())).body, /<meta name="robots" content="noindex/);
    assert.doesNotMatch((await page('/skal-det-i-udbud')).body, /noindex/);
  });

  void test('where the register knows others who bought the same, it leads to them', async () => {
    const { body } = await page(`/demo${routeWith({ what: 'system' })}`);
    assert.match(body, /udbud i registret nævner »system«/);
    assert.match(body, /href="\/demo\/udbud\?q=system"/);
    assert.match((await page(`/en${routeWith({ what: 'xqzxqz' })}`)).body, /No process in the register mentions “xqzxqz”/);
  });

  void test('where the register knows the buyer, it leads to what that buyer has bought', async () => {
    const [buyer] = (await app.inject('/demo/api/v1/organisations?role=buyer&limit=1')).json<{ rows: { key: string; name: string }[] }>().rows;
    assert.ok(buyer !== undefined);
    const { body } = await page(`/demo${routeWith({ who: buyer.name })}`);
    assert.ok(body.includes(`href="/demo/kontrakter?buyer=${encodeURIComponent(buyer.key)}"`), buyer.name);
    assert.match((await page(`/demo${routeWith({ who: 'Ingen Kommune Xqz' })}`)).body, /Registret kender ingen køber ved navnet/);
  });

  void test('what is typed is sent on to the address that holds it, in the way the address writes it', async () => {
    const { what: _left, ...given } = FACTS;
    const typed = await page(`/skal-det-i-udbud?${new URLSearchParams({ ...given, spm: 'value', sendt: '1', svar: '1.644.638,50 kr.' }).toString()}`);
    assert.deepEqual([typed.statusCode, typed.headers.location], [302, `/skal-det-i-udbud?${new URLSearchParams({ ...given, value: '1644638.5' }).toString()}`]);
    const english = await page(`/en/skal-det-i-udbud?${new URLSearchParams({ spm: 'on', sendt: '1', svar: '31.2.2024' }).toString()}`);
    assert.equal(english.statusCode, 400);
    assert.match(english.body, /“31\.2\.2024” is not a day/);
  });

  void test('property: any words for any parameter give a question, an answer or a clear refusal', async () => {
    const names = [...Object.keys(FACTS), 'spm', 'sendt', 'svar', 'svar.amount', 'svar.outside', 'svar.on', 'ved-ikke', 'flere', 'scope', 'step', 'changes', 'tendered', 'maturity', 'utm_source', '__proto__'];
    const value = fc.oneof(fc.constantFrom('-', '', '|', '5|ja', '2024-05-01|5|', 'ja', 'whole', 'open', '\u0000', 'a\u0000b', '\ud800', '"><script>', 'a'.repeat(400), '9'.repeat(60)), fc.constantFrom(...Object.values(FACTS), ...Object.keys(FACTS)), fc.string({ unit: 'binary', maxLength: 20 }));
    await fc.assert(fc.asyncProperty(fc.constantFrom(...WIZARDS), fc.constantFrom('', '', '', '.txt', '.pdf'), fc.boolean(), fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 6 }), async (wizard, suffix, isWhole, pairs) => {
      const params = new URLSearchParams(isWhole ? { ...FACTS } : {});
      for (const [name, given] of pairs) if (isWhole) params.set(name, given); else params.append(name, given);
      const url = `${wizard}${suffix}?${params.toString()}`;
      const answer = await page(url);
      assert.ok(answer.statusCode < 500, `${url}: ${answer.statusCode} ${answer.body.slice(0, 200)}`);
      if (String(answer.headers['content-type']).startsWith('text/html')) assert.deepEqual(htmlFaults(answer.body), [], url);
    }), runs(200));
  });
});

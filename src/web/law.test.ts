/** The law by API, as programs ask it: every case of the law's own files, and what is no question. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import * as fc from 'fast-check';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { Compile } from 'typebox/compile';
import { parse } from 'yaml';
import { fixedClock, LANGUAGES, unwrap } from '#base';
import { LAW_QUESTIONS, type LawQuestion } from '#guide';
import { testRegister } from '../../test/support/database.ts';
import { runs } from '../../test/support/deep.ts';
import { buildServer } from './server.ts';

const register = await testRegister();
let app: FastifyInstance;
before(async () => {
  app = await buildServer({ worlds: { register, demo: null }, clock: fixedClock('2026-11-22T12:00:00Z'), url: 'http://torvet.example', publisher: 'Prøven', contact: null, metricsToken: null, logLevel: 'silent' });
});

const GOOD = {
  route: { on: '2024-05-01', kind: 'services', value: { amount: 2000000 } },
  addon: { on: '2024-05-01', contract: { kind: 'services', tendered: true, originalValue: { amount: 5000000 } }, purchase: { value: { amount: 300000 }, characterKept: true } },
  dates: { step: 'open', from: '2026-05-01', electronic: true },
  plan: { procedure: 'open', mustRunBy: '2027-01-01', electronic: true },
  where: { maturity: 'mature', standardisation: 'standard' },
} as const;
const CASES: Readonly<Record<string, string>> = { route: 'route/route', addon: 'addon/addon', dates: 'dates/dates', plan: 'dates/plan' };

function questionOf(name: keyof typeof GOOD): LawQuestion {
  return LAW_QUESTIONS.find((one) => one.name === name) ?? assert.fail(name);
}

function post(name: string, payload: unknown, query = '', type = 'application/json'): Promise<LightMyRequestResponse> {
  return app.inject({ method: 'POST', url: `/api/v1/law/${name}${query}`, headers: { 'content-type': type }, payload: typeof payload === 'string' ? payload : JSON.stringify(payload) });
}

/** Good facts with one field of any JSON. */
function mixed(good: Readonly<Record<string, unknown>>): fc.Arbitrary<unknown> {
  return fc.tuple(fc.constantFrom(...Object.keys(good)), fc.jsonValue({ maxDepth: 2 })).map(([key, value]) => ({ ...good, [key]: value }));
}

/** A clear refusal: problem+json that says what is wrong and what to do. @returns the field that it names */
async function refused(name: string, payload: unknown, query = '', type?: string): Promise<string | undefined> {
  const answer = await post(name, payload, query, type);
  const shown = `${name}${query} ${JSON.stringify(payload)?.slice(0, 200) ?? ''}: ${answer.statusCode} ${answer.body.slice(0, 300)}`;
  assert.ok(answer.statusCode >= 400 && answer.statusCode < 500, shown);
  assert.match(String(answer.headers['content-type']), /^application\/problem\+json/, shown);
  const { status, detail, help, place } = answer.json<{ status: number; detail: string; help: string; place?: string }>();
  assert.equal(status, answer.statusCode);
  assert.ok(detail.length > 10 && help.length > 10, shown);
  return place;
}

void describe('answers', () => {
  void test('there is an example here for every question', () => {
    assert.deepEqual(LAW_QUESTIONS.map(({ name }) => name).toSorted(), Object.keys(GOOD).toSorted());
  });

  for (const [name, good] of Object.entries(GOOD)) {
    void test(`${name}: the engine's own answer, whole, by its own schema, in both languages`, async () => {
      const question = questionOf(name as keyof typeof GOOD);
      const schema = Compile(question.result);
      const file = CASES[name];
      const cases = file === undefined ? [] : (parse(readFileSync(path.join(import.meta.dirname, `../law/${file}.cases.yaml`), 'utf8'), { schema: 'core' }) as readonly { readonly facts: unknown }[]);
      assert.ok(file === undefined || cases.length > 5);
      for (const facts of [good, ...cases.map((one) => one.facts)]) {
        for (const lang of LANGUAGES) {
          const answer = await post(name, facts, lang === 'da' ? '' : `?lang=${lang}`);
          assert.equal(answer.statusCode, 200, answer.body);
          assert.match(String(answer.headers['content-type']), /^application\/json/);
          const got: unknown = answer.json();
          assert.deepEqual(got, JSON.parse(JSON.stringify(unwrap(question.answer(facts, lang)))));
          assert.deepEqual([...schema.Errors(got)], []);
        }
      }
    });
  }

  void test('a case that is known by heart', async () => {
    const { verdict, threshold } = (await post('route', { ...GOOD.route, value: { amount: 1644638 } })).json<{ verdict: string; threshold: { amount: number } }>();
    assert.deepEqual([verdict, threshold.amount], ['eu-tender', 1644638]);
    assert.equal((await post('dates', { step: 'open', from: '2026-01-12' })).json<{ last: string }>().last, '2026-02-16');
  });
});

void describe('what is no question', () => {
  for (const [name, good] of Object.entries(GOOD)) {
    void test(`${name}: an unknown field, no body, a list, a text, broken JSON, another type, another language`, async () => {
      assert.equal(await refused(name, { ...good, nonsense: 1 }), 'nonsense');
      assert.equal((await post(name, { ...good, nonsense: 1 })).statusCode, 400);
      for (const body of ['', '[]', '[{}]', 'null', '"text"', '7', 'true', '{', '{"on":}', '{}}', '\ufeff', '{"__proto__":{"x":1}}', '{"constructor":{"prototype":1}}']) await refused(name, body);
      if (name !== 'where') await refused(name, {});
      for (const type of ['text/plain', 'application/xml', 'application/x-www-form-urlencoded']) await refused(name, good, '', type);
      for (const query of ['?lang=xx', '?lang=', '?lang=DA', '?lang=da&lang=en']) assert.equal(await refused(name, good, query), 'lang', query);
      assert.equal(await refused(name, good, '?language=da'), 'language');
      assert.equal((await app.inject({ method: 'POST', url: `/api/v1/law/${name}` })).statusCode, 400);
      await refused(name, ` ${'x'.repeat(70_000)}`);
    });
  }

  void test('bad facts are named by their field', async () => {
    const { route, addon, dates, plan } = GOOD;
    const wrong: readonly (readonly [name: string, facts: unknown, place: string])[] = [
      ['route', { ...route, on: '2024-02-30' }, 'on'], ['route', { ...route, on: 'i morgen' }, 'on'], ['route', { ...route, on: null }, 'on'],
      ['route', { ...route, value: { amount: -1 } }, 'value.amount'], ['route', { ...route, value: { amount: '5' } }, 'value.amount'], ['route', { ...route, value: { amount: 1.005 } }, 'value.amount'],
      ['route', { ...route, value: { amount: 1e300 } }, 'value.amount'], ['route', { ...route, value: { amount: 5, currency: 'EUR' } }, 'value.currency'], ['route', { ...route, value: { amount: 5, curency: 'DKK' } }, 'value.curency'],
      ['route', { ...route, lots: [{ amount: 1 }, { amount: -1 }] }, 'lots[1].amount'], ['route', { ...route, buyer: 'kommune' }, 'buyer'], ['route', { ...route, monthly: { amount: 5 } }, 'monthly'], ['route', { ...route, viaFacts: { inScope: 'yes' } }, 'viaFacts.inScope'],
      ['addon', { ...addon, contract: { ...addon.contract, signed: '2021-13-01' } }, 'contract.signed'], ['addon', { ...addon, contract: { ...addon.contract, changes: [{ on: '2022-01-01', value: { amount: 1 }, ground: '177' }] } }, 'contract.changes[0].ground'],
      ['addon', { ...addon, purchase: { value: { amount: -0.01 } } }, 'purchase.value.amount'], ['addon', { ...addon, purchase: {} }, 'purchase.value'],
      ['dates', { ...dates, from: '2026-04-31' }, 'from'], ['dates', { ...dates, from: '0026-05-01' }, 'from'], ['dates', { ...dates, step: 'opened' }, 'step'], ['dates', { ...dates, agreedDays: -1 }, 'agreedDays'], ['dates', { ...dates, proposed: '2026-02-30' }, 'proposed'],
      ['plan', { procedure: 'open' }, 'start'], ['plan', { ...plan, evaluationDays: 0.5 }, 'evaluationDays'], ['where', { pace: 'medium' }, 'pace'],
    ];
    for (const [name, facts, place] of wrong) assert.equal(await refused(name, facts), place, JSON.stringify(facts));
  });

  void test('numbers that JSON cannot hold, and GET', async () => {
    await refused('route', '{"on":"2024-05-01","kind":"services","value":{"amount":NaN}}');
    assert.equal(await refused('route', '{"on":"2024-05-01","kind":"services","value":{"amount":1e999}}'), 'value.amount');
    assert.equal((await app.inject('/api/v1/law/route')).statusCode, 404);
  });

  void test('property: any JSON gets an answer or a clear refusal', async () => {
    await fc.assert(fc.asyncProperty(fc.constantFrom(...Object.entries(GOOD)).chain(([name, good]) => fc.tuple(fc.constant(name), fc.oneof(fc.jsonValue(), mixed(good)))), async ([name, facts]) => {
      const answer = await post(name, JSON.stringify(facts));
      if (answer.statusCode !== 200) await refused(name, JSON.stringify(facts));
    }), runs(200));
  });
});

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { seedDemoPeople } from '#people';
import { htmlFaults } from '#ui';
import { Browsing } from '../../test/support/browsing.ts';
import { testRegister } from '../../test/support/database.ts';
import { buildServer, type WebOptions } from './server.ts';

const [register, demo] = [await testRegister(), await testRegister()];
const START = Temporal.Instant.from('2026-11-26T12:00:00Z');
let now = START;

function options(change: Partial<WebOptions> = {}): WebOptions {
  return { worlds: { register, demo }, clock: { now: () => now }, url: 'http://localhost:4710', publisher: 'Prøven', contact: null, metricsToken: null, logLevel: 'silent', ...change };
}

let app: FastifyInstance;
before(async () => {
  await seedDemoPeople(demo);
  await seedDemoPeople(demo);
  app = await buildServer(options());
});

const SESSION = 'torvet-demo-session';

describe('login', () => {
  test('the whole way: guarded page, login, list of people, account, log out', async () => {
    const browser = new Browsing(app);
    const guarded = await browser.get('/en/demo/konto');
    assert.equal(guarded.statusCode, 303);
    assert.equal(Browsing.whither(guarded), '/en/demo/log-ind?til=%2Fkonto');
    const login = await browser.get(Browsing.whither(guarded));
    assert.match(login.payload, /fictional person of your choice/);
    const back = await browser.signIn('svarekoebing-indkoeber', '/en/demo/log-ind/start?til=%2Fkonto');
    assert.equal(back.statusCode, 303, back.payload);
    assert.equal(Browsing.whither(back), '/en/demo/konto');
    const account = await browser.get('/demo/konto');
    assert.equal(account.statusCode, 200, account.payload);
    assert.deepEqual(htmlFaults(account.payload), []);
    assert.match(account.payload, /Inga Spørgsvar/);
    assert.match(account.payload, /sikringsniveau betydelig/);
    assert.equal(account.headers['cache-control'], 'private, no-store');
    assert.equal(account.headers['x-robots-tag'], 'noindex');
    assert.match((await browser.get('/demo/om')).payload, /class="account-link"[^>]*>.*Svarekøbing Kommune/);
    assert.equal((await browser.get('/demo/om')).headers['cache-control'], 'private, no-store');
    const out = await browser.post('/demo/log-ud');
    assert.equal(Browsing.whither(out), '/demo');
    assert.equal((await browser.get('/demo/konto')).statusCode, 303);
    assert.match((await browser.get('/demo/om')).payload, />Log ind</);
  });
});

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
  const clock = { now: () => START };
  await seedDemoPeople(demo, clock);
  // A demo world that has them keeps them as they are.
  await seedDemoPeople(demo, clock);
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

  test('the answer of the login service is taken only by the browser that asked, once, with its own state, nonce and verifier', async () => {
    const [browser, other] = [new Browsing(app), new Browsing(app)];
    const address = await browser.comeBack('svarekoebing-indkoeber');
    assert.equal((await other.get(address)).statusCode, 403, 'another browser');
    assert.equal((await browser.get(address.replace(/state=[^&]+/, 'state=another'))).statusCode, 403, 'another state');
    assert.equal((await browser.get(address)).statusCode, 403, 'the attempt was used up');
    for (const column of ['nonce', 'verifier'] as const) {
      const cheated = new Browsing(app);
      const where = await cheated.comeBack('svarekoebing-indkoeber');
      await sql`update login_attempt set ${sql.ref(column)} = ${'x'.repeat(43)}`.execute(demo);
      assert.equal((await cheated.get(where)).statusCode, 403, column);
      assert.ok(!cheated.cookies.has(SESSION), column);
    }
    // The same way without tampering works, so that the refusals above are not for another reason.
    const honest = new Browsing(app);
    assert.equal((await honest.get(await honest.comeBack('svarekoebing-indkoeber'))).statusCode, 303);
  });

  test('a session from before the login is not the one after it', async () => {
    const browser = new Browsing(app);
    browser.cookies.set(SESSION, 'planted');
    await browser.signIn('kolossia-tilbud');
    const first = browser.cookies.get(SESSION);
    assert.notEqual(first, 'planted');
    await browser.signIn('kolossia-tilbud');
    const second = browser.cookies.get(SESSION) ?? '';
    assert.notEqual(second, first);
    const thief = new Browsing(app);
    thief.cookies.set(SESSION, first ?? '');
    assert.equal((await thief.get('/demo/konto')).statusCode, 303, 'the earlier session ended with the new login');
    const { rows } = await sql<{ id: Buffer }>`select id from session`.execute(demo);
    assert.ok(rows.length > 0 && rows.every(({ id }) => !id.toString('latin1').includes(second) && id.toString('base64url') !== second), 'the secret itself is kept nowhere');
  });

  test('a session ends after 30 minutes without use and 12 hours after the login', async () => {
    const browser = new Browsing(app);
    const opens = async (after: Temporal.DurationLike): Promise<boolean> => {
      now = START.add(after);
      return (await browser.get('/demo/konto')).statusCode === 200;
    };
    try {
      await browser.signIn('kolossia-administrator');
      assert.ok(await opens({ minutes: 29, seconds: 59 }));
      assert.ok(await opens({ minutes: 59, seconds: 58 }), 'use begins the half hour anew');
      assert.ok(!(await opens({ minutes: 89, seconds: 58 })), 'exactly half an hour is too long');
      now = START;
      await browser.signIn('kolossia-administrator');
      for (let minutes = 25; minutes < 12 * 60; minutes += 25) assert.ok(await opens({ minutes }));
      assert.ok(await opens({ hours: 11, minutes: 59, seconds: 59 }));
      assert.ok(!(await opens({ hours: 12 })));
    } finally {
      now = START;
    }
  });

  test('logging out everywhere ends the other browser too, and nobody else’s', async () => {
    const [one, two, other] = [new Browsing(app), new Browsing(app), new Browsing(app)];
    await one.signIn('griffel-tilbud');
    await two.signIn('griffel-tilbud');
    await other.signIn('griffel-administrator');
    assert.equal((await one.post('/demo/konto/logins/afslut', { login: 'alle' })).statusCode, 303);
    assert.deepEqual([(await one.get('/demo/konto')).statusCode, (await two.get('/demo/konto')).statusCode, (await other.get('/demo/konto')).statusCode], [303, 303, 200]);
  });

  test('a form of another site changes nothing', async () => {
    const browser = new Browsing(app);
    await browser.signIn('griffel-administrator');
    const hostile: Readonly<Record<string, string>>[] = [
      { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }, { 'sec-fetch-site': 'none' }, { origin: 'https://evil.example' }, { origin: 'null' }, {},
      { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:4710' }, { authorization: 'Bearer other' },
    ];
    for (const headers of hostile) {
      for (const address of ['/demo/konto/logins/afslut', '/demo/log-ud', '/demo/konto/noegle']) {
        assert.equal((await browser.post(address, { login: 'alle' }, headers)).statusCode, 403, `${address} ${JSON.stringify(headers)}`);
      }
    }
    assert.equal((await browser.get('/demo/konto')).statusCode, 200);
    assert.equal((await browser.post('/demo/log-ud', {}, { origin: 'http://localhost:4710' })).statusCode, 303, 'an older browser tells its origin');
  });

  test('the real world says that it has no login, and the demo login is not there', async () => {
    const whole = await buildServer(options({ worlds: { register, demo: null } }));
    const login = await new Browsing(whole).get('/log-ind');
    assert.match(login.payload, /Her kan man ikke logge ind/);
    const start = await new Browsing(whole).get('/log-ind/start');
    assert.deepEqual([start.statusCode, start.headers.location], [303, '/log-ind'], 'which says so');
    assert.equal((await new Browsing(whole).get('/login-udbyder/.well-known/openid-configuration')).statusCode, 404);
    await whole.close();
  });

  test('a server of oversight alone has no accounts at all', async () => {
    const watcher = await buildServer(options({ rooms: 'oversight' }));
    for (const url of ['/log-ind', '/konto', '/demo/login-udbyder/auth']) assert.equal((await watcher.inject(url)).statusCode, 404, url);
    assert.doesNotMatch((await watcher.inject('/om')).payload, /account-link/);
    await watcher.close();
  });
});

async function personOf(subject: string): Promise<string> {
  return (await sql<{ id: string }>`select id from person where subject = ${subject}`.execute(demo)).rows[0]?.id ?? '';
}

describe('account', () => {
  const RECIPIENT = `age1${'q'.repeat(58)}`;

  test('a key is registered once, by one person, and a secret one is refused', async () => {
    const [one, two] = [new Browsing(app), new Browsing(app)];
    await one.signIn('koordinat-tilbud');
    await two.signIn('koordinat-administrator');
    assert.equal((await one.post('/demo/konto/noegle', { recipient: `AGE-SECRET-KEY-1${'Q'.repeat(58)}` })).statusCode, 400);
    assert.equal((await one.post('/demo/konto/noegle', { recipient: ` ${RECIPIENT} ` })).statusCode, 303);
    assert.match((await one.get('/demo/konto')).payload, new RegExp(RECIPIENT));
    assert.equal((await two.post('/demo/konto/noegle', { recipient: RECIPIENT })).statusCode, 409);
    assert.doesNotMatch((await two.get('/demo/konto')).payload, new RegExp(RECIPIENT));
    assert.equal((await one.post('/demo/konto/noegle', { recipient: RECIPIENT })).statusCode, 409);
    assert.match((await one.get('/demo/konto')).payload, new RegExp(RECIPIENT), 'what was refused took nothing away');
  });

  test('an administrator changes a colleague’s roles, nobody of another organisation, and not the own ones', async () => {
    const admin = new Browsing(app);
    await admin.signIn('dagsorden-administrator');
    const [own, colleague, stranger] = [await personOf('dagsorden-administrator'), await personOf('dagsorden-tilbud'), await personOf('griffel-tilbud')];
    const page = await admin.get('/demo/konto/medlemmer');
    assert.match(page.payload, /Mogens Eventuelt/);
    assert.doesNotMatch(page.payload, /Kaj Blyantspids/);
    assert.deepEqual(htmlFaults(page.payload), []);
    const give = async (person: string, ...roles: string[]): Promise<number> => (await admin.post('/demo/konto/medlemmer', { person, roles })).statusCode;
    assert.equal(await give(stranger, 'bidder'), 404);
    assert.equal(await give(own, 'bidder'), 403);
    assert.equal(await give(colleague, 'approver'), 403);
    assert.equal(await give(colleague, 'bidder', 'supplier-admin'), 303);
    const bidder = new Browsing(app);
    await bidder.signIn('griffel-tilbud');
    assert.equal((await bidder.post('/demo/konto/medlemmer', { person: own, roles: 'bidder' })).statusCode, 403);
  });

  test('an API key is shown once, does what its scopes say, ends by itself and can be revoked, by its own organisation alone', async () => {
    const [admin, stranger] = [new Browsing(app), new Browsing(app)];
    await admin.signIn('storkevinge-administrator');
    await stranger.signIn('kolossia-administrator');
    const make = async (scopes: readonly string[], days = '30'): Promise<Awaited<ReturnType<Browsing['post']>>> => admin.post('/demo/konto/api-noegler', { name: 'Programmet', scopes, days });
    assert.equal((await make(['opening.commit'])).statusCode, 403, 'more than the maker may');
    assert.equal((await make(['key.register'])).statusCode, 403, 'what a person does');
    assert.equal((await make([])).statusCode, 400);
    for (const days of ['0', '367', 'x']) assert.equal((await make(['bid.submit'], days)).statusCode, 400, days);
    const [key = ''] = /tvk_[\w-]{43}/.exec((await make(['bid.submit'])).payload) ?? [];
    const asked = async (bearer: string): Promise<number> => (await app.inject({ url: '/demo/konto', headers: { authorization: `Bearer ${bearer}` } })).statusCode;
    assert.doesNotMatch((await admin.get('/demo/konto')).payload, new RegExp(key));
    assert.equal(await asked(key), 403, 'the account is a person’s');
    assert.equal(await asked(`${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`), 403);
    assert.ok(!(await stranger.get('/demo/konto')).payload.includes(key.slice(0, 12)));
    const [id = ''] = (await sql<{ id: string }>`select id from api_key where revoked_at is null`.execute(demo)).rows.map((row) => row.id);
    assert.equal((await stranger.post('/demo/konto/api-noegler/tilbagekald', { id })).statusCode, 404, 'as if it were not there');
    assert.equal((await admin.post('/demo/konto/api-noegler/tilbagekald', { id })).statusCode, 303);
    assert.equal((await admin.post('/demo/konto/api-noegler/tilbagekald', { id })).statusCode, 404);
  });
});

/** The market place of the demo world on the server: what a need shows of the register, and a supplier's deadlines and news for programs that cannot log in. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { systemClock } from '#base';
import { demoActors, makeApiKey, peopleIn, seedDemoPeople } from '#people';
import { marketIn, seedDemoMarket } from '#market';
import { takeInOwnNotices } from '#register';
import { htmlFaults } from '#ui';
import { Browsing } from '../../test/support/browsing.ts';
import { testRegister } from '../../test/support/database.ts';
import { parseXml } from '../../test/support/xml.ts';
import { buildServer } from './server.ts';

const [register, demo] = [await testRegister(), await testRegister()];
const URL_OF_SITE = 'http://localhost:4710';
const logged: string[] = [];
let app: FastifyInstance;
before(async () => {
  await seedDemoPeople(demo, systemClock);
  await seedDemoMarket(marketIn(demo), { url: URL_OF_SITE, ocidPrefix: 'ocds-test' });
  app = await buildServer({
    worlds: { register, demo }, url: URL_OF_SITE, publisher: 'Prøven', contact: null, metricsToken: null, logLevel: 'info', clock: systemClock,
    logStream: { write: (line: string) => { logged.push(line); return true; } } as unknown as NodeJS.WritableStream,
  });
});
after(() => app.close());

const [ADMIN, BIDDER, BUYER] = ['kolossia-administrator', 'kolossia-tilbud', 'svarekoebing-indkoeber'] as const;
const signedIn = async (person: string): Promise<Browsing> => {
  const browser = new Browsing(app);
  await browser.signIn(person);
  return browser;
};
/** A program without cookies. */
const fetched = (address: string) => app.inject({ url: address.replace(URL_OF_SITE, ''), headers: { host: 'localhost:4710' } });

test('a need shows what the register knows that its buyer has bought in the field, and every link leads somewhere', async () => {
  const browser = await signedIn(BUYER);
  const front = await browser.get('/demo/torv');
  const [need = ''] = /\/demo\/torv\/behov\/[0-9a-f-]{36}/.exec(front.payload) ?? [];
  assert.match((await browser.get(need)).payload, /har ingen offentliggjorte køb fra jer[^]*Det siger intet om, hvad I har/);
  await takeInOwnNotices(demo);
  const page = (await browser.get(need)).payload;
  assert.deepEqual(htmlFaults(page), []);
  const [section = ''] = /<section[^>]*aria-labelledby="registret">[^]*?<\/section>/.exec(page) ?? [];
  assert.match(section, /Tidsbestilling i borgerservice/);
  for (const [, href = ''] of section.matchAll(/href="([^"]+)"/g)) assert.equal((await browser.get(href.replaceAll('&amp;', '&'))).statusCode, 200, href);
});

describe('a supplier follows', () => {
  test('the home says NOT SUBMITTED of each invitation without a receipt, and every link leads somewhere', async () => {
    const browser = await signedIn(BIDDER);
    const home = await browser.get('/demo/torv/leverandoer');
    assert.equal(home.statusCode, 200);
    assert.deepEqual(htmlFaults(home.payload), []);
    assert.match(home.payload, /IKKE AFGIVET/);
    for (const [, href = ''] of home.payload.matchAll(/href="(\/demo\/torv[^"]+)"/g)) assert.equal((await browser.get(href)).statusCode, 200, href);
  });

  test('calendar and feed, of whoever is logged in: the deadline and the invitation, with the state of the bid', async () => {
    const browser = await signedIn(BIDDER);
    const calendar = await browser.get('/demo/torv/leverandoer/frister.ics');
    assert.equal(calendar.statusCode, 200);
    assert.match(String(calendar.headers['content-type']), /^text\/calendar/);
    assert.match(calendar.payload.replaceAll('\r\n ', ''), /UID:[0-9a-f-]{36}\/bid@localhost\.demo\r\n[^]*DTSTART:\d{8}T\d{6}Z\r\nSUMMARY:Tilbudsfrist: [^\r]+\r\nDESCRIPTION:[^\r]*IKKE AFGIVET\r\nURL:http:\/\/localhost:4710\/demo\/torv\/koeb\//);
    const feed = await browser.get('/en/demo/torv/leverandoer/nyt.atom');
    parseXml(feed.payload);
    assert.match(feed.payload, /<title>Invitation to bid: [^]*NOT SUBMITTED/);
    for (const answer of [calendar, feed]) assert.equal(answer.headers['cache-control'], 'private, no-store');
  });

  test('nobody else: without a login, as a buyer, or by the home of another supplier', async () => {
    assert.equal((await fetched('/demo/torv/leverandoer/frister.ics')).statusCode, 403);
    assert.equal((await (await signedIn(BUYER)).get('/demo/torv/leverandoer/nyt.atom')).statusCode, 403);
    const [own, other] = [await (await signedIn(BIDDER)).get('/demo/torv/leverandoer/nyt.atom'), await (await signedIn('griffel-tilbud')).get('/demo/torv/leverandoer/nyt.atom')];
    assert.notEqual(own.payload.replaceAll(/<updated>[^<]*/g, ''), other.payload.replaceAll(/<updated>[^<]*/g, ''));
  });

  test('an address is made by the administrator, opens calendar and feed and nothing else, stands in no log, and ends at the account', async () => {
    assert.equal((await (await signedIn(BIDDER)).post('/demo/torv/leverandoer/adresse')).statusCode, 403);
    const browser = await signedIn(ADMIN);
    const made = await browser.post('/demo/torv/leverandoer/adresse');
    assert.equal(made.statusCode, 200, made.payload);
    assert.deepEqual(htmlFaults(made.payload), []);
    const addresses = [...made.payload.matchAll(/<code>(http[^<]+)<\/code>/g)].map(([, address = '']) => address);
    assert.equal(addresses.length, 2);
    for (const address of addresses) assert.equal((await fetched(address)).statusCode, 200, address);
    const key = /noegle=(\w[\w-]+)/.exec(addresses[0] ?? '')?.[1] ?? '';
    assert.match(key, /^tvk_/);
    assert.ok(logged.some((line) => line.includes('frister.ics?noegle=…')) && !logged.some((line) => line.includes(key)), 'no log has the key');
    for (const elsewhere of ['/demo/torv/leverandoer', '/demo/konto', '/demo/torv']) {
      const answer = await fetched(`${elsewhere}?noegle=${key}`);
      assert.ok(answer.statusCode !== 200 || !answer.payload.includes('Kolossia Data A/S</'), elsewhere);
    }
    assert.equal((await app.inject({ method: 'POST', url: '/demo/torv/leverandoer/adresse', headers: { host: 'localhost:4710', authorization: `Bearer ${key}` } })).statusCode, 403, 'it makes no other');
    const id = /name="id" value="([^"]+)"/.exec((await browser.get('/demo/konto')).payload)?.[1] ?? '';
    assert.equal((await browser.post('/demo/konto/api-noegler/tilbagekald', { id })).statusCode, 303);
    assert.equal((await fetched(addresses[0] ?? '')).statusCode, 403);
  });

  test('a key that can do more is refused in an address', async () => {
    const actor = (await demoActors(demo, systemClock.now())).get(ADMIN);
    assert.ok(actor !== undefined);
    const key = await makeApiKey(peopleIn(demo), systemClock, actor, { name: 'Program', scopes: ['supplier.follow', 'application.write'], days: 1 });
    assert.ok(key.ok);
    const answer = await fetched(`/demo/torv/leverandoer/frister.ics?noegle=${key.value}`);
    assert.equal(answer.statusCode, 403);
    assert.match(answer.payload, /does not belong in an address|hører ikke hjemme/);
  });
});

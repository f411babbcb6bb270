/** Hostile text and files in every field of the market place: refused with what, why and what to do, or kept and shown as text. The commands are taken from their definitions, so that a new one is looked at by itself. */
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { fixedClock } from '#base';
import { KINDS, seedDemoMarket, type MarketRecord } from '#market';
import { demoActors, seedDemoPeople } from '#people';
import { takeInOwnNotices } from '#register';
import { htmlFaults } from '#ui';
import { Browsing } from '../../test/support/browsing.ts';
import { testRegister } from '../../test/support/database.ts';
import { isDeep } from '../../test/support/deep.ts';
import { DIS_WRITTEN } from '../../test/support/dis.ts';
import { ALIVE, HOSTILE, pairsOf, targetsOf, valueOf, type Target } from '../../test/support/hostile.ts';
import { parseCalendar } from '../../test/support/calendar.ts';
import { REASONS } from '../../test/support/purchases.ts';
import { parseXml } from '../../test/support/xml.ts';
import { buildServer } from './server.ts';

const [register, demo] = [await testRegister(), await testRegister()];
const clock = fixedClock('2027-01-11T09:00:00Z');
const OCID = 'ocds-fjendtlig';
const SAME = { 'sec-fetch-site': 'same-origin' };
let app: FastifyInstance;
let targets: readonly Target[] = [];
const browsers = new Map<string, Browsing>();

before(async () => {
  await seedDemoPeople(demo, clock);
  await seedDemoMarket(demo, { url: 'http://localhost:4710', ocidPrefix: OCID, clock });
  app = await buildServer({ worlds: { register, demo }, clock, url: 'http://localhost:4710', publisher: 'Prøven', contact: null, metricsToken: null, logLevel: 'silent', ocidPrefix: OCID });
  const { rows } = await sql<MarketRecord>`select r.*, i.data as internal from market_record r left join market_internal i on i.record = r.id order by r.id`.execute(demo);
  targets = targetsOf(rows, await demoActors(demo, clock.now()));
});
after(() => app.close());

async function browserOf(person: string): Promise<Browsing> {
  const known = browsers.get(person) ?? new Browsing(app);
  if (!browsers.has(person)) {
    browsers.set(person, known);
    assert.equal((await known.signIn(person)).statusCode, 303, person);
  }
  return known;
}

async function sendBytes(person: string, url: string, files: readonly (readonly [field: string, name: string, type: string, content: Buffer])[], fields: Readonly<Record<string, string>> = {}) {
  const { cookies } = await browserOf(person);
  const parts = [
    ...Object.entries(fields).map(([name, value]) => Buffer.from(`--graense\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)),
    ...files.flatMap(([field, name, type, content]) => [Buffer.from(`--graense\r\ncontent-disposition: form-data; name="${field}"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`), content, Buffer.from('\r\n')]),
  ];
  return app.inject({ method: 'POST', url, headers: { host: 'localhost:4710', ...SAME, accept: 'text/html', 'content-type': 'multipart/form-data; boundary=graense', cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }, payload: Buffer.concat([...parts, Buffer.from('--graense--\r\n')]) });
}

async function sendJson(person: string, url: string, body: unknown) {
  const { cookies } = await browserOf(person);
  return app.inject({ method: 'POST', url, headers: { host: 'localhost:4710', ...SAME, 'content-type': 'application/json', cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }, payload: JSON.stringify(body) });
}

function assertInert(html: string, where: string): void {
  for (const alive of ALIVE) assert.ok(!html.includes(alive), `${where}: ${JSON.stringify(alive)} in ${html.slice(Math.max(0, html.indexOf(alive) - 200), html.indexOf(alive) + 200)}`);
}

/** The summary of faults stands above the heading of the page, as the design system has it; and a hidden field that somebody forged has no place to lead to. */
const OF_SUMMARIES = [/^A heading of level 2 follows one of level 0/, /^Nothing has the id "f-/];

/** A page of the site with the text in it as text, or a refusal that says what, why and what to do. */
function assertAnswered({ statusCode, payload, headers }: { readonly statusCode: number; readonly payload: string; readonly headers: object }, where: string): void {
  assert.ok(statusCode < 500, `${where} gave ${statusCode}: ${payload.slice(0, 500)}`);
  if (statusCode === 303) return;
  assert.match(String((headers as Record<string, unknown>)['content-type']), /^text\/html/, where);
  assertInert(payload, where);
  if (statusCode === 200) return;
  assert.ok(statusCode >= 400, `${where} gave ${statusCode}`);
  assert.deepEqual(htmlFaults(payload).filter((fault) => !OF_SUMMARIES.some((known) => known.test(fault))), [], where);
  assert.match(payload, /<h[12]|error-summary|alert/, `${where} says nothing`);
}

const accepted = new Map<string, string>();

async function sendForm({ command, person, form, input, record }: Target, name: string, everywhere: boolean): Promise<void> {
  const text = HOSTILE[name] ?? '';
  const browser = await browserOf(person);
  const pairs = pairsOf(valueOf(input, text, record === null ? [] : [record], everywhere));
  const answer = await browser.post(`/demo${form}`, Object.fromEntries(pairs), { ...SAME, accept: 'text/html' });
  const where = `${command} ${name}`;
  assertAnswered(answer, where);
  if (answer.statusCode !== 303) return;
  const page = Browsing.whither(answer).replace(/\?.*$/, '');
  accepted.set(`${person} ${page}`, where);
}

async function sendApi({ command, person, input, record, starts }: Target, name: string): Promise<void> {
  const text = HOSTILE[name] ?? '';
  const body = { input: valueOf(input, text, record === null ? [] : [record], false), ...(record === null || (starts && record === null) ? {} : { record }) };
  const { statusCode, payload, headers } = await sendJson(person, `/demo/api/v1/market/commands/${command}`, body);
  assert.ok(statusCode < 500, `${command} ${name} by the API gave ${statusCode}: ${payload.slice(0, 500)}`);
  if (statusCode === 200) return;
  assert.match(String(headers['content-type']), /^application\/problem\+json/, command);
  const problem = JSON.parse(payload) as { readonly title?: string; readonly detail?: string };
  assert.ok((problem.detail ?? problem.title ?? '') !== '', `${command} ${name}: ${payload}`);
}

/** In an ordinary run each command meets each text in one of two ways; in a deep one in all. */
const NAMES = Object.keys(HOSTILE);

describe('every field of every command', () => {
  test('all commands are there, with somebody to give them', () => {
    assert.equal(targets.length, KINDS.all.flatMap(({ commands }) => commands.filter(({ byTime }) => !byTime)).length);
    assert.ok(targets.length > 60, `${targets.length}`);
  });

  test('by the form of its page', async () => {
    for (const [at, target] of targets.entries()) {
      for (const [n, name] of NAMES.entries()) {
        // A huge form is refused before it is read; once for all is enough.
        if (name === 'huge' && at > 0) continue;
        if (isDeep || (at + n) % 5 === 0) await sendForm(target, name, false);
        if (isDeep || (at + n) % 15 === 4) await sendForm(target, name, true);
      }
    }
    assert.ok(accepted.size > 5, `${accepted.size} pages were made of hostile text`);
  });

  test('by the API, where half characters and NUL can be written', async () => {
    for (const [at, target] of targets.entries()) {
      for (const [n, name] of NAMES.entries()) {
        if (name === 'huge' && at > 0) continue;
        if (isDeep || name === 'nul' || name === 'half' || (at + n) % 10 === 0) await sendApi(target, name);
      }
    }
  });

  test('what was accepted is shown as text, on its page and by the API', async () => {
    for (const [key, where] of accepted) {
      const [person = '', page = ''] = key.split(' ');
      const { statusCode, payload } = await (await browserOf(person)).get(page);
      assert.equal(statusCode, 200, where);
      assertInert(payload, `${where} on ${page}`);
      assert.deepEqual(htmlFaults(payload), [], where);
      const { payload: json, statusCode: status } = await (await browserOf(person)).get(`/demo/api/v1/market/records/${page.split('/').at(-1) ?? ''}`);
      assert.equal(status, 200, where);
      JSON.parse(json);
    }
    for (const page of ['/demo/torv', '/en/demo/torv']) for (const person of ['faelles-indkoeber', 'svarekoebing-indkoeber', 'kolossia-tilbud']) {
      const { statusCode, payload } = await (await browserOf(person)).get(page);
      assert.equal(statusCode, 200);
      assertInert(payload, `${page} of ${person}`);
    }
  });
});

const EVIL = '=1+1<script>fjendtlig()</script>"\'\u202E😀,;\r\nBEGIN:VEVENT\r\nSUMMARY:fjendtlig';

async function ordered(person: string, command: string, input: unknown, record: string | null): Promise<string> {
  const { statusCode, payload } = await sendJson(person, `/demo/api/v1/market/commands/${command}`, { input, ...(record === null ? {} : { record }) });
  assert.equal(statusCode, 200, `${command}: ${payload}`);
  return (JSON.parse(payload) as { readonly record: string }).record;
}

describe('what is published with hostile text', () => {
  let ocid = '';
  before(async () => {
    const { title: _plain, ...written } = DIS_WRITTEN;
    const record = await ordered('faelles-indkoeber', 'dis.start', { title: EVIL, description: EVIL, service: 'services', cpv: '48000000' }, null);
    await ordered('faelles-indkoeber', 'dis.write', { ...written, title: EVIL, description: EVIL, awardCriteria: EVIL, firstDeadline: '2027-03-15T12:00', endsOn: '2030-12-31', categories: written.categories.map((one) => ({ ...one, categoryTitle: EVIL, categoryDescription: EVIL, suitability: EVIL })) }, record);
    await ordered('faelles-indkoeber', 'dis.publish', { reasons: REASONS }, record);
    assert.equal((await (await browserOf('faelles-godkender')).post(`/demo/torv/dis/${record}/dis.publish/bekraeft`)).statusCode, 303);
    assert.equal((await takeInOwnNotices(demo, { ocidPrefix: OCID })).rejected, 0);
    ocid = `${OCID}-${record}`;
  });

  test('stands as text in the pages of the register, in both languages, and on its own page for everybody', async () => {
    for (const page of [`/demo/udbud/${ocid}`, `/en/demo/udbud/${ocid}`, '/demo/udbud?q=fjendtlig', '/en/demo/udbud?q=fjendtlig', `/demo/torv/dis/${ocid.slice(OCID.length + 1)}`, `/en/demo/torv/dis/${ocid.slice(OCID.length + 1)}`, '/demo/torv']) {
      const { statusCode, payload } = await app.inject({ url: page, headers: { accept: 'text/html' } });
      assert.equal(statusCode, 200, page);
      assertInert(payload, page);
      assert.deepEqual(htmlFaults(payload), [], page);
      assert.ok(payload.includes('&lt;script>fjendtlig') || payload.includes('&lt;script&gt;fjendtlig'), `${page} shows it`);
    }
  });

  test('is neutral in CSV, whole in JSON, escaped in Atom, and no more events in iCalendar than there are', async () => {
    const csv = (await app.inject('/demo/udbud.csv?q=fjendtlig')).payload;
    assert.ok(csv.includes("'=1+1"), csv.slice(0, 600));
    assert.doesNotMatch(csv, /(?:^|[,;\n"])=1\+1/);
    const json = (await app.inject(`/demo/api/v1/processes/${ocid}`)).payload;
    assert.ok(json.includes('=1+1<script>fjendtlig()'), 'JSON has what was written');
    JSON.parse(json);
    const atom = (await app.inject('/demo/udbud.atom?q=fjendtlig')).payload;
    assert.ok(parseXml(atom).children.some(({ name }) => name === 'entry'));
    assertInert(atom, 'the feed');
    const ics = (await app.inject('/demo/udbud.ics?q=fjendtlig')).payload;
    // Reading it holds every line against RFC 5545: its length, its ends, its characters.
    const events = parseCalendar(ics).components.filter(({ name }) => name === 'VEVENT');
    const { total } = (await app.inject('/demo/api/v1/processes?q=fjendtlig&open=yes')).json<{ total: number }>();
    assert.deepEqual([events.length, ics.match(/^BEGIN:VEVENT/gm)?.length], [total, total], 'a line of the text begins no event');
    assert.ok(total > 0);
  });
});

const MEGABYTE = 1024 * 1024;
const NAMES_OF_FILES = ['../../../etc/passwd', 'C:\\windows\\krav.pdf.exe', 'krav.pdf%00.html', '<img src=x onerror=fjendtlig()>.pdf', 'krav\u202Efdp.exe', `${'a'.repeat(500)}.pdf`, '', '.', 'CON', '=1+1.csv', 'krav.html'];

async function one(query: ReturnType<typeof sql<{ readonly id: string; readonly supplier: string }>>): Promise<{ readonly id: string; readonly supplier: string }> {
  return (await query.execute(demo)).rows[0] ?? assert.fail('the demo world has no such purchase');
}

describe('hostile files', () => {
  test('of documents: whatever the name and type, an attachment that no browser runs; what is empty, too large or no file is refused', async () => {
    const { id } = await one(sql`select r.id, '' as supplier from market_record r join member_organisation o on o.id = owner where r.kind = 'purchase' and state in ('draft', 'announced') and o.name like 'Svarekøbing%' order by state desc limit 1`);
    const address = `/demo/torv/koeb/${id}/dokumenter`;
    const buyer = 'svarekoebing-indkoeber';
    const body = Buffer.from('<html><script>fjendtlig()</script>');
    const before = Number((await sql<{ n: number }>`select count(*) as n from market_document`.execute(demo)).rows[0]?.n);
    for (const name of NAMES_OF_FILES) {
      const answer = await sendBytes(buyer, address, [['file', name, 'text/html', body]]);
      assertAnswered(answer, `the name ${name}`);
    }
    for (const files of [[['file', 'tom.pdf', 'application/pdf', Buffer.alloc(0)]], [['file', 'stor.pdf', 'application/pdf', Buffer.alloc(33 * MEGABYTE)]], []] as const) {
      const answer = await sendBytes(buyer, address, files);
      assert.ok(answer.statusCode >= 400 && answer.statusCode < 500, `${files.map(([, name]) => name).join(' and ')} gave ${answer.statusCode}`);
      assertAnswered(answer, 'a file');
    }
    const { rows } = await sql<{ id: string; name: string }>`select id, name from market_document where record = ${id}`.execute(demo);
    assert.ok(rows.length > before && rows.length >= 6, `${rows.length} files`);
    for (const { id: document, name } of rows) {
      assert.doesNotMatch(name, /[\\/<>\u202e\p{Cc}]/u);
      const { statusCode, headers } = await (await browserOf(buyer)).get(`${address}/${document}`);
      assert.deepEqual([statusCode, headers['x-content-type-options']], [200, 'nosniff'], name);
      assert.match(String(headers['content-disposition']), /^attachment/);
      assert.doesNotMatch(String(headers['content-type']), /html|svg|xml|javascript/);
    }
    const page = await (await browserOf(buyer)).get(`/demo/torv/koeb/${id}`);
    assertInert(page.payload, 'the page of the purchase');
  });

  test('on the form for a sealed bid: garbage, cut, with a huge header, of another purchase: not submitted, and said so', async () => {
    const { id, supplier } = await one(sql`select r.id, p.subject as supplier from market_record r join intake_target t on t.purchase = r.id join membership m on m.organisation = any (t.invited) join person p on p.id = m.person
      where r.state = 'announced' and t.deadline > ${clock.now().toString()} and 'bidder' = any (m.roles) order by p.subject limit 1`);
    const { rows: [lot] } = await sql<{ lot: string }>`select lot from intake_target where purchase = ${id}`.execute(demo);
    const { rows: [other] } = await sql<{ header: string }>`select header from intake_submission where purchase <> ${id} and header is not null limit 1`.execute(demo);
    const count = async (): Promise<number> => Number((await sql<{ n: number }>`select count(*) as n from intake_submission`.execute(demo)).rows[0]?.n);
    const before = await count();
    const line = 'torvet-bid-1\n';
    const hostile = ['', 'intet', line, `${line}{`, `${line}{}\n`, `${line}${'['.repeat(100_000)}\n`, `${line}${'a'.repeat(2 * MEGABYTE)}`, `${line}${'a'.repeat(2 * MEGABYTE)}\n`, `${line}${other?.header ?? ''}\n`, `${line}${(other?.header ?? '').slice(0, 900)}`, `${line}{"version":1e999,"parts":[]}\n`];
    for (const [at, content] of hostile.entries()) {
      const answer = await sendBytes(supplier, `/demo/torv/bud/${id}/${lot?.lot ?? ''}/fil`, [['bud', '../../<img src=x onerror=fjendtlig()>', 'text/html', Buffer.from(content)]], { key: `fjendtlig-${at}` });
      assertAnswered(answer, `file ${at}`);
      if (answer.statusCode !== 303) continue;
      const again = await (await browserOf(supplier)).get(Browsing.whither(answer));
      assert.match(again.payload, /IKKE indsendt/, `file ${at}`);
      assertInert(again.payload, `file ${at}`);
    }
    assert.equal(await count(), before, 'nothing was submitted');
  });
});

/** Feeds and calendars of the lists of contracts, changes and frameworks. */
import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { fixedClock } from '#base';
import { importFiles, makeDemoWorld } from '#register';
import { parseCalendar, valueOf, type Component } from '../../test/support/calendar.ts';
import { testRegister } from '../../test/support/database.ts';
import { parseXml, type XmlElement } from '../../test/support/xml.ts';
import { buildServer } from './server.ts';

const [register, demo] = [await testRegister(), await testRegister()];
let app: FastifyInstance;

function release(process: string, notice: string, date: string, contracts: readonly object[], more: object = {}): object {
  return {
    ocid: `o-${process}`, id: notice, date, tag: ['contract'], initiationType: 'tender', tender: { id: 't', title: `Skolesystem ${process}`, ...more },
    parties: [{ id: 'b', name: 'Byen', roles: ['buyer'], contactPoint: { name: 'Karla Kontakt' } }, { id: 's', name: 'Anders Andersen', roles: ['supplier'], details: { scale: 'selfEmployed' } }],
    buyer: { id: 'b', name: 'Byen' }, awards: [{ id: 'a', suppliers: [{ id: 's', name: 'Anders Andersen' }] }], contracts,
  };
}

const end = (endDate: string): object => ({ period: { endDate } });
const CHANGE = { id: 'X1', date: '2026-10-05T00:00:00Z', rationale: 'Karla Kontakt ringede', description: 'Længere' };

const RELEASES = [
  release('late', 'late-1', '2026-10-20T10:00:00+02:00', [{ id: 'C/1', awardID: 'a', title: 'Længe under vejs; & "fin"', dateSigned: '2024-01-01T00:00:00Z', value: { amount: 1200.5, currency: 'DKK' }, ...end('2027-05-01') }]),
  release('early', 'early-1', '2026-09-01T10:00:00Z', [{ id: 'C1', dateSigned: '2026-08-01T00:00:00Z', ...end('2027-01-01T00:00:00Z') }, { id: 'C2', title: 'Uden udløb' }]),
  release('nameless', 'nameless-1', '2026-09-02T10:00:00Z', [{ title: 'Én', ...end('2028-02-29') }, { title: 'To', ...end('2028-02-29') }, { title: 'To', ...end('2028-02-29') }]),
  release('over', 'over-1', '2026-09-03T10:00:00Z', [{ id: 'C1', ...end('2026-11-21') }, { id: 'C2', status: 'cancelled', ...end('2027-01-01') }, { id: 'C3', ...end('2026-11-22') }]),
  release('about', 'about-1', '2026-09-04T10:00:00Z', [{ id: 'C1', dateSigned: '2026-01-01T00:00:00Z', period: { durationInDays: 730 } }]),
  release('changed', 'changed-1', '2026-10-05T08:00:00Z', [{ id: 'C1', amendments: [CHANGE, { id: 'X2', description: 'Dyrere' }], ...end('2029-01-01') }], { techniques: { hasFrameworkAgreement: true } }),
];
/** A later notice of "early" that tells of one of its contracts alone. */
const LATER = release('early', 'early-2', '2026-11-01T10:00:00Z', [{ id: 'C1', ...end('2027-03-01') }]);

async function take(releases: readonly object[], name: string): Promise<void> {
  const summary = await importFiles(register, ['-'], { input: Readable.from([releases.map((one) => `${JSON.stringify(one)}\n`).join('')]), inputName: name });
  assert.equal(summary.imported, releases.length);
}

before(async () => {
  await makeDemoWorld(demo);
  await take(RELEASES, 'first.jsonl');
  app = await buildServer({ worlds: { register, demo }, clock: fixedClock('2026-11-22T12:00:00Z'), url: 'https://torvet.example', publisher: 'Prøven', contact: null, metricsToken: null, logLevel: 'silent' });
});

const get = async (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });
const textOf = (element: XmlElement, name: string): string => element.children.find((child) => child.name === name)?.text ?? '';
const hrefOf = (element: XmlElement, rel: string): string => element.children.find(({ name, attributes }) => name === 'link' && attributes['rel'] === rel)?.attributes['href'] ?? '';

async function feed(url: string): Promise<{ readonly feed: XmlElement; readonly entries: readonly XmlElement[] }> {
  const answer = await get(url);
  assert.deepEqual([answer.statusCode, answer.headers['content-type']], [200, 'application/atom+xml; charset=utf-8'], url);
  assert.doesNotMatch(answer.body, /Andersen|Karla/);
  const root = parseXml(answer.body);
  return { feed: root, entries: root.children.filter(({ name }) => name === 'entry') };
}

async function events(url: string): Promise<readonly Component[]> {
  const answer = await get(url);
  assert.deepEqual([answer.statusCode, answer.headers['content-type']], [200, 'text/calendar; charset=utf-8'], url);
  assert.doesNotMatch(answer.body.replaceAll('\r\n ', ''), /Andersen|Karla/);
  return parseCalendar(answer.body).components.filter(({ name }) => name === 'VEVENT');
}

const uids = (found: readonly Component[]): string[] => found.map((event) => valueOf(event, 'UID').replace('@torvet.example', ''));
const early = (found: readonly Component[]): string[] =>
  found.filter((event) => valueOf(event, 'UID').startsWith('o-early/')).flatMap((event) => ['DTSTART', 'DTSTAMP', 'SEQUENCE'].map((name) => valueOf(event, name)));
const ids = (entries: readonly XmlElement[]): string[] => entries.map((entry) => textOf(entry, 'id').replace('tag:torvet.example,2026:/udbud/', ''));

test('the feed of contracts: by the notice that tells of each, not by when it was signed', async () => {
  const { feed: root, entries } = await feed('/kontrakter.atom?q=skolesystem&ends=6&sort=value');
  assert.equal(entries.length, 11);
  assert.deepEqual(ids(entries).slice(0, 2), ['o-late/kontrakt/C%2F1', 'o-changed/kontrakt/C1']);
  assert.deepEqual(entries.slice(0, 2).map((entry) => textOf(entry, 'updated')), ['2026-10-20T08:00:00Z', '2026-10-05T08:00:00Z']);
  assert.deepEqual([textOf(root, 'updated'), hrefOf(root, 'self'), hrefOf(root, 'alternate')], [
    '2026-10-20T08:00:00Z', 'https://torvet.example/kontrakter.atom?q=skolesystem', 'https://torvet.example/kontrakter?q=skolesystem&ends=any',
  ]);
  assert.deepEqual([textOf(root, 'title'), textOf(entries[0] as XmlElement, 'title'), hrefOf(entries[0] as XmlElement, 'alternate')], [
    'Torvet: Kontrakter: "skolesystem"', 'Længe under vejs; & "fin"', 'https://torvet.example/udbud/o-late/bekendtgoerelse/late-1',
  ]);
  assert.match(textOf(entries[0] as XmlElement, 'summary'), /^Byen · .*1\.200,50 kr\. · Udløber 1\. maj 2027$/);
  assert.equal(new Set(ids(entries)).size, 11);
});

test('the feed of changes, and that of frameworks', async () => {
  const { feed: root, entries } = await feed('/en/aendringer.atom');
  assert.deepEqual([textOf(root, 'title'), ids(entries).toSorted()], ['Torvet: Changes of contracts', ['o-changed/aendring/C1/X1', 'o-changed/aendring/C1/X2']]);
  assert.deepEqual(entries.map((entry) => [textOf(entry, 'updated'), hrefOf(entry, 'alternate')]), [
    ['2026-10-05T08:00:00Z', 'https://torvet.example/en/udbud/o-changed/bekendtgoerelse/changed-1'], ['2026-10-05T08:00:00Z', 'https://torvet.example/en/udbud/o-changed/bekendtgoerelse/changed-1'],
  ]);
  const frameworks = await feed('/rammer.atom?kind=framework');
  assert.deepEqual([ids(frameworks.entries), frameworks.entries.map((entry) => textOf(entry, 'updated')), hrefOf(frameworks.feed, 'self')], [
    ['o-changed/ramme'], ['2026-10-05T08:00:00Z'], 'https://torvet.example/rammer.atom?kind=framework',
  ]);
  assert.deepEqual((await feed('/rammer.atom?kind=dps')).entries, []);
  assert.equal((await get('/uden-udbud.atom')).headers.location, '/udbud.atom?call=without');
  assert.ok((await feed('/demo/aendringer.atom')).entries.every((entry) => textOf(entry, 'id').startsWith('tag:torvet.example,2026:/demo/udbud/')));
});

test('the calendar of contracts: whole days, ahead, the soonest first, none without an end', async () => {
  const all = await events('/kontrakter.ics');
  assert.deepEqual(all.map((event) => event.properties.find(([name]) => name.startsWith('DTSTART'))), [
    ['20261122', 'o-over'], ['20270101', 'o-early'], ['20270501', 'o-late'], ['20271231', 'o-about'], ['20280229', ''], ['20280229', ''], ['20280229', ''], ['20290101', ''],
  ].map(([day]) => ['DTSTART;VALUE=DATE', day]));
  assert.deepEqual(uids(all).filter((uid) => !uid.includes('nameless')), ['o-over/kontrakt/C3', 'o-early/kontrakt/C1', 'o-late/kontrakt/C%2F1', 'o-about/kontrakt/C1', 'o-changed/kontrakt/C1']);
  assert.equal(new Set(uids(all)).size, all.length);
  const [, , late, about] = all as readonly [Component, Component, Component, Component];
  assert.deepEqual([valueOf(late, 'SUMMARY'), valueOf(late, 'URL'), valueOf(late, 'DTSTAMP'), valueOf(about, 'SUMMARY')], [
    'Kontrakt udløber: Længe under vejs; & "fin"', 'https://torvet.example/udbud/o-late/bekendtgoerelse/late-1', '20261020T080000Z', 'Kontrakt udløber (omtrent): Skolesystem about',
  ]);
  assert.match(valueOf(about, 'DESCRIPTION'), /^Byen\nUdløber omtrent 31\. december 2027\n/);
  assert.deepEqual(uids(await events('/kontrakter.ics?ends=6')), ['o-over/kontrakt/C3', 'o-early/kontrakt/C1', 'o-late/kontrakt/C%2F1']);
  assert.deepEqual(uids(await events('/kontrakter.ics?ends=unknown')), uids(all), 'what is over or unknown cannot lie ahead');
  assert.deepEqual(await events('/kontrakter.ics?q=skolesystm'), [], 'a calendar is taken at its word');
});

test('what is unchanged is not sent again; a notice of one contract makes that one new, under the same names', async () => {
  const url = '/kontrakter.atom?q=early';
  const [first, calendar, other] = [await get(url), await events('/kontrakter.ics'), await get('/aendringer.atom')];
  assert.equal((await get(url, { 'if-none-match': String(first.headers.etag) })).statusCode, 304);
  assert.equal((await get('/aendringer.atom', { 'if-none-match': String(other.headers.etag) })).statusCode, 304);
  const earlier = await feed(url);
  await take([LATER], 'later.jsonl');
  assert.equal((await get(url, { 'if-none-match': String(first.headers.etag) })).statusCode, 200);
  const { entries } = await feed(url);
  assert.deepEqual(ids(entries), ['o-early/kontrakt/C1', 'o-early/kontrakt/C2']);
  assert.deepEqual(ids(earlier.entries).toSorted(), ids(entries));
  assert.deepEqual(entries.map((entry) => textOf(entry, 'updated')), ['2026-11-01T10:00:00Z', '2026-09-01T10:00:00Z']);
  const now = await events('/kontrakter.ics');
  assert.deepEqual(uids(now).toSorted(), uids(calendar).toSorted());
  assert.deepEqual([early(calendar), early(now)], [['20270101', '20260901T100000Z', '0'], ['20270301', '20261101T100000Z', '1']]);
});

test('every page leads to what follows it, with the search that it shows', async () => {
  const pages = [
    ['/kontrakter?q=skolesystem&ends=6', ['/kontrakter.atom?q=skolesystem', '/kontrakter.ics?q=skolesystem&amp;ends=6']], ['/en/kontrakter?ends=unknown', ['/en/kontrakter.atom', '/en/kontrakter.ics']],
    ['/kontrakter?q=skolesystm', ['/kontrakter.atom?q=skolesystem', '/kontrakter.ics?q=skolesystem']], ['/demo/aendringer', ['/demo/aendringer.atom']], ['/aendringer?q=zzzzzzzz', ['/aendringer.atom?q=zzzzzzzz']],
    ['/rammer?kind=dps', ['/rammer.atom?kind=dps']], ['/demo/uden-udbud', ['/demo/uden-udbud.atom']],
  ] as const;
  for (const [page, files] of pages) {
    const { body } = await get(page);
    for (const href of files) {
      const type = href.includes('.atom') ? 'application/atom+xml' : 'text/calendar';
      assert.ok(body.includes(`<link rel="alternate" type="${type}" href="${href}"`), `${page} ${href}`);
      assert.ok(body.includes(`<a href="${href}"`), `${page} ${href}`);
      assert.ok([200, 302].includes((await get(href.replaceAll('&amp;', '&'))).statusCode));
    }
  }
});

import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { before, test } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { fixedClock } from '#base';
import { importFiles, makeDemoWorld } from '#register';
import { parseCalendar, valueOf } from '../../test/support/calendar.ts';
import { testRegister } from '../../test/support/database.ts';
import { parseXml, type XmlElement } from '../../test/support/xml.ts';
import { buildServer } from './server.ts';

const NOW = '2026-11-22T12:00:00Z';
const [register, demo] = [await testRegister(), await testRegister()];
let app: FastifyInstance;

/** Sixty processes: every third one is over, and one is of a person. */
const NOTICES = Array.from({ length: 60 }, (_none, index) => ({
  ocid: `ocds-213czf-${String(index).padStart(3, '0')}`, id: '1', date: `2026-09-${String((index % 30) + 1).padStart(2, '0')}T10:00:00Z`, tag: ['tender'], initiationType: 'tender',
  parties: [{ id: 'b', name: 'Anders Andersen', roles: ['buyer'], ...(index === 7 ? { details: { scale: 'selfEmployed' } } : { name: 'Byen', identifier: { scheme: 'DK-CVR', id: '64942212' } }), contactPoint: { name: 'Karla Kontakt' } }],
  buyer: { id: 'b', name: index === 7 ? 'Anders Andersen' : 'Byen' },
  tender: { id: 't', title: `Skolesystem ${index}`, tenderPeriod: { endDate: index % 3 === 0 ? '2026-10-01T10:00:00Z' : `2026-12-${String((index % 30) + 1).padStart(2, '0')}T10:00:00Z` } },
}));

before(async () => {
  await makeDemoWorld(demo);
  await importFiles(register, ['-'], { input: Readable.from([NOTICES.map((notice) => `${JSON.stringify(notice)}\n`).join('')]), inputName: 'sixty.jsonl' });
  app = await buildServer({ worlds: { register, demo }, clock: fixedClock(NOW), url: 'https://torvet.example', publisher: 'Prøven', contact: null, metricsToken: null, logLevel: 'silent' });
});

const get = async (url: string) => app.inject(url);
const entriesOf = (feed: XmlElement): readonly XmlElement[] => feed.children.filter(({ name }) => name === 'entry');
const textOf = (element: XmlElement, name: string): string => element.children.find((child) => child.name === name)?.text ?? '';

test('the feed of a search holds its fifty newest, newest first, and names no person', async () => {
  const answer = await get('/udbud.atom?q=skolesystem&sort=oldest');
  assert.equal(answer.headers['content-type'], 'application/atom+xml; charset=utf-8');
  assert.match(String(answer.headers.etag), /^"/);
  const entries = entriesOf(parseXml(answer.body));
  assert.equal(entries.length, 50);
  const dates = entries.map((entry) => textOf(entry, 'updated'));
  assert.deepEqual(dates, dates.toSorted().toReversed());
  assert.doesNotMatch(answer.body, /Andersen|Karla/);
  assert.match((await get('/udbud.atom?q="skolesystem+7"')).body, /Skolesystem 7</);
  assert.equal(entriesOf(parseXml((await get('/udbud.atom?q=skolesystm')).body)).length, 0, 'a feed is taken at its word');
  assert.equal(entriesOf(parseXml((await get('/demo/udbud.atom?open=yes')).body)).every((entry) => textOf(entry, 'id').startsWith('tag:torvet.example,2026:/demo/udbud/')), true);
});

test('the calendar of a search holds every deadline ahead, nearest first, and no other', async () => {
  const answer = await get('/udbud.ics?q=skolesystem');
  assert.equal(answer.headers['content-type'], 'text/calendar; charset=utf-8');
  const events = parseCalendar(answer.body).components.filter(({ name }) => name === 'VEVENT');
  const starts = events.map((event) => valueOf(event, 'DTSTART'));
  assert.equal(events.length, 40);
  assert.deepEqual(starts, starts.toSorted());
  assert.ok(starts.every((start) => start >= '20261122T120000Z'));
  assert.doesNotMatch(answer.body.replaceAll('\r\n ', ''), /Andersen|Karla/);
  assert.equal(parseCalendar((await get('/en/udbud.ics?q=nothing')).body).components.length, 1);
  const list = (await get('/demo/api/v1/processes?open=yes')).json<{ total: number }>();
  assert.equal(parseCalendar((await get('/demo/udbud.ics')).body).components.length, list.total + 1);
  assert.ok(list.total > 5);
});

test('every list page leads to both, in its head and among the files, with the spelling that it shows', async () => {
  for (const [page, file] of [['/udbud?q=skolesystem&sort=oldest', '/udbud.FORMAT?q=skolesystem'], ['/en/demo/udbud', '/en/demo/udbud.FORMAT'], ['/udbud?q=skolesystm', '/udbud.FORMAT?q=skolesystem'], ['/udbud?q=zzzzzzzz', '/udbud.FORMAT?q=zzzzzzzz']] as const) {
    const { body } = await get(page);
    for (const [format, type] of [['atom', 'application/atom+xml'], ['ics', 'text/calendar']] as const) {
      const href = file.replace('FORMAT', format);
      assert.ok(body.includes(`<link rel="alternate" type="${type}" href="${href}"`), `${page} ${format}`);
      assert.ok(body.includes(`<a href="${href}"`), `${page} ${format}`);
      assert.equal((await get(href)).statusCode, 200);
    }
  }
});

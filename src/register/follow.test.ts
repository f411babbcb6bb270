import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { plainText, siteOf } from '#ui';
import { parseCalendar, valueOf } from '../../test/support/calendar.ts';
import { parseXml, type XmlElement } from '../../test/support/xml.ts';
import { EMPTY_PROCESS_QUERY } from './addresses.ts';
import { atomOf } from './export/atom.ts';
import { icsOf } from './export/ics.ts';
import { calendarOf, deadlinesOf, feedOf } from './follow.ts';
import type { Followed } from './followed.ts';
import type { ProcessSummary } from './views.ts';

const HOSTILE = [
  'Lønsystem & "it" <b>fed</b>', 'to ]]> gange ]]> ud', 'a\r\nBEGIN:VEVENT\r\nUID:x', 'x\nATTENDEE:y\rEND:VCALENDAR', 'nul\u0000 klokke\u0007 slet\u007f \u009f \ufffe\uffff',
  '😀'.repeat(60), 'å'.repeat(300), 'halv \ud800 tegn', '\u202egnow', '\\;,:"\t', '<?xml?><!DOCTYPE a><!--', '&amp;&#0;', '', ' '.repeat(80),
] as const;

const row = (change: Partial<ProcessSummary>): ProcessSummary => ({
  ocid: 'ocds-213czf-1', title: 'Lønsystem', description: null, buyer: { key: 'k', name: 'Odsherred Kommune' }, suppliers: [], country: 'DK', stage: 'tender',
  method: 'open', category: 'services', value: { amount: '100.5', currency: 'DKK' }, classification: null, firstDate: '2026-10-01T10:00:00Z',
  lastDate: '2026-11-01T10:00:00.123Z', tenderEnd: '2026-12-24T11:00:00Z', releaseCount: 2, faultCount: 0, ...change,
});

function followed(change: Partial<Followed> = {}, world: 'demo' | 'register' = 'register', lang: 'da' | 'en' = 'da', publisher = 'Prøven'): Followed {
  const site = siteOf({ lang, world, path: '/udbud', origin: null, hasOtherWorld: false, updatedAt: null, navigation: [], publisher: { name: publisher, email: null } });
  return { site, url: 'https://torvet.example', query: EMPTY_PROCESS_QUERY, names: [], updated: '2026-11-22T12:00:00Z', ...change };
}

const one = (element: XmlElement, name: string): XmlElement => {
  const found = element.children.filter((child) => child.name === name);
  assert.equal(found.length, 1, `${element.name} has ${found.length} times ${name}`);
  return found[0] as XmlElement;
};
const links = (element: XmlElement, rel: string): string[] => element.children.flatMap(({ name, attributes }) => (name === 'link' && attributes['rel'] === rel ? [attributes['href'] ?? ''] : []));

/** The rules of RFC 4287, section 4. @returns the entries */
function checkFeed(text: string): readonly XmlElement[] {
  const feed = parseXml(text);
  assert.deepEqual([feed.name, feed.attributes['xmlns']], ['feed', 'http://www.w3.org/2005/Atom']);
  const entries = feed.children.filter(({ name }) => name === 'entry');
  for (const element of [feed, ...entries]) {
    assert.match(one(element, 'id').text, /^tag:torvet\.example,2026:\/[\w\-.~!$&'()*+,;=:@%/?]+$/);
    assert.match(one(element, 'updated').text, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
    one(element, 'title');
    assert.equal(links(element, 'alternate').length, 1);
    for (const address of links(element, 'alternate')) assert.ok(URL.canParse(address), address);
  }
  assert.equal(links(feed, 'self').length, 1);
  assert.notEqual(one(one(feed, 'author'), 'name').text, '');
  assert.equal(new Set(entries.map((entry) => one(entry, 'id').text)).size, entries.length);
  return entries;
}

async function calendarText(about: Followed, rows: readonly ProcessSummary[]): Promise<string> {
  const events = async function* events() { yield deadlinesOf(about, rows); };
  return (await Array.fromAsync(icsOf({ ...calendarOf(about), events }))).join('');
}

void test('hostile titles come out of a feed as the text they are', () => {
  const rows = HOSTILE.map((title, index) => row({ ocid: `o/${index}?&#<>`, title, buyer: { key: null, name: title } }));
  const entries = checkFeed(atomOf(feedOf(followed({ query: { ...EMPTY_PROCESS_QUERY, q: HOSTILE.join('') }, names: HOSTILE }), rows)));
  assert.equal(entries.length, HOSTILE.length);
  assert.equal(one(entries[0] as XmlElement, 'title').text, HOSTILE[0]);
  assert.equal(one(entries[1] as XmlElement, 'title').text, HOSTILE[1]);
  assert.equal(one(entries[4] as XmlElement, 'title').text, 'nul klokke slet');
  assert.match(one(entries[0] as XmlElement, 'summary').text, /^Lønsystem & "it" <b>fed<\/b> · Danmark · .* · 100,50 kr\. · Frist: 24\. december 2026 kl\. 12\.00/);
});

void test('hostile titles come out of a calendar as the text they are', async () => {
  const rows = HOSTILE.map((title, index) => row({ ocid: `o${index}\r\nX:1;`, title, buyer: { key: null, name: title } }));
  const { components } = parseCalendar(await calendarText(followed({ query: { ...EMPTY_PROCESS_QUERY, q: HOSTILE.join('') }, names: HOSTILE }), rows));
  const events = components.filter(({ name }) => name === 'VEVENT');
  assert.deepEqual([events.length, new Set(events.map((event) => valueOf(event, 'UID'))).size], [HOSTILE.length, HOSTILE.length]);
  for (const [index, event] of events.entries()) {
    assert.ok(valueOf(event, 'SUMMARY').startsWith(`Tilbudsfrist: ${plainText(HOSTILE[index] ?? '').slice(0, 40) || 'Uden titel'}`));
    assert.deepEqual([valueOf(event, 'DTSTART'), valueOf(event, 'DTSTAMP'), valueOf(event, 'SEQUENCE')], ['20261224T110000Z', '20261101T100000Z', '1']);
    assert.equal(valueOf(event, 'URL'), `https://torvet.example/udbud/o${index}%0D%0AX%3A1%3B`);
  }
});

void test('any text at all gives a feed and a calendar that can be read again', async () => {
  await fc.assert(fc.asyncProperty(fc.array(fc.string({ unit: 'binary', maxLength: 300 }), { maxLength: 4 }), fc.string({ unit: 'binary' }), async (titles, q) => {
    const rows = titles.map((title, index) => row({ ocid: `o-${index}`, title, buyer: { key: null, name: title }, country: title, lastDate: title, value: { amount: title, currency: title } }));
    const about = followed({ query: { ...EMPTY_PROCESS_QUERY, q: q.toWellFormed(), filters: { country: [q.toWellFormed()] } }, names: titles }, 'register', 'da', `P${q}`);
    assert.equal(checkFeed(atomOf(feedOf(about, rows))).length, rows.length);
    assert.equal(parseCalendar(await calendarText(about, rows)).components.length, rows.length + 1);
  }), { numRuns: 60 });
});

void test('one process is one entry and one event in every search and language, and another one in the demo world', () => {
  const rows = [row({})];
  const ids = [followed(), followed({ query: { ...EMPTY_PROCESS_QUERY, q: 'løn' } }, 'register', 'en'), followed({}, 'demo')].map((about) =>
    [feedOf(about, rows).id, feedOf(about, rows).entries[0]?.id, deadlinesOf(about, rows)[0]?.uid]);
  assert.deepEqual(ids, [
    ['tag:torvet.example,2026:/udbud.atom', 'tag:torvet.example,2026:/udbud/ocds-213czf-1', 'ocds-213czf-1@torvet.example'],
    ['tag:torvet.example,2026:/en/udbud.atom?q=l%C3%B8n', 'tag:torvet.example,2026:/udbud/ocds-213czf-1', 'ocds-213czf-1@torvet.example'],
    ['tag:torvet.example,2026:/demo/udbud.atom', 'tag:torvet.example,2026:/demo/udbud/ocds-213czf-1', 'ocds-213czf-1@torvet.example.demo'],
  ]);
});

void test('dates: the feed is as new as its newest entry, and what has no date is as new as the data', () => {
  const updated = (rows: readonly ProcessSummary[]): string => one(parseXml(atomOf(feedOf(followed(), rows))), 'updated').text;
  assert.equal(updated([row({}), row({ ocid: 'o', lastDate: '2026-10-01T10:00:00Z' })]), '2026-11-01T10:00:00.123Z');
  assert.equal(updated([]), '2026-11-22T12:00:00Z');
  assert.equal(updated([row({ lastDate: '' })]), '2026-11-22T12:00:00Z');
  assert.deepEqual(deadlinesOf(followed(), [row({ tenderEnd: null }), row({ tenderEnd: '+012026-01-01T00:00:00Z' })]), []);
  assert.equal(deadlinesOf(followed(), [row({ lastDate: '' })])[0]?.changed, '2026-11-22T12:00:00Z');
});

void test('a calendar without deadlines is still one', async () => {
  const calendar = parseCalendar(await calendarText(followed(), []));
  assert.deepEqual(calendar.components.map(({ name }) => name), ['VTIMEZONE']);
  assert.equal(valueOf(calendar, 'NAME'), 'Torvet: Tilbudsfrister');
  assert.match(valueOf(calendar, 'DESCRIPTION'), /Prøven.*CC BY 4\.0/);
});

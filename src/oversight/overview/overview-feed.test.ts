import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { siteOf } from '#ui';
import { newestFirst, overviewEntries, type FollowedOverview } from './overview-feed.ts';
import type { Overview, Statement } from './overview.schema.ts';
import type { HoldingFound, NoticeFound } from './rows.ts';

const site = (lang: 'da' | 'en' = 'da') => siteOf({ lang, world: 'register', path: '/', origin: null, hasOtherWorld: false, updatedAt: null, navigation: [], publisher: { name: 'Torvet', email: null } });
const told = (text: string): { da: string; en: string } => ({ da: text, en: `${text} (en)` });
const base = { about: { municipality: 'Vejle' }, sources: ['s'], date: '2024' } as const;
const STATEMENTS: readonly Statement[] = [
  { id: 'krav', kind: 'claim', ground: 'add-on', ...base, sources: ['s'], by: { municipality: 'Vejle' }, text: told('Kun et tilkøb.'), entered: '2026-01-10' },
  { id: 'udfald', kind: 'outcome', outcome: 'no-case-opened', ...base, sources: ['s'], text: told('Ingen sag.'), entered: '2026-01-11' },
];
const overview = (statements: readonly Statement[]): Overview => ({
  id: 'o', subject: 'system', title: told('O'), lead: told('L'), names: ['Sys'], suppliers: [], cpv: [], kle: [], period: { from: '2024', to: '2024' }, story: [], unknown: [],
  sources: [{ id: 's', title: 'T', publisher: 'Avisen', kind: 'press', url: 'https://example.org/a', seen: 'read' }], statements: [...statements],
});
const followed = (statements = STATEMENTS, evidence: Partial<FollowedOverview['evidence']> = {}, lang: 'da' | 'en' = 'da'): FollowedOverview => ({
  site: site(lang), url: 'https://torvet.example', overview: overview(statements), evidence: { notices: [], holdings: [], ...evidence }, arrivals: new Map([['n/1', '2026-03-01T10:00:00Z']]),
});
const held: HoldingFound = { municipality: 'Odense', system: 'Sys', supplier: 'F', from: '2024-01-01', to: null, amount: '5', currency: 'DKK', basis: null, source: 'liste', importedAt: '2026-02-01T09:00:00.5Z' };
const notice = (municipality: string): NoticeFound => ({ municipality, ocid: 'n/1', title: 'Drift', day: '2024-05-01', way: 'tendered', words: 'Drift af Sys', why: [], jointly: true });

function ids(one: FollowedOverview): readonly string[] {
  return overviewEntries(one).map(({ id }) => id).toSorted();
}

describe('what an overview is followed by', () => {
  test('a statement stands with outcome, own words and source, on the day it was entered in Denmark', () => {
    assert.deepEqual(overviewEntries(followed()), [
      { id: 'tag:torvet.example,2026:/overblik/o#udfald', address: 'https://torvet.example/overblik/o', title: 'Vejle: Ingen sag åbnet', summary: 'Ingen sag. · Egne ord: Kun et tilkøb. · Kilde: Avisen https://example.org/a', updated: '2026-01-10T23:00:00Z' },
      { id: 'tag:torvet.example,2026:/overblik/o#krav', address: 'https://torvet.example/overblik/o', title: 'Vejle: Det er kun et tilkøb', summary: 'Kun et tilkøb. · Udfald: Ingen sag åbnet · Kilde: Avisen https://example.org/a', updated: '2026-01-09T23:00:00Z' },
    ]);
  });

  test('a correction is an entry, and what it took the place of says so from that day on, under its old id', () => {
    const correction: Statement = { id: 'krav-2', kind: 'claim', ground: 'upgrade', ...base, sources: ['s'], by: { municipality: 'Vejle' }, text: told('En opgradering.'), entered: '2026-07-01', corrects: 'krav' };
    const entries = overviewEntries(followed([...STATEMENTS, correction]));
    assert.deepEqual(entries.map(({ id, updated, title }) => [id.split('#')[1], updated, title]), [
      ['krav', '2026-06-30T22:00:00Z', 'Rettet siden: Vejle: Det er kun et tilkøb'], ['krav-2', '2026-06-30T22:00:00Z', 'Rettelse: Vejle: Det er en opgradering, ikke et nyt køb'], ['udfald', '2026-01-10T23:00:00Z', 'Vejle: Ingen sag åbnet'],
    ]);
    assert.match(entries[0]?.summary ?? '', /Kun et tilkøb\. · Rettet 1\. juli 2026\. Nu står der: En opgradering\./);
    assert.match(entries[1]?.summary ?? '', /Før stod her: Kun et tilkøb\./);
  });

  test('a reply, a notice and an agreement that come later are the newest, a joint purchase once', () => {
    const reply: Statement = { id: 'svar', kind: 'reply', about: { all: true }, sources: ['s'], by: { supplier: 'F' }, text: told('Køberen afgør det.'), entered: '2026-04-01' };
    const entries = overviewEntries(followed([...STATEMENTS, reply], { notices: [notice('Vejle'), notice('Odense')], holdings: [held] }));
    assert.deepEqual(entries.slice(0, 3).map(({ updated, title }) => [updated, title]), [['2026-03-31T22:00:00Z', 'F: svar'], ['2026-03-01T10:00:00Z', 'Bekendtgørelse: Drift'], ['2026-02-01T09:00:00.5Z', 'Odense: Sys fra F']]);
    assert.deepEqual([entries[1]?.id, entries[1]?.address], ['tag:torvet.example,2026:/overblik/o#notice-n%2F1', 'https://torvet.example/udbud/n%2F1']);
    assert.match(entries[1]?.summary ?? '', /^Vejle, Odense · Udbudt · 1\. maj 2024 · Drift af Sys$/);
    assert.equal(new Set(entries.map(({ id }) => id)).size, 5);
  });

  test('the id of an entry is the same in either language, and does not change with the day it came', () => {
    assert.deepEqual(ids(followed(STATEMENTS, { holdings: [held] }, 'en')), ids(followed(STATEMENTS, { holdings: [{ ...held, importedAt: '2026-09-01T00:00:00Z', basis: 'year' }] })));
    assert.match(overviewEntries(followed(STATEMENTS, {}, 'en'))[0]?.title ?? '', /^Vejle: No case opened$/);
  });
});

test('newest first, by the moment and not by the letters', () => {
  const moments = ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00.5Z', '2026-01-01T00:00:00.25Z'];
  assert.deepEqual(newestFirst(moments.map((updated) => ({ id: updated, title: '', summary: '', address: '', updated }))).map(({ id }) => id), ['2026-01-01T00:00:00.5Z', '2026-01-01T00:00:00.25Z', '2026-01-01T00:00:00Z']);
});

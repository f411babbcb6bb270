/** The pages of the lists, in both languages and both worlds, with plain, empty and hostile data. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { VNode } from 'preact';
import type { Language } from '#base';
import { htmlFaults, renderDocument, siteOf, type Site, type World } from '#ui';
import { EMPTY_PROCESS_QUERY } from '../addresses.ts';
import type { ProcessQuery } from '../list.view.ts';
import type { ProcessSummary } from '../views.ts';
import { differenceText, renderChanges } from './changes.page.tsx';
import type { ChangeRow } from './changes.view.ts';
import { renderContracts } from './contracts.page.tsx';
import type { ContractRow } from './contracts.view.ts';
import { renderFrameworks } from './frameworks.page.tsx';
import type { FrameworkRow } from './frameworks.view.ts';
import { renderWithoutCall } from './without-call.page.tsx';

const HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>\u202Egnp.exe \u0000\'--';

function siteAt(path: string, lang: Language, world: World): Site {
  return siteOf({ lang, world, path, origin: null, hasOtherWorld: true, updatedAt: null, navigation: [], publisher: { name: 'Torvet', email: null } });
}

const searchOf = (words: string): ProcessQuery => ({
  q: words, filters: { country: ['DK', words], currency: ['DKK'] }, cpv: '72', buyer: words, supplier: words, reason: ['exclusive', words], under: words, procedure: ['open', words], oneBid: true, sort: null,
});

function listOf(words: string) {
  return {
    total: 2, sort: 'newest', next: words, previous: 'p', buyerName: words, supplierName: null, didYouMean: words, corrected: false,
    facets: [{ name: 'country' as const, options: [{ value: 'DK', count: 2 }, { value: words, count: 1 }] }],
  };
}

const amount = (currency: string) => ({ amount: '1234567.50', currency });

function contractOf(words: string): ContractRow {
  return {
    ocid: words, contract: words, title: words, buyer: { key: words, name: words }, suppliers: [{ key: null, name: words }, { key: words, name: words }, { key: 'c', name: 'c' }],
    country: words, status: 'terminated', signed: '2026-01-01', starts: null, ends: '2027-01-01', endsBasis: 'computed', renewal: true, changed: true,
    value: amount(words), procedure: 'neg-wo-call', method: 'limited', notice: words,
  };
}

function changeOf(words: string): ChangeRow {
  return {
    ocid: words, contract: words, change: '1', title: words, buyer: { key: null, name: words }, suppliers: [], country: null, published: '2026-02-01',
    reasonCode: words, reason: `${words} `.repeat(60), description: words, before: '100', after: '112.5', currency: words, rise: '0.125', notice: words,
  };
}

function frameworkOf(words: string): FrameworkRow {
  return {
    ocid: words, title: words, technique: 'dps', buyer: { key: 'b', name: words }, central: { key: words, name: words }, country: null, open: true, closed: true,
    maximum: amount(words), estimate: amount('EUR'), starts: '2024-01-01', ends: '2028-01-01', endsBasis: 'computed', days: 1460, applications: '2028-01-01',
    suppliers: 3, contracts: 2, purchases: 5,
  };
}

function processOf(words: string): ProcessSummary {
  return {
    ocid: words, title: words, description: null, buyer: { key: 'k', name: words }, suppliers: [], country: 'DK', stage: 'contract', method: 'limited', category: null,
    value: amount(words), classification: null, firstDate: '', lastDate: '2026-02-01T10:00:00Z', tenderEnd: null, releaseCount: 1, faultCount: 0,
  };
}

const BARE = { title: null, buyer: null, suppliers: [], country: null };
const ENDS = { 6: 1, 12: 1, 18: 2, 36: 2, ended: 0, any: 4, unknown: 2 };

function pagesOf(words: string): Readonly<Record<string, (site: (path: string) => Site) => VNode>> {
  const list = listOf(words);
  const search = searchOf(words);
  const empty = { total: 0, rows: [], facets: [], next: null, previous: null, didYouMean: null };
  const contracts = { ...list, query: { search, sort: 'newest' as const, ends: '36' as const }, sorts: ['end', 'newest', 'value'], ends: '36' as const, endsCounts: ENDS };
  const changes = { ...list, query: { search, sort: null }, sorts: ['newest', 'rise'], compared: 1 };
  const frameworks = { ...list, query: { search, sort: null, kind: null }, sorts: ['open', 'newest'], kind: 'any' as const, kindCounts: { any: 2, open: 1, dps: 1, framework: 1 }, withPurchases: 1, withEnd: 1 };
  const bareContract = { ...contractOf('x'), ...BARE, status: null, signed: null, ends: null, endsBasis: null, renewal: false, changed: false, value: null, procedure: null, method: null, notice: null };
  const bareChange = { ...changeOf('x'), ...BARE, published: null, reasonCode: null, reason: null, description: null, before: null, after: null, currency: null, rise: null, notice: null };
  const bareFramework = {
    ...frameworkOf('x'), ...BARE, technique: 'framework' as const, central: null, open: false, closed: false, maximum: null, estimate: null, starts: null, ends: null,
    endsBasis: null, days: null, applications: null, suppliers: null, contracts: 0, purchases: 0,
  };
  const why = { [words]: { reasons: ['exclusive', words], rationale: `${words} `.repeat(60) } };
  const reasons = Array.from({ length: 9 }, (_none, index) => ({ value: `${words}${index}`, count: index }));
  const without = { ...list, query: { ...search, filters: { call: ['without'], country: [words] } }, sort: 'newest' as const, rows: [processOf(words), { ...processOf('y'), ...BARE }], reasons, why };
  return {
    contracts: (site) => renderContracts(site('/kontrakter'), { ...contracts, rows: [contractOf(words), bareContract] }, '2026-11-22'),
    'contracts, none': (site) => renderContracts(site('/kontrakter'), { ...contracts, ...empty, endsCounts: { ...ENDS, any: 0, unknown: 0 } }, '2026-11-22'),
    changes: (site) => renderChanges(site('/aendringer'), { ...changes, rows: [changeOf(words), bareChange] }),
    'changes, none': (site) => renderChanges(site('/aendringer'), { ...changes, ...empty }),
    frameworks: (site) => renderFrameworks(site('/rammer'), { ...frameworks, rows: [frameworkOf(words), bareFramework] }),
    'without call': (site) => renderWithoutCall(site('/uden-udbud'), without),
    'without call, none': (site) => renderWithoutCall(site('/uden-udbud'), { ...without, ...empty, query: EMPTY_PROCESS_QUERY, reasons: [] }),
  };
}

for (const [kind, words] of [['plain', 'Journalsystem'], ['hostile', HOSTILE]] as const) {
  for (const [name, page] of Object.entries(pagesOf(words))) {
    void test(`page with ${kind} data: ${name}`, () => {
      for (const lang of ['da', 'en'] as const) {
        for (const world of ['register', 'demo'] as const) {
          const html = renderDocument(page((path) => siteAt(path, lang, world)));
          assert.deepEqual(htmlFaults(html), [], `${lang} ${world}`);
          assert.equal(/<script|<img/.exec(html), null);
          assert.ok(!html.includes('\u0000') && !html.includes('undefined'));
        }
      }
    });
  }
}

void test('a choice and a search are carried from page to page, and removing a filter keeps the rest', () => {
  const html = renderDocument(pagesOf('x')['contracts']?.((path) => siteAt(path, 'da', 'register')) ?? <p />);
  const next = /rel="next" href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const given = new URLSearchParams(next.split('?')[1]);
  assert.deepEqual([given.get('q'), given.get('ends'), given.get('sort'), given.getAll('reason'), given.get('under'), given.get('after')], ['x', '36', 'newest', ['exclusive', 'x'], 'x', 'x']);
  assert.deepEqual([given.getAll('procedure'), given.get('bids')], [['open', 'x'], 'one']);
  assert.match(html, /href="\/udbud\?q=x[^"]*" *>Forløb|href="\/udbud\?q=x/);
  assert.match(html, /href="\/marked\?q=x/);
});

void test('an end that was computed says so, and an ended one stands in the past', () => {
  const html = renderDocument(pagesOf('x')['contracts']?.((path) => siteAt(path, 'da', 'register')) ?? <p />);
  assert.match(html, /Udløber omtrent.*1\. januar 2027.*regnet ud af start og varighed/s);
  assert.match(html, /Udløb er kendt for 2 af 4 kontrakter i søgningen/);
});

void test('a difference in per cent: rounded, signed, and never 0 when there is one', () => {
  assert.deepEqual(['0.125', '-0.5', '0', '2900.001', '-0.00001'].map((rise) => differenceText(rise, false, 'da')), ['+12,5 %', '\u221250 %', 'under 0,1 %', '+290.000,1 %', 'under 0,1 %']);
  assert.equal(differenceText('0', true, 'da'), 'uændret beløb');
});

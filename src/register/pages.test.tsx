/** Every page of the register, in both languages and both worlds, with plain, empty and hostile data. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { VNode } from 'preact';
import { parseJson, type Json, type Language } from '#base';
import { htmlFaults, renderDocument, siteOf, type Site, type World } from '#ui';
import { renderAbout } from './about.page.tsx';
import { renderAccessibility } from './accessibility.page.tsx';
import { renderFront } from './front.page.tsx';
import type { FrontView } from './front.view.ts';
import { renderProcessList } from './list.page.tsx';
import type { ProcessListView } from './list.view.ts';
import { EMPTY_PROCESS_QUERY } from './addresses.ts';
import { renderCompareChoose } from './compare-choose.page.tsx';
import { renderComparison } from './compare.page.tsx';
import { COMPARE_REMARKS, type CompareChooseView, type ComparisonView } from './compare.view.ts';
import { renderMarket } from './market.page.tsx';
import type { OverviewView } from './overview.view.ts';
import { renderOrganisation } from './organisation.page.tsx';
import type { OrganisationSummary } from './organisation.view.ts';
import { renderOrganisationList } from './organisations.page.tsx';
import { readDetails } from './process-details.ts';
import { renderProcess } from './process.page.tsx';
import type { ProcessPageView } from './process.view.ts';
import type { ProcessSummary } from './views.ts';

const HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>\u202Egnp.exe \u0000\'--';
const REAL = join(process.env['TORVET_SHARED'] ?? '../shared', 'data/ocds/releases.jsonl');

function siteAt(path: string, lang: Language, world: World): Site {
  return siteOf({
    lang, world, path, origin: null, hasOtherWorld: world === 'demo', updatedAt: null,
    navigation: [{ path: '/', label: 'Forside' }], publisher: { name: 'Torvet', email: null },
  });
}

function processOf(words: string): ProcessSummary {
  return {
    ocid: `ocds-${words}`, title: words, description: `Om ${words}`, buyer: { key: 'k', name: words }, suppliers: [{ key: null, name: words }, { key: 's', name: words }],
    country: 'DK', stage: 'tender', method: 'direct', category: 'goods', value: { amount: '1234567.50', currency: 'DKK' }, classification: `CPV ${words}`,
    firstDate: '2026-01-01T10:00:00Z', lastDate: '2026-02-01T10:00:00Z', tenderEnd: '2026-03-01T11:00:00Z', releaseCount: 2, faultCount: 1,
  };
}

const BARE: ProcessSummary = {
  ...processOf('x'), title: null, description: null, buyer: null, suppliers: [], country: null, stage: null, method: null, category: null, value: null,
  classification: null, tenderEnd: null,
};

function frontOf(words: string): FrontView {
  return {
    processes: 455, openTenders: 2, buyers: 3, suppliers: 4, releases: 499, countries: 13, newest: [processOf(words), BARE], closingSoon: [processOf(words)],
    perYear: [{ year: 2015, count: 3 }, { year: 2018, count: 9 }],
    tiles: [{ code: '1', name: words, short: words, column: 0, row: 0, value: 3, path: '/udbud' }, { code: '2', name: 'B', short: 'B', column: 1, row: 0, value: null, path: null }],
  };
}

function listOf(words: string): ProcessListView {
  return {
    query: { q: words, filters: { country: ['DK', words], currency: ['DKK'] }, cpv: '72', buyer: 'k', supplier: words, open: true, procedure: [words, 'unknown'], oneBid: true, sort: 'value' }, sort: 'value', total: 2,
    rows: [processOf(words), BARE], facets: [{ name: 'country', options: [{ value: 'DK', count: 2 }, { value: 'unknown', count: 1 }] }, { name: 'year', options: [{ value: words, count: 1 }] }],
    didYouMean: words, corrected: false, buyerName: words, supplierName: null, next: words, previous: 'p',
  };
}

function organisationOf(words: string): OrganisationSummary {
  return { key: words, name: words, identifier: { scheme: null, id: words }, country: null, locality: words, asBuyer: 12, asSupplier: 0 };
}

const EMPTY_OVERVIEW: OverviewView = {
  processes: 0, calls: { with: 0, without: 0, unknown: 0 }, procedures: [], perYear: [], bids: { counted: 0, single: 0, processes: 0 },
  awards: { made: 0, shared: 0, valued: 0, sums: [] }, buyers: { total: 0, top: [] }, suppliers: { total: 0, top: [] },
  newcomers: { since: '2024-11-25', total: 0, newest: [] }, fields: [], techniques: { dps: 0, framework: 0, 'call-off': 0 },
  ending: { until: '2028-05-25', total: 0, known: 0, contracts: 0, next: [] },
};

function overviewOf(words: string): OverviewView {
  const sums = [{ value: { amount: '1200000.50', currency: words }, awards: 2 }, { value: { amount: '7', currency: null }, awards: 1 }];
  const top = [{ key: words, name: words, processes: 9, sums }, { key: 'b', name: 'B', processes: 1, sums: [] }];
  return {
    processes: 10, calls: { with: 5, without: 4, unknown: 1 }, procedures: [{ code: 'open', method: null, processes: 5 }, { code: words, method: null, processes: 2 }, { code: null, method: words, processes: 2 }, { code: null, method: null, processes: 1 }],
    perYear: [{ year: 2019, with: 2, without: 0, unknown: 1 }, { year: 2023, with: 3, without: 4, unknown: 0 }], bids: { counted: 8, single: 3, processes: 2 },
    awards: { made: 9, shared: 1, valued: 8, sums }, buyers: { total: 2, top }, suppliers: { total: 30, top },
    newcomers: { since: '2024-11-25', total: 1, newest: [{ key: words, name: words, first: '2026-01-01T10:00:00Z', ocid: words }] },
    fields: [{ field: '72', processes: 6 }, { field: '99999', processes: 1 }], techniques: { dps: 1, framework: 2, 'call-off': 0 },
    ending: { until: '2028-05-25', total: 7, known: 8, contracts: 9, next: [{ ocid: words, title: words, buyer: words, ends: '2027-01-31', basis: 'computed', suppliers: [words] }, { ocid: 'x', title: null, buyer: null, ends: '2027-02-28', basis: 'lot', suppliers: [] }] },
  };
}

function comparisonOf(words: string): ComparisonView {
  const side = { side: words, key: words, field: null, names: { da: words, en: words }, years: { first: 2019, last: 2023 }, overview: overviewOf(words), newest: [processOf(words), BARE] };
  return {
    as: 'buyer', a: side, b: { ...side, side: 'cpv:72', key: null, field: '72', years: null, overview: EMPTY_OVERVIEW, newest: [] },
    shared: [{ of: 'suppliers', total: 12, top: [{ key: words, name: words, a: 3, b: 1 }] }],
    remarks: COMPARE_REMARKS.map((kind, index) => ({ kind, of: kind === 'years' || kind === 'kinds' ? null : index % 2 === 0 ? 'a' : 'b' })),
  };
}

function choosingOf(words: string): CompareChooseView {
  const target = { side: words, key: words, field: null, mark: words, names: { da: words, en: words }, asBuyer: 2, asSupplier: 1 };
  const two = [target, { ...target, side: 'b', asBuyer: 0 }];
  return {
    a: { text: words, target: null, matches: two }, b: { text: words, target, matches: [] }, as: 'supplier', same: false,
    examples: { buyers: two, suppliers: two, fields: [{ ...target, side: 'cpv:72', key: null, field: '72' }, { ...target, side: 'cpv:48', key: null, field: '48' }] },
  };
}

function processView(compiled: Json, words: string): ProcessPageView {
  const release = {
    key: 'r', name: words, kind: 'call' as const, format: 'ocds' as const, releaseId: words, date: '2026-01-01T10:00:00Z', tags: ['tender', words], language: null, ocdsVersion: '1.1' as const, sourceName: words, place: 'linje 1',
    sha256: 'a'.repeat(64), fileSha256: 'b'.repeat(64), importedAt: '2026-01-02T10:00:00Z', faults: [{ path: `/${words}`, message: words, help: words }], faultCount: 3, hasOtherVersion: true,
  };
  return {
    summary: processOf(words), details: readDetails(compiled), organisationKeys: { [words]: words }, knownOcids: [words],
    releases: [release, { ...release, faults: [], faultCount: 0, hasOtherVersion: false, tags: [] }],
  };
}

/** A release with the words in every place that a page shows. */
function releaseOf(words: string): Json {
  const value = { amount: '10.5', currency: words };
  const party = { id: words, name: words, roles: ['buyer', words], identifier: { scheme: words, id: words }, address: { locality: words } };
  const item = { description: words, quantity: 2, unit: { name: words, value }, classification: { scheme: words, id: words, description: words } };
  const documents = [{ title: words, documentType: words, url: 'https://example.org/?a="<', datePublished: words, format: words }, { title: words, url: 'javascript:alert(1)' }];
  const period = { startDate: words, endDate: '2026-12-31' };
  const criteria = { criteria: [{ type: words, name: words, description: `${words}.`, numbers: [{ number: words }] }] };
  return {
    language: 'da', parties: [party, { ...party, id: 2, details: { scale: 'selfEmployed' } }, ...Array.from({ length: 20 }, (_none, index) => ({ id: `p${index}`, name: `${words}${index}` }))],
    planning: { rationale: words, budget: { amount: value }, documents },
    tender: {
      id: words, title: words, description: `${words}\n\n${words}`, status: words, items: Array.from({ length: 12 }, () => item), lots: [{ id: 'L', title: words, description: words, status: 'active', value }],
      procurementMethod: words, procurementMethodDetails: words, procurementMethodRationale: words, mainProcurementCategory: words, awardCriteria: words, eligibilityCriteria: words,
      submissionMethod: [words], submissionMethodDetails: words, numberOfTenderers: 2, tenderPeriod: period, selectionCriteria: criteria, documents, value,
      techniques: { hasFrameworkAgreement: true, frameworkAgreement: { method: words, maximumParticipants: 2, value, buyerCategories: words }, hasDynamicPurchasingSystem: true, hasElectronicAuction: true },
      amendments: [{ date: words, description: words, rationale: words }],
    },
    awards: [{ id: words, title: words, description: 'x', status: words, date: words, value, suppliers: [party, { id: 2 }], relatedLots: ['L'] }],
    contracts: [{ id: words, awardID: words, title: words, status: 'active', dateSigned: words, period, value, documents, amendments: [{ description: words }], implementation: { transactions: [{}] } }],
    relatedProcesses: [{ relationship: [words], identifier: words, title: words }, { identifier: 'x', uri: 'https://example.org' }, {}],
  };
}

function pagesOf(words: string): Readonly<Record<string, (site: (path: string) => Site) => VNode>> {
  const organisation = { ...organisationOf(words), asSupplier: 3 };
  return {
    front: (site) => renderFront(site('/'), frontOf(words)),
    'front, empty': (site) => renderFront(site('/'), { ...frontOf(words), processes: 0, newest: [], closingSoon: [], perYear: [], tiles: [] }),
    'front, nothing open': (site) => renderFront(site('/'), { ...frontOf(words), closingSoon: [], tiles: [] }),
    list: (site) => renderProcessList(site('/udbud?q=x'), listOf(words)),
    'list, corrected': (site) => renderProcessList(site('/udbud?q=x'), { ...listOf(words), corrected: true }),
    'list, nothing found': (site) => renderProcessList(site('/udbud?q=x'), { ...listOf(words), rows: [], total: 0, next: null, previous: null, didYouMean: null }),
    'list, plain': (site) => renderProcessList(site('/udbud'), { ...listOf(words), query: EMPTY_PROCESS_QUERY, sort: 'newest', facets: [], didYouMean: null }),
    process: (site) => renderProcess(site('/udbud/x'), processView(releaseOf(words), words)),
    'process, bare': (site) => renderProcess(site('/udbud/x'), { ...processView({}, words), summary: BARE }),
    organisations: (site) => renderOrganisationList(site('/organisationer'), {
      query: { q: words, filters: { role: ['buyer'], country: [words] } }, total: 1, rows: [organisationOf(words)],
      facets: [{ name: 'role', options: [{ value: 'buyer', count: 1 }] }], didYouMean: words, corrected: true, next: null, previous: words,
    }),
    'organisations, nothing found': (site) => renderOrganisationList(site('/organisationer'), {
      query: { q: words, filters: {} }, total: 0, rows: [], facets: [], didYouMean: null, corrected: false, next: null, previous: null,
    }),
    organisation: (site) => renderOrganisation(site('/organisationer/x'), {
      summary: organisation, otherNames: [words], identifiers: [{ scheme: words, id: words }], roles: [{ role: words, count: 3 }], bought: [processOf(words)], supplied: [],
      asBuyer: overviewOf(words), asSupplier: overviewOf(words),
      identity: {
        names: [{ name: words, count: 2, rule: 'number-alone', reason: null }, { name: words, count: 1, rule: 'correction', reason: { da: words, en: words } }],
        numbers: [{ scheme: words, id: words, count: 3, rule: 'number-alone', check: 'right' }, { scheme: null, id: words, count: 1, rule: 'name', check: 'none' }],
        related: [{ key: words, name: words, relation: 'part' }, { key: 'y', name: words, relation: 'same-name' }], buysForOthers: 2,
      },
    }),
    market: (site) => renderMarket(site('/marked'), {
      query: { ...EMPTY_PROCESS_QUERY, q: words, cpv: '72', filters: { country: [words] } }, didYouMean: words, overview: overviewOf(words),
      suggested: [{ field: '48', names: { da: words, en: words } }], buyerName: words, supplierName: null,
    }),
    'market, nothing found': (site) => renderMarket(site('/marked'), {
      query: { ...EMPTY_PROCESS_QUERY, q: words }, didYouMean: null, overview: EMPTY_OVERVIEW, suggested: [], buyerName: null, supplierName: null,
    }),
    comparison: (site) => renderComparison(site('/sammenlign?a=x'), comparisonOf(words)),
    'comparison, as suppliers': (site) => renderComparison(site('/sammenlign?a=x'), { ...comparisonOf(words), as: 'supplier', b: comparisonOf(words).a, shared: [{ of: 'buyers', total: 0, top: [] }], remarks: [] }),
    'comparison, of fields': (site) => renderComparison(site('/sammenlign?a=x'), { ...comparisonOf(words), as: null, a: { ...comparisonOf(words).a, key: null, field: '48' }, shared: [] }),
    'comparison, choosing': (site) => renderCompareChoose(site('/sammenlign?a=x'), choosingOf(words)),
    'comparison, one chosen': (site) => renderCompareChoose(site('/sammenlign?a=x'), { ...choosingOf(words), a: { text: '', target: null, matches: [] } }),
    'comparison, the same twice': (site) => renderCompareChoose(site('/sammenlign?a=x'), { ...choosingOf(words), a: choosingOf(words).b, b: { text: '', target: null, matches: [] }, same: true }),
    'comparison, nothing found': (site) => renderCompareChoose(site('/sammenlign?a=x'), { ...choosingOf(words), a: { text: words, target: null, matches: [] } }),
    'comparison, nothing typed': (site) => renderCompareChoose(site('/sammenlign'), { ...choosingOf(''), a: { text: '', target: null, matches: [] }, b: { text: '', target: null, matches: [] }, examples: choosingOf(words).examples }),
    about: (site) => renderAbout(site('/om'), { processes: 1, releases: 1, sources: [{ name: words, releases: 1, importedAt: '2026-01-01T10:00:00Z' }] }),
    'about, empty': (site) => renderAbout(site('/om'), { processes: 0, releases: 0, sources: [] }),
    accessibility: (site) => renderAccessibility(site('/was'), { testedOn: '2026-11-22' }),
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
          assert.ok(!html.includes('\u0000'));
          assert.ok(html.includes(`world-banner-${world}`));
        }
      }
    });
  }
}

void test('every link of the demo world in English stays there, save the ways out', () => {
  for (const [name, page] of Object.entries(pagesOf('Journalsystem'))) {
    const html = renderDocument(page((path) => siteAt(path, 'en', 'demo')));
    const links = [...html.matchAll(/<(?:a|form)[^>]*? (?:href|action)="(\/[^"]*)"[^>]*>/g)].map(([tag, href = '']) => ({ tag, href }));
    const astray = links.filter(({ tag, href }) => !href.startsWith('/en/demo') && !href.startsWith('/demo/api') && href !== '/demo/openapi.json' && href !== '/en' && !tag.includes('language-switch'));
    assert.deepEqual(astray, [], name);
    assert.ok(links.length > 8);
  }
});

void test('a person among the suppliers is neither named nor linked', () => {
  const compiled = { parties: [{ id: 'p', name: 'Jens Hansen', roles: ['supplier'], details: { scale: 'selfEmployed' } }], awards: [{ id: 'a', suppliers: [{ id: 'p', name: 'Jens Hansen' }] }] };
  const html = renderDocument(renderProcess(siteAt('/udbud/x', 'da', 'register'), { ...processView(compiled, 'x'), organisationKeys: { p: 'secret-key' } }));
  assert.doesNotMatch(html, /Jens Hansen|secret-key/);
  assert.match(html, /Enkeltperson/);
});

void test('links to publishers neither vouch for them nor tell them who came', () => {
  const html = renderDocument(renderProcess(siteAt('/udbud/x', 'da', 'register'), processView(releaseOf('x'), 'x')));
  const outside = [...html.matchAll(/<a[^>]*href="https?:[^>]*>/g)].map(([tag]) => tag);
  assert.ok(outside.length >= 3);
  for (const tag of outside) assert.match(tag, /rel="nofollow noopener noreferrer"/);
});

void test('a comparison says why it is weak, and leaves empty what one side lacks', () => {
  const html = renderDocument(renderComparison(siteAt('/sammenlign', 'da', 'register'), { ...comparisonOf('A'), b: { ...comparisonOf('B').a, years: { first: 2012, last: 2014 }, overview: { ...overviewOf('B'), awards: { made: 2, shared: 0, valued: 0, sums: [] } } }, remarks: [{ kind: 'years', of: null }, { kind: 'few', of: 'b' }] }));
  assert.match(html, /2019\u20132023 mod 2012\u20132014/);
  assert.match(html, /B har kun 10 forløb/);
  assert.match(html, /Tildelt, valuta ikke oplyst<\/th><td[^>]*><div class="cell">7 \(valuta ikke oplyst\)<span[^>]*>1 tildeling<\/span><\/div><\/td><td[^>]*><div class="cell"><\/div>/);
  assert.match(html, /<a href="\/udbud\?year=2019&amp;buyer=A">3<\/a>/, 'a year of a side leads to its processes');
});

function listIn(currency: readonly string[]): string {
  const view: ProcessListView = { ...listOf('x'), sort: 'newest', query: { ...EMPTY_PROCESS_QUERY, filters: { currency } } };
  return renderDocument(renderProcessList(siteAt('/udbud', 'da', 'register'), view));
}

void test('amounts are offered as an order only within one currency', () => {
  assert.match(listIn(['DKK']), /sort=value/);
  assert.doesNotMatch(listIn(['DKK', 'EUR']), /sort=value/);
  assert.doesNotMatch(listIn([]), /sort=value/);
});

void test('the pages of all real releases stand', { skip: existsSync(REAL) ? false : `${REAL} is absent: set TORVET_SHARED.` }, () => {
  const lines = readFileSync(REAL, 'utf8').split('\n').filter((line) => line !== '');
  assert.equal(lines.length, 499);
  for (const [index, line] of lines.entries()) {
    const html = renderDocument(renderProcess(siteAt('/udbud/x', index % 2 === 0 ? 'da' : 'en', 'register'), processView(parseJson(line), 'x')));
    assert.deepEqual(htmlFaults(html), [], `line ${index + 1}`);
  }
});

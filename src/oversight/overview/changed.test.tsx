/** What is appended to a file changes its pages as it should, and nothing that stood there is lost. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { fail, unwrap, type Language } from '#base';
import { landOf } from '#register';
import { htmlFaults, renderDocument, siteOf, type Site } from '#ui';
import { overviewCsv, overviewJson } from './overview.files.ts';
import { renderOverview } from './overview.page.tsx';
import { overviewView, type OverviewView } from './overview.view.ts';
import { OVERVIEW_FOLDER } from './overviews.ts';
import { readOverview } from './read.ts';
import { renderRow } from './row.page.tsx';

const opera = readFileSync(path.join(OVERVIEW_FOLDER, 'kmd-opera/overview.yaml'), 'utf8');
const land = landOf('register');
const names = land.places.map(({ name }) => name);

const siteIn = (lang: Language): Site => siteOf({ lang, world: 'register', path: '/overblik/kmd-opera', origin: 'https://torvet.example', navigation: [], publisher: { name: 'Prøven', email: null }, updatedAt: null, hasOtherWorld: false });

function viewOf(appended: string): OverviewView {
  const read = readOverview(opera + appended, { file: 'overview.yaml', id: 'kmd-opera', today: '2026-12-24', isMunicipality: (name) => names.includes(name) });
  return overviewView(unwrap(read.ok ? read : fail(read.failure[0] ?? assert.fail())), names, { notices: [], holdings: [], covers: () => false });
}
const page = (appended: string, lang: Language = 'da'): string => renderDocument(renderOverview({ site: siteIn(lang), view: viewOf(appended), land, whole: null }));
function rowPage(appended: string, municipality: string, lang: Language = 'da'): string {
  const view = viewOf(appended);
  return renderDocument(renderRow({ site: siteIn(lang), view, row: view.rows.find((row) => row.municipality === municipality) ?? assert.fail(), whole: null }));
}
/** The part of a case under a heading. */
const part = (html: string, heading: string): string => new RegExp(`<section class="case-part[^"]*"><h2>${heading}</h2>[\\s\\S]*?</section>`).exec(html)?.[0] ?? assert.fail(heading);

const statement = (id: string, kind: string, about: string, da: string, more = ''): string => `
  - id: ${id}
    kind: ${kind}
    about: ${about}
    text: { da: "${da}", en: "English of ${id}." }
    sources: [cw-100174]
    entered: "2026-12-20"
${more}`;
const NYBORG = '{ municipality: Nyborg }';

describe('a reply that is appended', () => {
  const appended = statement('nyborg-svar-2', 'reply', NYBORG, 'Vi har siden sendt det i udbud.', `    by: ${NYBORG}\n    date: "2026-12-19"\n`);
  test('stands beside the reason, with its day and source, and in the table', () => {
    assert.match(part(rowPage('', 'Nyborg'), 'Svar'), /Kommunens egne ord står under begrundelse/);
    const reply = part(rowPage(appended, 'Nyborg'), 'Svar');
    assert.match(reply, /Nyborg siger:<\/strong> Vi har siden sendt det i udbud\.[\s\S]*19\. december 2026 · <a href="#kilde-cw-100174">Computerworld<\/a> · indført 20\. december 2026 af Torvet/);
    const row = /<tr role="row"><th role="rowheader" scope="row"><a href="#r-nyborg">[\s\S]*?<\/tr>/.exec(page(appended))?.[0] ?? '';
    assert.match(row, /Der er kun få leverandører[\s\S]*Vi har siden sendt det i udbud/);
    assert.match(part(rowPage(appended, 'Nyborg', 'en'), 'Reply'), /English of nyborg-svar-2/);
  });
  test('moves the day of the last entry, changes nobody else, and comes into the files', () => {
    assert.match(page(appended), /Oplysningerne er senest indført 20\. december 2026/);
    assert.equal(rowPage(appended, 'Hedensted').replace('20. december 2026', '26. november 2026'), rowPage('', 'Hedensted'));
    assert.match(overviewCsv(viewOf(appended), 'da'), /\r\nNyborg,Uden udbud,reply,,Vi har siden sendt det i udbud\.,2026-12-19,2026-12-20,nyborg-svar-2,[^\r]*,Nyborg,,,\r\n/);
    assert.match(JSON.stringify(overviewJson(viewOf(appended), siteIn('da'))), /"statements":\["nyborg-koeb","nyborg-har","nyborg-forklaring","nyborg-svar-2"\]/);
  });
});

describe('a correction', () => {
  const way = statement('nyborg-koeb-2', 'way', NYBORG, 'Det viste sig at være udbudt.', '    way: tendered\n    corrects: nyborg-koeb\n');
  test('changes status, map and counts; both versions can be read, each with its day and source', () => {
    assert.match(page(''), /<title>Nyborg: Uden udbud</);
    const html = page(way);
    assert.match(html, /<title>Nyborg: Udbudt</);
    assert.match(html, /Uden udbud <strong>2<\/strong>/);
    const purchase = part(rowPage(way, 'Nyborg'), 'Købet');
    assert.match(purchase, /<div class="case-status">Udbudt[\s\S]*Det viste sig at være udbudt\.[\s\S]*Rettet\. Tidligere stod her:[\s\S]*Udgave 1, 26\. november 2026:<\/strong> Uden udbud\. Nævnt blandt de kommuner, der købte KMD Opera uden udbud\.[\s\S]*#kilde-cw-100174/);
  });
  test('of a correction keeps all three, oldest first', () => {
    const again = way + statement('nyborg-koeb-3', 'way', NYBORG, 'Nu er det rigtigt.', '    way: framework\n    corrects: nyborg-koeb-2\n');
    assert.match(part(rowPage(again, 'Nyborg'), 'Købet'), /Nu er det rigtigt[\s\S]*Udgave 1, [\s\S]*Nævnt blandt[\s\S]*Udgave 2, [\s\S]*Udbudt\. Det viste sig/);
  });
  test('of what is said of all stands at all, and at each row that it is the outcome of', () => {
    const outcome = statement('ingen-sag-2', 'outcome', '{ all: true }', 'Styrelsen åbnede alligevel en sag.', '    outcome: assessed-unlawful\n    corrects: ingen-sag\n');
    for (const html of [page(outcome), rowPage(outcome, 'Slagelse')]) assert.match(html, /Vurderet ulovlig af myndigheden<\/strong>[\s\S]*Styrelsen åbnede alligevel en sag\.[\s\S]*Udgave 1, 26\. november 2026:<\/strong> Ingen sag åbnet\. Styrelsen åbnede ingen sag/);
    assert.match(page(outcome), /<summary><strong>Slagelse<\/strong> – Uden udbud – Vurderet ulovlig af myndigheden<\/summary>/);
  });
  test('of a figure keeps the figure that stood', () => {
    const figure = statement('hedensted-pris-2', 'figure', '{ municipality: Hedensted }', 'Prisen var en anden.', '    unit: amount\n    value: "500000"\n    currency: DKK\n    basis: { da: Aftalen., en: The agreement. }\n    notShown: { da: resten., en: the rest. }\n    corrects: hedensted-pris\n');
    assert.match(page(figure), /overview-figure-value">500\.000\u00a0kr\.<\/p>[\s\S]*Udgave 1, 26\. november 2026:<\/strong> 475\.000\u00a0kr\. om året i fire år\. Prisen, som den er oplyst/);
  });
  test('both versions are in the CSV, the earlier one with what took its place; pages stay lawful', () => {
    const csv = overviewCsv(viewOf(way), 'da').split('\r\n');
    assert.deepEqual(csv.filter((line) => line.includes('nyborg-koeb')).map((line) => line.split(',').slice(-3).join()), ['nyborg-koeb-2,,', ',,']);
    for (const lang of ['da', 'en'] as const) assert.deepEqual([htmlFaults(page(way, lang)), htmlFaults(rowPage(way, 'Nyborg', lang))], [[], []]);
  });
});

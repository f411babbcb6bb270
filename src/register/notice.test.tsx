/** The page of a notice: real notices of every kind, what it says of them, and what it never says. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import type { JsonObject, Language } from '#base';
import { readNotice } from '#eforms';
import { htmlFaults, renderDocument, siteOf, type Site, type World } from '#ui';
import { sharedFolder, without } from '../../test/support/shared.ts';
import { da as kinds } from './notice-kind.da.ts';
import { kindOfForm } from './notice-kind.ts';
import { readNoticeDetails } from './notice-details.ts';
import { renderNotice } from './notice.page.tsx';
import { da as words } from './notice.da.ts';
import type { NoticePageView } from './notice.view.ts';
import { da as procedures } from './procedure.da.ts';
import { readDetails } from './process-details.ts';
import type { ReleaseView } from './views.ts';

const TED = path.join(sharedFolder, 'data/notices/sample');
const EFORMS = path.join(sharedFolder, 'data/eforms-norway');

function siteAt(lang: Language = 'da', world: World = 'register'): Site {
  return siteOf({
    lang, world, path: '/udbud/x/bekendtgoerelse/y', origin: null, hasOtherWorld: false, updatedAt: null, navigation: [], publisher: { name: 'Torvet', email: null },
  });
}

function viewOf(release: JsonObject, more: Partial<NoticePageView> = {}): NoticePageView {
  const notice = readNoticeDetails(release);
  const stored: ReleaseView = {
    key: 'k', name: 'y', kind: notice.kind, format: 'ted', releaseId: 'y', date: '2021-01-15T00:00:00Z', tags: [], language: 'da', ocdsVersion: '1.1', sourceName: 'y.xml', place: 'the file',
    sha256: 'a'.repeat(64), fileSha256: 'a'.repeat(64), importedAt: '2026-01-02T10:00:00Z', faults: [], faultCount: 0, hasOtherVersion: false,
  };
  return {
    ocid: 'x', country: 'DK', release: stored, notice, details: readDetails(release), organisationKeys: {}, changedBy: [], held: [], isMasked: false,
    facts: { source: 'ted', number: '29228-2021', noticeId: '29228-2021', form: '29', noticeType: null, version: 'R2.0.9', gazette: '13/2021', published: '2021-01-20', language: 'DA', bytes: 19_300 },
    course: [stored, { ...stored, key: 'other', name: 'z', kind: 'call' }],
    ...more,
  };
}

function read(folder: string, file: string): JsonObject {
  const found = readNotice(readFileSync(path.join(folder, file)), { ocidPrefix: 'ocds-torvet' });
  assert.ok(found.ok, file);
  return found.value.release;
}

/** The text of the page, without its tags. */
function pageText(release: JsonObject, lang: Language = 'da', more: Partial<NoticePageView> = {}): string {
  return renderDocument(renderNotice(siteAt(lang), viewOf(release, more))).replaceAll(/<[^>]+>/g, ' ').replaceAll('&quot;', '"').replaceAll(/[\s\u00a0\u2009]+/g, ' ');
}

void describe('real notices', { skip: without('data/notices/sample') || without('data/eforms-norway') }, () => {
  const all = [TED, EFORMS].flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.xml')).map((name) => [folder, name] as const));

  void test('the pages of all of them stand, in both languages and worlds', () => {
    assert.ok(all.length > 190);
    const seen = new Set<string>();
    for (const [index, [folder, name]] of all.entries()) {
      const view = viewOf(read(folder, name));
      seen.add(view.notice.kind);
      const html = renderDocument(renderNotice(siteAt(index % 2 === 0 ? 'da' : 'en', index % 3 === 0 ? 'demo' : 'register'), view));
      assert.deepEqual(htmlFaults(html), [], name);
      assert.doesNotMatch(html, /undefined|\[object|NaN/, name);
    }
    assert.ok(seen.size >= 12, [...seen].join(' '));
  });

  void test('an ex-ante notice: the procedure by its Danish name, the reason, and the buyer\'s own words', () => {
    const text = pageText(read(TED, '083278-2022.xml'));
    assert.match(text, /Profylaksebekendtgørelse/);
    assert.match(text, /Udbud med forhandling uden forudgående bekendtgørelse/);
    assert.match(text, /Begrundelse: Kontrakten falder inden for de tjenesteydelser, der er anført i bilag II i direktiv 2009\/81\/EF/);
    assert.match(text, /Køberens egne ord Denne bekendtgørelse med henblik på frivillig gennemsigtighed indrykkes/);
    assert.match(text, /Udset leverandør Terma A\/S/);
    assert.match(text, /8\.000\.000 kr\./);
    assert.match(text, /"?16 28 71 80"? 16287180 Læst som et CVR-nummer/);
    assert.doesNotMatch(text, /Tilbud modtaget/);
  });

  void test('an award: winner, value, bids received with the lowest and the highest', () => {
    const text = pageText(read(TED, '029228-2021.xml'));
    assert.match(text, /Bekendtgørelse om indgået kontrakt Danmark Offentliggjort 20\. januar 2021/);
    assert.match(text, /Vinder Cardcoin-Veridos \(konsortium\)/);
    assert.match(text, /Tilbud modtaget 3 Afgivet elektronisk: 3/);
    assert.match(text, /Laveste tilbud 250\.000\.000 kr\. Højeste tilbud 450\.000\.000 kr\./);
    assert.match(text, /Købet er en rammeaftale/);
  });

  void test('an award that says nothing of bids says that it does not', () => {
    assert.match(pageText(read(EFORMS, 'ContractAwardNotice_can-standard_2022-347651.xml')), /Tilbud modtaget Ikke oplyst/);
  });

  void test('a change of contract: reason, words, value before and after, in English too', () => {
    const release = read(TED, '029568-2018.xml');
    assert.match(pageText(release), /Bekendtgørelse om ændring af en kontrakt.*Hvad er ændret.*Begrundelse.*Før.*Efter.*Forskel/s);
    assert.match(pageText(release, 'en'), /Contract modification notice.*What has changed.*Before.*After.*Difference/s);
  });
});

const release = (more: JsonObject): JsonObject => ({ tag: ['award', 'contract'], buyer: { id: 'b', name: 'Kommune' }, ...more });

const failed = (outcome: string): JsonObject =>
  release({ tender: { title: 'T', lots: [{ id: 'L' }] }, awards: [{ id: 'a', status: 'unsuccessful', statusDetails: outcome, relatedLots: ['L'] }] });

void describe('what the page says', () => {
  void test('old and new wording of a corrigendum; of the address section nothing, because it may name a person', () => {
    const changes = [
      { where: { section: 'IV.2.2' }, oldValue: { text: '2021-01-18T09:00:00' }, newValue: { text: '2021-01-21T09:00:00' } },
      { where: { section: 'I.1', label: 'Kontaktperson' }, oldValue: { text: 'Jens Hansen' }, newValue: { text: 'Hanne Jensen' } },
      { where: { section: 'II.9.9', label: 'Noget nyt' }, newValue: { text: 'kun nyt' } },
    ];
    const text = pageText({ tag: [], x_notice: { isCorrigendum: true }, tender: { title: 'T', amendments: [{ description: 'alt på én linje', unstructuredChanges: changes }] } });
    assert.match(text, /Frist for tilbud eller ansøgning IV\.2\.2 18\. januar 2021 kl\. 09\.00 21\. januar 2021 kl\. 09\.00/);
    assert.match(text, /Noget nyt Intet kun nyt/);
    assert.match(text, /Kontaktoplysninger vises ikke/);
    assert.doesNotMatch(text, /Jens Hansen|Hanne Jensen|alt på én linje/);
  });

  void test('why nobody won, in Danish, from the name that the release holds', () => {
    assert.match(pageText(failed('Decision of the buyer, because of insufficient funds')), /Vinder Ingen Hvorfor Afgørelse truffet af køber på grund af utilstrækkelige midler/);
    assert.match(pageText(failed('unsuccessful')), /Hvorfor Der kom ingen tilbud eller ansøgninger, eller de blev alle afvist/);
    assert.match(pageText(failed('No winner was chosen and the competition is closed.')), /Bekendtgørelse uden vinder.*Hvorfor Køberen har ikke oplyst hvorfor/s);
  });

  void test('what is withheld, why and until when; never in words that the law keeps for framework agreements', () => {
    const withheld = [
      { field: 'win-ten-val', name: 'Winning Tender Value', rationaleClassifications: [{ id: 'eo-int' }], availabilityDate: '2028-06-01T00:00:00+02:00' },
      { field: 'dir-awa-jus', name: 'Direct Award Justification' },
    ];
    const text = pageText(release({ tender: { title: 'T' }, withheldInformation: withheld }));
    assert.match(text, /Værdien af resultatet En økonomisk aktørs forretningsmæssige interesser 1\. juni 2028/);
    assert.match(text, /Begrundelse for ikke at bekendtgøre købet på forhånd/);
    assert.doesNotMatch(text, /direkte tildeling/i);
  });

  void test('a placeholder says so beside the figure, and the same remark in many places stands once', () => {
    const why = 'a placeholder by all appearance: the notice gives no real value';
    const remarks = ['tender/value', 'tender/lots/L/value', 'awards/a/value', 'contracts/c/value', 'bids/details/t/value'].map((place) => ({ place, written: '1 EUR', read: '1 EUR', why }));
    const text = pageText(release({ x_notice: { remarks, total: { amount: 1, currency: 'EUR' } }, tender: { title: 'T', lots: [{ id: 'L', title: 'Pyloner' }] } }));
    assert.match(text, /Værdi i alt 1 EUR \(ligner et udfyldningstal\)/);
    assert.equal(text.match(/Ligner et udfyldningstal:/g)?.length, 1);
    assert.match(text, /Delaftale › Pyloner › værdi/);
    assert.match(text, /og 2 til/);
  });

  void test('the number of a sole trader is not given away by a remark on it', () => {
    const remarks = [{ place: 'parties/ORG-1/additionalIdentifiers', written: 'CVR 25 05 00 53', read: '25050053', why: 'read as a CVR number: its check digit holds' }];
    const party = { id: 'p', name: 'Jens Hansen', roles: ['supplier'], additionalIdentifiers: [{ scheme: 'DK-CVR', id: '25050053' }] };
    const of = (details: JsonObject): string => pageText(release({ x_notice: { remarks }, parties: [{ ...party, details }], awards: [{ id: 'a', suppliers: [{ id: 'p', name: 'Jens Hansen' }] }] }));
    assert.match(of({}), /CVR 25 05 00 53/);
    assert.doesNotMatch(of({ scale: 'selfEmployed' }), /25 ?05 ?00 ?53|Jens Hansen/);
  });

  void test('this notice is marked among all of the process, and a later change is told at the top', () => {
    const html = renderDocument(renderNotice(siteAt('en', 'demo'), viewOf(release({}), { changedBy: ['163-2021'] })));
    assert.match(html, /Contract award notice <span class="label label-accent">You are reading this one<\/span>/);
    assert.match(html, /href="\/en\/demo\/udbud\/x\/bekendtgoerelse\/z">Contract notice/);
    assert.match(html, /The notice has been changed.*href="\/en\/demo\/udbud\/x\/bekendtgoerelse\/163-2021"/s);
    assert.match(html, /href="\/demo\/api\/v1\/processes\/x\/releases\/k\/original\.xml" download/);
  });

  void test('whether the files are masked stands beside them', () => {
    assert.match(pageText(release({}), 'da', { isMasked: true }), /Personer er maskeret i filerne/);
    assert.match(pageText(release({}), 'da', { isMasked: false }), /Filen er uændret/);
  });

  void test('a release that came as OCDS has a page too, without the facts of a notice', () => {
    const text = pageText({ tag: ['tender'], tender: { title: 'T', procurementMethod: 'direct' } }, 'da', { facts: null });
    assert.match(text, /Udbudsbekendtgørelse/);
    assert.match(text, /Uden konkurrence Køberen valgte én leverandør uden konkurrence/);
    assert.doesNotMatch(text, /hos TED|XML/);
  });

  void test('links to TED neither vouch for it nor tell it who came', () => {
    const html = renderDocument(renderNotice(siteAt(), viewOf(release({}))));
    assert.match(html, /<a class="outside-link" href="https:\/\/ted\.europa\.eu\/da\/notice\/-\/detail\/29228-2021" rel="nofollow noopener noreferrer">/);
  });
});

void test('no text calls a purchase without notice a direct award', () => {
  for (const text of [words, kinds, procedures].flatMap((texts) => Object.values(texts))) assert.doesNotMatch(text, /direkte tildeling/i);
});

void test('forms are known by their numbers', () => {
  assert.deepEqual(['1', '16', '25', 'N29', '37', '40', 'E5', 'F14', '41', 'X'].map(kindOfForm), [
    'plan-profile', 'call', 'ex-ante', 'result', 'result-contest', 'modification', 'completion', 'correction', null, null,
  ]);
});

/** What every notice of TED becomes, and what is no notice that can be read. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unwrap } from '#base';
import { NOTICES, tedNoticesByName } from '../../../test/support/real-notices.ts';
import { without } from '../../../test/support/shared.ts';
import { textOf, type Element } from '../xml/element.ts';
import { parseXml } from '../xml/parse.ts';
import { find, findAll } from '../xml/path.ts';
import { tedToEforms } from './convert.ts';
import { EXTRAS } from './extras.ts';
import { unmappedElements } from './unmapped.ts';

const EXTRA_NAMES = new Set(Object.keys(EXTRAS));
const FORMS = ['F01', 'F02', 'F03', 'F04', 'F05', 'F06', 'F07', 'F08', 'F12', 'F13', 'F14', 'F15', 'F16', 'F17', 'F18', 'F20', 'F21', 'F22', 'F23', 'F24', 'F25', 'T01', 'T02'];
/** Fields that refer to a part of the notice by its number, and where the parts stand that have one. */
const REFERENCES = /^(?:ORG|TPO|RES|TEN|TPA|CON)-\d{4}$/;
const NUMBERED = new Set(['efac:Company', 'efac:TouchPoint', 'efac:LotResult', 'efac:LotTender', 'efac:TenderingParty', 'efac:SettledContract']);

await test('every real notice of TED is read, and nothing in it is passed by', { skip: without(...NOTICES) }, async () => {
  const forms = new Map<string, number>();
  for (const [name, bytes] of await tedNoticesByName()) {
    const root = unwrap(parseXml(bytes));
    if (root.name !== 'TED_EXPORT') continue;
    const notice = unwrap(tedToEforms(root));
    const form = textOf(find(notice, 'ted:Form')) ?? '';
    forms.set(form, (forms.get(form) ?? 0) + 1);
    assert.deepEqual(unmappedElements(root), [], name);
    assert.deepEqual(oddities(notice), [], name);
    const number = textOf(find(notice, 'EXT/efac:Publication/efbc:NoticePublicationID'));
    if (/^\d{6}-\d{4}$/.test(name)) assert.equal(number, `00${name}`);
  }
  assert.deepEqual([...forms.keys()].toSorted(), FORMS);
  assert.equal([...forms.values()].reduce((sum, count) => sum + count, 0), 1781);
});

/** What no notice should have: no buyer, a name that is not ours, a reference to nothing, a part without a place. */
function oddities(notice: Element): readonly string[] {
  const found: string[] = [];
  const own = new Set<string>();
  const named: string[] = [];
  const look = (one: Element): void => {
    if (NUMBERED.has(one.name)) own.add(textOf(find(one, one.name === 'efac:Company' || one.name === 'efac:TouchPoint' ? 'cac:PartyIdentification/cbc:ID' : 'cbc:ID')) ?? '');
    if (REFERENCES.test(one.text)) named.push(one.text);
    if (one.name.startsWith('ted:') && !EXTRA_NAMES.has(one.name)) found.push(`${one.name} is described nowhere`);
    for (const inside of one.children) look(inside);
  };
  look(notice);
  for (const id of named) if (!own.has(id)) found.push(`${id} is nowhere`);
  if (findAll(notice, 'cac:ContractingParty').length === 0) found.push('nobody buys');
  if (find(notice, 'cac:ProcurementProject/cbc:Name') === undefined) found.push('no title');
  const lots = findAll(notice, "cac:ProcurementProjectLot/cbc:ID").map(textOf);
  if (new Set(lots).size < lots.length) found.push('two lots have one number');
  return found;
}

const HEAD = '<CODED_DATA_SECTION><NOTICE_DATA><NO_DOC_OJS>2021/S 001-000163</NO_DOC_OJS></NOTICE_DATA></CODED_DATA_SECTION>';

function failureOf(xml: string): string {
  const converted = tedToEforms(unwrap(parseXml(Buffer.from(xml))));
  assert.equal(converted.ok, false);
  assert.ok(!converted.ok && converted.failure.help !== '');
  return converted.ok ? '' : converted.failure.message;
}

await test('what is no whole notice of TED is refused with the reason', () => {
  assert.match(failureOf('<ContractNotice/>'), /no TED XML.*ContractNotice/);
  assert.match(failureOf(`<TED_EXPORT>${HEAD}</TED_EXPORT>`), /no FORM_SECTION/);
  assert.match(failureOf(`<TED_EXPORT>${HEAD}<FORM_SECTION/></TED_EXPORT>`), /no FORM_SECTION/);
  assert.match(failureOf(`<TED_EXPORT>${HEAD}<FORM_SECTION><NOTICE_UUID>x</NOTICE_UUID></FORM_SECTION></TED_EXPORT>`), /no FORM_SECTION/);
  assert.match(failureOf(`<TED_EXPORT>${HEAD}<FORM_SECTION><F99_2014 CATEGORY="ORIGINAL" LG="DA"/></FORM_SECTION></TED_EXPORT>`), /F99_2014/);
  assert.match(failureOf(`<TED_EXPORT>${HEAD}<FORM_SECTION><OTH_NOT CATEGORY="ORIGINAL" LG="DA"/></FORM_SECTION></TED_EXPORT>`), /OTH_NOT/);
  assert.match(failureOf(`<TED_EXPORT>${HEAD}<FORM_SECTION><MOVE CATEGORY="ORIGINAL" LG="DA"/></FORM_SECTION></TED_EXPORT>`), /MOVE/);
  assert.match(failureOf(`<TED_EXPORT>${HEAD}<FORM_SECTION><MOVE CATEGORY="ORIGINAL" FORM="T09"/></FORM_SECTION></TED_EXPORT>`), /MOVE/);
  assert.match(failureOf(`<TED_EXPORT>${HEAD}<FORM_SECTION><F02_2014 CATEGORY="TRANSLATION" LG="DA"/></FORM_SECTION></TED_EXPORT>`), /original language/);
  assert.match(failureOf(`<TED_EXPORT>${HEAD}<FORM_SECTION><F02_2014 LG="DA"/><F02_2014 LG="SV"/></FORM_SECTION></TED_EXPORT>`), /marked as the original/);
});

const titled = (language: string, category: string): string => `<F02_2014 CATEGORY="${category}" LG="${language}"><OBJECT_CONTRACT><TITLE><P>Title in ${language}</P></TITLE></OBJECT_CONTRACT></F02_2014>`;

await test('the original counts, not the translation before it; a second original is named by its language', () => {
  const notice = unwrap(tedToEforms(unwrap(parseXml(Buffer.from(
    `<TED_EXPORT>${HEAD}<FORM_SECTION>${titled('EN', 'TRANSLATION')}${titled('FR', 'ORIGINAL')}${titled('DE', 'ORIGINAL')}</FORM_SECTION></TED_EXPORT>`,
  )))));
  const title = find(notice, 'cac:ProcurementProject/cbc:Name');
  assert.deepEqual([title?.text, title?.attributes['languageID']], ['Title in FR', 'FRA']);
  assert.equal(textOf(find(notice, 'cbc:NoticeLanguageCode')), 'FRA');
  assert.deepEqual(findAll(notice, 'cac:AdditionalNoticeLanguage/cbc:ID').map(textOf), ['DEU']);
});

await test('a form without anything in it is a notice without anything in it', () => {
  const notice = unwrap(tedToEforms(unwrap(parseXml(Buffer.from(`<TED_EXPORT>${HEAD}<FORM_SECTION><F03_2014 CATEGORY="ORIGINAL" LG="DA"/></FORM_SECTION></TED_EXPORT>`)))));
  assert.equal(notice.name, 'ContractAwardNotice');
  assert.equal(textOf(find(notice, 'EXT/efac:Publication/efbc:NoticePublicationID')), '00000163-2021');
  assert.deepEqual(findAll(notice, 'cac:ContractingParty'), []);
});

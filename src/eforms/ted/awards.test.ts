/** Section V, made by hand: what is kept back, what was not awarded, who won what. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unwrap } from '#base';
import { tedXml, type MadeTedNotice } from '../../../test/support/ted-notices.ts';
import { textOf, type Element } from '../xml/element.ts';
import { parseXml } from '../xml/parse.ts';
import { find, findAll } from '../xml/path.ts';
import { tedToEforms } from './convert.ts';

const RESULT = 'EXT/efac:NoticeResult';
const VALUE = `${RESULT}/efac:LotTender/cac:LegalMonetaryTotal/cbc:PayableAmount`;
const COMPANY = 'EXT/efac:Organizations/efac:Organization/efac:Company';

const converted = (made: MadeTedNotice): Element => unwrap(tedToEforms(unwrap(parseXml(Buffer.from(tedXml(made))))));
const texts = (notice: Element, place: string): string[] => findAll(notice, place).map((one) => textOf(one) ?? '');
const company = (name: string, number: string | null, more = ''): string => `<CONTRACTOR><ADDRESS_CONTRACTOR><OFFICIALNAME>${name}</OFFICIALNAME>${number === null ? '' : `<NATIONALID>${number}</NATIONALID>`}</ADDRESS_CONTRACTOR>${more}</CONTRACTOR>`;
const award = (inside: string): string => `<AWARD_CONTRACT><AWARDED_CONTRACT>${inside}</AWARDED_CONTRACT></AWARD_CONTRACT>`;

const keptBack = (say: string): string => `<OBJECT_CONTRACT><VAL_TOTAL CURRENCY="DKK" PUBLICATION="${say}">9</VAL_TOTAL></OBJECT_CONTRACT>${award(
  `<TENDERS PUBLICATION="${say}"><NB_TENDERS_RECEIVED>3</NB_TENDERS_RECEIVED></TENDERS><CONTRACTORS PUBLICATION="${say}">${company('A', '1')}</CONTRACTORS><VALUES PUBLICATION="${say}"><VAL_TOTAL CURRENCY="DKK">5</VAL_TOTAL></VALUES>`,
)}`;

await test('what is not to be published is not carried on', () => {
  const places = [`${RESULT}/cbc:TotalAmount`, VALUE, `${RESULT}/efac:LotResult/efac:ReceivedSubmissionsStatistics/efbc:StatisticsNumeric`, `${COMPANY}/cac:PartyName/cbc:Name`];
  const [open, kept] = ['YES', 'NO'].map((say) => converted({ form: 'F06_2014', inside: keptBack(say) }));
  assert.ok(open !== undefined && kept !== undefined);
  assert.deepEqual(places.map((place) => texts(open, place)), [['9'], ['5'], ['3'], ['A']]);
  assert.deepEqual(places.map((place) => texts(kept, place)), [[], [], [], []]);
  assert.deepEqual(texts(kept, `${RESULT}/efac:LotResult/cbc:TenderResultCode`), ['selec-w']);
});

const range = (low: string, high: string): string => `<VAL_RANGE_TOTAL CURRENCY="DKK"><LOW>${low}</LOW><HIGH>${high}</HIGH></VAL_RANGE_TOTAL>`;

await test('a range of an award, and one of the whole', () => {
  const notice = converted({ form: 'F03_2014', inside: `<OBJECT_CONTRACT>${range('1', '4')}</OBJECT_CONTRACT>${award(`<VALUES>${range('2', '3')}</VALUES>`)}` });
  const places = [`${RESULT}/ted:TotalValueLow`, `${RESULT}/ted:TotalValueHigh`, `${RESULT}/efac:LotResult/cbc:LowerTenderAmount`, `${RESULT}/efac:LotResult/cbc:HigherTenderAmount`];
  assert.deepEqual(places.map((place) => texts(notice, place)), [['1'], ['4'], ['2'], ['3']]);
  assert.equal(find(notice, places[0] ?? '')?.attributes['currencyID'], 'DKK');
});

await test('companies are one where name and number are the same, and only there', () => {
  const groups = [
    company('Firma A/S', '1', '<SME/>') + company('FIRMA A/S', '1'), company('Firma A/S', '2', '<NO_SME/>'), company('Firma A/S', null), company(' Firma  A/S ', '1'),
  ].map((list) => award(`<CONTRACTORS>${list}</CONTRACTORS>`)).join('');
  const notice = converted({ form: 'F03_2014', inside: groups });
  assert.deepEqual(texts(notice, `${RESULT}/efac:TenderingParty/efac:Tenderer/cbc:ID`), ['ORG-0001', 'ORG-0002', 'ORG-0003', 'ORG-0001']);
  assert.deepEqual(texts(notice, `${COMPANY}/efbc:CompanySizeCode`), ['sme', 'large']);
});

const kommune = (name: string, mail: string): string => `<${name}><OFFICIALNAME>Kommunen</OFFICIALNAME><NATIONALID>1</NATIONALID><E_MAIL>${mail}</E_MAIL></${name}>`;

await test('an organisation with other details in another role is a point of contact of its own', () => {
  const notice = converted({ form: 'F02_2014', inside: `<CONTRACTING_BODY>${kommune('ADDRESS_CONTRACTING_BODY', 'a@example.org')}${kommune('ADDRESS_FURTHER_INFO', 'b@example.org')}${kommune('ADDRESS_PARTICIPATION', 'a@example.org')}</CONTRACTING_BODY><OBJECT_CONTRACT><OBJECT_DESCR/></OBJECT_CONTRACT>` });
  const terms = 'cac:ProcurementProjectLot/cac:TenderingTerms';
  assert.deepEqual(texts(notice, `${terms}/cac:AdditionalInformationParty/cac:PartyIdentification/cbc:ID`), ['TPO-0001']);
  assert.deepEqual(texts(notice, `${terms}/cac:TenderRecipientParty/cac:PartyIdentification/cbc:ID`), ['ORG-0001']);
  assert.deepEqual(texts(notice, 'EXT/efac:Organizations/efac:Organization/efac:TouchPoint/cac:Contact/cbc:ElectronicMail'), ['b@example.org']);
});

const estimated = (lot: number, value: number): string => `<AWARD_CONTRACT><LOT_NO>${lot}</LOT_NO><AWARDED_CONTRACT><VALUES><VAL_ESTIMATED_TOTAL CURRENCY="DKK">${value}</VAL_ESTIMATED_TOTAL></VALUES></AWARDED_CONTRACT></AWARD_CONTRACT>`;

await test('an estimate of an award is the lot\'s where the lot has one award', () => {
  const lots = '<OBJECT_CONTRACT><OBJECT_DESCR><LOT_NO>1</LOT_NO></OBJECT_DESCR><OBJECT_DESCR><LOT_NO>2</LOT_NO></OBJECT_DESCR></OBJECT_CONTRACT>';
  const notice = converted({ form: 'F03_2014', inside: lots + estimated(1, 5) + estimated(2, 6) + estimated(2, 7) });
  assert.deepEqual(texts(notice, 'cac:ProcurementProjectLot/cac:ProcurementProject/cac:RequestedTenderTotal/cbc:EstimatedOverallContractAmount'), ['5']);
  assert.deepEqual(texts(notice, `${RESULT}/efac:LotResult/ted:EstimatedValue`), ['5', '6', '7']);
});

await test('"unsuccessful" says not whether tenders came, and so has no code', () => {
  const notice = converted({ form: 'F03_2014', inside: '<AWARD_CONTRACT><TITLE><P>Stole</P></TITLE><NO_AWARDED_CONTRACT><PROCUREMENT_UNSUCCESSFUL/></NO_AWARDED_CONTRACT></AWARD_CONTRACT>' });
  const result = `${RESULT}/efac:LotResult`;
  assert.deepEqual([`${result}/cbc:TenderResultCode`, `${result}/ted:NoAwardReason`, `${result}/ted:Title`, `${result}/efac:DecisionReason`, `${RESULT}/efac:SettledContract`].map((place) => texts(notice, place)), [
    ['clos-nw'], ['PROCUREMENT_UNSUCCESSFUL'], ['Stole'], [], [],
  ]);
});

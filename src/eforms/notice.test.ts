import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isObject, type Json, type JsonObject } from '#base';
import { validateRelease } from '#ocds';
import { noticeXml } from '../../test/support/notices.ts';
import { EXAMPLES, NORWEGIAN, noticesIn, NOTICES, tedNotices } from '../../test/support/real-notices.ts';
import { without } from '../../test/support/shared.ts';
import { noticeNumber } from './facts.ts';
import { scopeIds } from './mapping/scope.ts';
import { readNotice, type Notice } from './notice.ts';

const options = { ocidPrefix: 'ocds-test' };
const read = (xml: string | Uint8Array): Notice => {
  const notice = readNotice(typeof xml === 'string' ? new TextEncoder().encode(xml) : xml, options);
  assert.ok(notice.ok, notice.ok ? '' : notice.failure.message);
  return notice.value;
};
const plain = (release: JsonObject): JsonObject => JSON.parse(JSON.stringify(release)) as JsonObject;
const at = (value: Json | undefined, ...names: readonly string[]): Json | undefined => names.reduce<Json | undefined>((one, name) => {
  if (Array.isArray(one)) return (one as readonly Json[])[Number(name)];
  return isObject(one) ? one[name] : undefined;
}, value);

void test('each real notice is read, and its release holds by the official schema', { skip: without(...NOTICES) || without(...NORWEGIAN) }, async () => {
  let count = 0;
  let changed = 0;
  const wrong: string[] = [];
  const look = (name: string, bytes: Uint8Array): void => {
    const notice = readNotice(bytes, options);
    if (!notice.ok) {
      wrong.push(`${name}: ${notice.failure.message}`);
      return;
    }
    count += 1;
    if (at(notice.value.release, 'contracts', '0', 'items', '0', 'classification', 'scheme') === 'CPV') changed += 1;
    const errors = validateRelease(plain(notice.value.release)).errors.filter(({ path }) => !/^\/contracts\/\d+$/.test(path));
    if (errors.length > 0) wrong.push(`${name}: ${errors[0]?.path ?? ''} ${errors[0]?.message ?? ''}`);
    assert.ok(notice.value.facts.number !== null || notice.value.facts.id !== null, `${name} has no name`);
    assert.match(JSON.stringify(notice.value.release['date']), /^"\d{4}-\d{2}-\d{2}T/, name);
  };
  for await (const { name, bytes } of tedNotices()) look(name, bytes);
  for (const { name, bytes } of noticesIn(...NORWEGIAN)) look(name, bytes);
  assert.equal(changed, 83, 'each F20 says what its contract is of after the change');
  assert.deepEqual(wrong, []);
  assert.equal(count, 1882);
});

void test('the examples of the SDK are read; the one about a business says why it has no release', { skip: without(...EXAMPLES) }, () => {
  const examples = noticesIn(...EXAMPLES);
  assert.equal(examples.length, 44);
  for (const { name, bytes } of examples) {
    const notice = readNotice(bytes, options);
    assert.equal(notice.ok, name !== 'X01_EEIG.xml', name);
    if (!notice.ok) assert.match(notice.failure.message, /registration of a business/);
  }
});

void test('a broken notice is never half of one: cut anywhere it is refused with its line', () => {
  const whole = noticeXml({ number: '5-2024' });
  for (let length = 0; length < whole.length - 1; length += 97) {
    const notice = readNotice(new TextEncoder().encode(whole.slice(0, length)), options);
    assert.ok(!notice.ok && /line \d+|empty/.test(notice.failure.message), `cut at ${length}`);
  }
});

void test('other XML is no notice and says what it is', () => {
  const notice = readNotice(new TextEncoder().encode('<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>'), options);
  assert.ok(!notice.ok && /"html"/.test(notice.failure.message));
});

void test('numbers of organisations as people write them: read where the check digit proves it, and both are shown', () => {
  const written = ['CVR nr. 25050053', 'DK 27446485', '25 05 00 53', '25050053', '25050054'];
  const organisations = written.map((number, index) => `<efac:Organizations><efac:Organization><efac:Company><cac:PartyIdentification><cbc:ID>ORG-${index}</cbc:ID></cac:PartyIdentification><cac:PostalAddress><cac:Country><cbc:IdentificationCode>DNK</cbc:IdentificationCode></cac:Country></cac:PostalAddress><cac:PartyLegalEntity><cbc:CompanyID>${number}</cbc:CompanyID></cac:PartyLegalEntity></efac:Company></efac:Organization></efac:Organizations>`).join('');
  const { release, remarks } = read(noticeXml({ number: '1-2024', extension: organisations }));
  const numbers = (release['parties'] as JsonObject[]).flatMap((party) => at(party, 'additionalIdentifiers', '0') ?? []);
  assert.deepEqual(numbers, [
    { id: '25050053', scheme: 'DK-CVR' }, { id: '27446485', scheme: 'DK-CVR' }, { id: '25050053', scheme: 'DK-CVR' }, { id: '25050053', scheme: 'DK-CVR' },
    { id: '25050054', scheme: 'DK-NATIONALID' },
  ]);
  assert.deepEqual(remarks.map(({ written: text, read: reading }) => [text, reading]), [
    ['CVR nr. 25050053', '25050053'], ['DK 27446485', '27446485'], ['25 05 00 53', '25050053'], ['25050054', '25050054'],
  ]);
});

const RESULT = (value: string): string => `
  <efac:LotResult><cbc:ID>RES-0001</cbc:ID><cbc:TenderResultCode>selec-w</cbc:TenderResultCode><efac:LotTender><cbc:ID>TEN-0001</cbc:ID></efac:LotTender>
    <efac:ReceivedSubmissionsStatistics><efbc:StatisticsCode>tenders</efbc:StatisticsCode><efbc:StatisticsNumeric>3</efbc:StatisticsNumeric></efac:ReceivedSubmissionsStatistics>
    <efac:SettledContract><cbc:ID>CON-0001</cbc:ID></efac:SettledContract><efac:TenderLot><cbc:ID>LOT-0001</cbc:ID></efac:TenderLot></efac:LotResult>
  <efac:LotTender><cbc:ID>TEN-0001</cbc:ID><cac:LegalMonetaryTotal>${value}</cac:LegalMonetaryTotal><efac:TenderingParty><cbc:ID>TPA-0001</cbc:ID></efac:TenderingParty><efac:TenderLot><cbc:ID>LOT-0001</cbc:ID></efac:TenderLot></efac:LotTender>
  <efac:SettledContract><cbc:ID>CON-0001</cbc:ID><efac:LotTender><cbc:ID>TEN-0001</cbc:ID></efac:LotTender></efac:SettledContract>
  <efac:TenderingParty><cbc:ID>TPA-0001</cbc:ID><efac:Tenderer><cbc:ID>ORG-0001</cbc:ID></efac:Tenderer></efac:TenderingParty>`;

void test('a value of 1.00 stays and is called what it is by all appearance: a placeholder', () => {
  const { release, remarks } = read(noticeXml({ number: '1-2024', formType: 'result', result: RESULT('<cbc:PayableAmount currencyID="DKK">1.00</cbc:PayableAmount>') }));
  assert.deepEqual(at(plain(release), 'awards', '0', 'value'), { amount: 1, currency: 'DKK' });
  assert.deepEqual(remarks.map(({ place, written }) => [place, written]), [['awards/RES-0001/value', '1 DKK']]);
  assert.match(remarks[0]?.why ?? '', /placeholder/);
});

void test('one figure in two currencies stays in both, with a remark', () => {
  const body = '<cac:ProcurementProjectLot><cbc:ID schemeName="Lot">LOT-0001</cbc:ID><cac:ProcurementProject><cac:RequestedTenderTotal><cbc:EstimatedOverallContractAmount currencyID="DKK">4500000</cbc:EstimatedOverallContractAmount></cac:RequestedTenderTotal></cac:ProcurementProject></cac:ProcurementProjectLot>';
  const { release, remarks } = read(noticeXml({ number: '1-2024', formType: 'result', body, result: RESULT('<cbc:PayableAmount currencyID="EUR">4500000.00</cbc:PayableAmount>') }));
  assert.equal(at(release, 'awards', '0', 'value', 'currency'), 'EUR');
  assert.equal(at(release, 'tender', 'lots', '0', 'value', 'currency'), 'DKK');
  assert.ok(remarks.some(({ why }) => /same figure/.test(why)));
});

void test('amounts are exact, whatever their length', () => {
  const { release } = read(noticeXml({ number: '1-2024', formType: 'result', result: RESULT('<cbc:PayableAmount currencyID="DKK">0.12345678901234567890</cbc:PayableAmount>') }));
  assert.match(JSON.stringify(release), /"amount":0\.12345678901234567890/);
});

void test('the ocid follows the procedure id, else the earliest number that the notice reaches', () => {
  assert.equal(read(noticeXml({ number: '00000012-2024', procedure: 'ab-cd' })).release['ocid'], 'ocds-test-ab-cd');
  assert.equal(read(noticeXml({ number: '00000012-2024', previous: ['700-2023', '00900000-2022'] })).release['ocid'], 'ocds-test-900000-2022');
  assert.equal(read(noticeXml({ number: '00000012-2024' })).release['ocid'], 'ocds-test-12-2024');
});

void test('numbers of notices in all their spellings are one', () => {
  for (const written of ['163-2021', '000163-2021', '00000163-2021', '2021/S 001-000163', '2021/S 001–000163']) assert.equal(noticeNumber(written), '163-2021', written);
  for (const written of ['', '163', '2021-163', 'id-1', null]) assert.equal(noticeNumber(written), null);
});

void test('ids that hold for the whole process: parties by number or name, results by their notice', () => {
  const { release } = read(noticeXml({ number: '5-2024', formType: 'result', buyer: 'Ærø  Kommune', result: RESULT('<cbc:PayableAmount currencyID="DKK">10</cbc:PayableAmount>') }));
  const own = release;
  scopeIds(own, '5-2024');
  assert.equal(at(release, 'buyer', 'id'), 'ærø-kommune');
  assert.deepEqual([at(release, 'awards', '0', 'id'), at(release, 'awards', '0', 'relatedBids', '0'), at(release, 'contracts', '0', 'awardID'), at(release, 'bids', 'details', '0', 'id')],
    ['5-2024-RES-0001', '5-2024-TEN-0001', '5-2024-RES-0001', '5-2024-TEN-0001']);
});

void test('a notice that gives the number of an earlier one as its own has none, and says so', () => {
  const { facts, remarks, release } = read(noticeXml({ number: '12-2024', previous: ['12-2024'] }));
  assert.equal(facts.number, null);
  assert.equal(release['id'], 'id-12-2024-01');
  assert.deepEqual(remarks.map(({ written, why }) => [written, /earlier notice/.test(why)]), [['12-2024', true]]);
});

const organisation = (id: number, name: string): string => `<efac:Organizations><efac:Organization><efac:Company><cac:PartyIdentification><cbc:ID>ORG-001${id}</cbc:ID></cac:PartyIdentification><cac:PartyName><cbc:Name>${name}</cbc:Name></cac:PartyName><cac:PostalAddress><cac:Country><cbc:IdentificationCode>DNK</cbc:IdentificationCode></cac:Country></cac:PostalAddress><cac:PartyLegalEntity><cbc:CompanyID>25050053</cbc:CompanyID></cac:PartyLegalEntity></efac:Company></efac:Organization></efac:Organizations>`;

void test('two names under one number stay two parties; the same name twice is one', () => {
  const { release } = read(noticeXml({ number: '5-2024', extension: organisation(1, 'Kommunen, Teknik') + organisation(2, 'Kommunen, Kultur') + organisation(3, 'Kommunen, Teknik') }));
  scopeIds(release, '5-2024');
  assert.deepEqual((release['parties'] as JsonObject[]).map(({ id }) => id), ['DK-CVR-25050053', 'DK-CVR-25050053/kommunen-kultur', 'prøve-kommune']);
});

void test('the id of a person does not tell who it is', () => {
  const person = '<efac:Organizations><efac:Organization><efbc:NaturalPersonIndicator>true</efbc:NaturalPersonIndicator><efac:Company><cac:PartyIdentification><cbc:ID>ORG-0009</cbc:ID></cac:PartyIdentification><cac:PartyName><cbc:Name>Ida Holm</cbc:Name></cac:PartyName><cac:PartyLegalEntity><cbc:CompanyID>25050053</cbc:CompanyID></cac:PartyLegalEntity></efac:Company></efac:Organization></efac:Organizations>';
  const { release } = read(noticeXml({ number: '5-2024', extension: person }));
  scopeIds(release, '5-2024');
  assert.equal((release['parties'] as JsonObject[]).find(({ name }) => name === 'Ida Holm')?.['id'], '5-2024-ORG-0009');
});

const lots = (count: number): string => Array.from({ length: count }, (_, index) => `<cac:ProcurementProjectLot><cbc:ID schemeName="Lot">LOT-${String(index).padStart(5, '0')}</cbc:ID><cac:TenderingTerms><cac:CallForTendersDocumentReference><cbc:ID>doc</cbc:ID></cac:CallForTendersDocumentReference></cac:TenderingTerms><cac:ProcurementProject><cbc:Name>x</cbc:Name></cac:ProcurementProject></cac:ProcurementProjectLot>`).join('');

void test('tens of thousands of lots are read in time that grows with their number', { timeout: 60_000 }, () => {
  const { release } = read(noticeXml({ number: '1-2024', body: lots(40_000) }));
  assert.equal((at(release, 'tender', 'lots') as Json[]).length, 40_000);
  assert.equal((at(release, 'tender', 'documents', '0', 'relatedLots') as Json[]).length, 40_000);
});

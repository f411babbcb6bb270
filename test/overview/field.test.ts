/** The overview that is made out of notices, on the real notices: its rows are those that were read by hand, and one notice more changes a row. */
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { importNotices } from '#register';
import { fieldView, readFields, type FieldView } from '#oversight';
import { noticeXml } from '../support/notices.ts';
import { testRegister } from '../support/database.ts';
import { NORWEGIAN, NOTICES, noticesIn, tedNotices } from '../support/real-notices.ts';
import { without } from '../support/shared.ts';

const [field] = readFields().found;
const TODAY = '2026-11-26';
const skip = without(...NOTICES) || without(...NORWEGIAN);
const db = await testRegister();

/** Buyer, country, kind, status, purchases with notice, reasons and suppliers: read in the XML of each notice. */
const CHECKED = [
  'DK | Danish Defence Acquisition and Logistics Organization | cga | without-notice | 83278-2022 2022-02-15 dir81-annexii > Terma A/S',
  'DK | DSB | - | announced | 377628-2022 2022-07-12',
  'DK | Energinet Elsystemansvar A/S | - | announced | 311532-2019 2019-07-04',
  'FI | Fingrid OYJ | - | announced | 311532-2019 2019-07-04',
  'FI | Imatran kaupunki | - | tendered | 95267-2021 2021-02-24',
  'FI | Kuntien Tiera Oy | - | announced | 263983-2021 2021-05-26',
  'FI | Lapin ammattikorkeakoulu Oy | - | announced | 65191-2018 2018-02-13',
  'FI | Lapin yliopisto | - | announced | 65191-2018 2018-02-13',
  'FI | Lappeenrannan kaupunki | ra-or-la | tendered | 95267-2021 2021-02-24',
  'FI | Puolustusvoimien logistiikkalaitos | cga | without-notice | 231698-2021 2021-05-07 repetition > Oy IBM Finland Ab ? 594774-2020',
  'FI | Rokotetutkimuskeskus Finvac Oy | - | announced | 92967-2022 2022-02-21',
  'FI | Tampereen kaupunki | ra-or-la | tendered | 337360-2021 2021-07-05 > Wapice Oy ? 488870-2019 + 565218-2020 2020-11-24 technical > Geniem Oy',
  'FI | Ulkoministeriö | cga | without-notice | 338298-2021 2021-07-05 repetition > Solita Oy + 303492-2021 2021-06-16 repetition > Solita Oy + 147851-2021 2021-03-24 repetition > Solita Oy',
  'FI | Vantaan kaupunki | ra-or-la | announced | 263983-2021 2021-05-26',
  'NO | Entur AS | - | announced | 62636-2017 2017-02-17',
  'NO | FORSVARSMATERIELL | pub-undert | announced | 667f77ec-2687-48a0-a752-651a0d7ebdcb-01 2023-11-20',
  'NO | Helse Nord RHF | body-pl | without-notice | eb49096c-83fe-4bbe-97e0-ec45d380b44b-01 2024-09-23 technical > Sectra Norge AS ? 633991-2023',
  'NO | Oslo kommune v/Vann- og avløpsetaten | - | changed | 2022-627512-01 2022-12-09 > Move AS ? 142708-2021',
  'NO | Ringerike Kommune | pub-undert-la | without-notice | 510444f4-6cd2-4b26-8dd6-f3af27ffa069-01 2024-01-19 technical > Focus Software AS',
  'NO | Rogaland Fylkeskommune | ra | without-notice | 2022-365499-01 2022-08-04 below-thres > Xtend Technology AS',
  'NO | Statnett SF | - | announced | 311532-2019 2019-07-04',
  'NO | SYKEHUSINNKJØP HF | body-pl | without-notice | eb49096c-83fe-4bbe-97e0-ec45d380b44b-01 2024-09-23 technical > Sectra Norge AS ? 633991-2023 + 665394-2021 2021-12-24',
  'NO | Tromsø kommune | ra-or-la | without-notice | 145355-2022 2022-03-18 dir81-annexii > NKDB – Norges Kunstdatabase',
  'NO | Vestland fylkeskommune | ra-or-la | without-notice | 222699-2022 2022-04-27 unsuitable > Leverandør ikkje valgt ? 634133-2021',
  'NO | Ålesund kommune - Innkjøp | - | changed | be2cd071-e143-4fc8-bc3b-7f1ec1b4141f-01 2023-11-15 > Visma Enterprise AS ? 403922-2019',
  'SE | Affärsverket Svenska Kraftnät | - | announced | 311532-2019 2019-07-04',
  'SE | Kristinehamns kommun | ra-or-la | without-notice | 304233-2019 2019-07-01 unsuitable technical repetition > Unikt lärande AB',
];

function told({ rows }: FieldView): readonly string[] {
  return rows.map(({ buyer, status, purchases }) => [buyer.country, buyer.name, buyer.legalKind ?? '-', status, purchases.map(({ notices, reasons, suppliers, missing }) => [
    ...notices.map(({ number, day }) => `${number} ${day ?? ''}`), ...reasons, ...(suppliers.length === 0 ? [] : ['>', suppliers.join(', ')]), ...(missing.length === 0 ? [] : ['?', ...missing]),
  ].join(' ')).join(' + ')].join(' | '));
}

async function view(): Promise<FieldView> {
  assert.equal(field?.id, 'it-i-norden');
  return fieldView(db, field, TODAY);
}

/** A call of a Danish buyer for software. */
function call(number: string, buyer: string): { readonly name: string; readonly bytes: Buffer } {
  const title = '<cbc:Name languageID="DAN">Journalsystem</cbc:Name>';
  const code = '<cac:MainCommodityClassification><cbc:ItemClassificationCode listName="cpv">48000000</cbc:ItemClassificationCode></cac:MainCommodityClassification>';
  return { name: `${number}.xml`, bytes: Buffer.from(noticeXml({ number, date: '2026-10-01', buyer }).replace(title, `${title}${code}`)) };
}

describe('it-i-norden', { skip, timeout: 600_000 }, () => {
  before(async () => {
    // All notices of the four countries, and some of others, which must not appear.
    const wanted = noticesIn(...NORWEGIAN);
    for await (const notice of tedNotices()) if (/ISO_COUNTRY VALUE="(?:DK|FI|NO|SE|NL)"|<cbc:IdentificationCode[^>]*>(?:DNK|FIN|NOR|SWE)</.test(notice.bytes.toString('utf8'))) wanted.push(notice);
    assert.ok(wanted.length > 150, `${wanted.length} notices`);
    assert.equal((await importNotices(db, wanted, { ocidPrefix: 'ocds-test' })).rejected, 0);
  });

  test('the rows are those that were checked by hand', async () => assert.deepEqual(told(await view()), CHECKED));

  test('whatever is stated as without a prior tender has the reason in the words of its buyer', async () => {
    const purchases = (await view()).rows.flatMap(({ purchases: own }) => own).filter(({ status }) => status === 'without-notice');
    assert.ok(purchases.length > 10);
    assert.deepEqual(purchases.filter(({ rationale }) => rationale === null || rationale.length < 50).map(({ ocid }) => ocid), []);
  });

  test('searches and coverage are told', async () => {
    const { searches, held, whole, purchases } = await view();
    assert.equal(searches.own + searches.joint + searches.central, purchases);
    assert.deepEqual(held.map(({ country, releases }) => [country, releases > 10]), [['DK', true], ['FI', true], ['NO', true], ['SE', true]]);
    assert.equal(whole, null);
  });

  test('one notice more changes the row of a municipality, and adds one', async () => {
    const before = told(await view());
    await importNotices(db, [call('700001-2026', 'DSB'), call('700002-2026', 'Prøve Kommune')], { ocidPrefix: 'ocds-test' });
    const after = told(await view());
    assert.deepEqual(after.filter((row) => !before.includes(row)).map((row) => row.split(' | ').slice(0, 5).join(' | ')), [
      'DK | DSB | - | tendered | 700001-2026 2026-10-01 + 377628-2022 2022-07-12',
      'DK | Prøve Kommune | - | tendered | 700002-2026 2026-10-01',
    ]);
    assert.deepEqual(before.filter((row) => !after.includes(row)), [CHECKED[1]]);
  });
});

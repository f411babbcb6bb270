import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { bareName, fitsLost } from './bare-name.ts';
import { goodNumber } from './good-number.ts';
import { identify } from './identify.ts';
import type { Mention } from './mention.ts';

const mention = (more: Partial<Mention>): Mention => ({ scheme: null, number: null, name: '', country: null, locality: null, ...more });
const key = (more: Partial<Mention>): string => identify(mention(more)).key;
const number = (scheme: string | null, written: string, country: string | null = null, name = 'X'): string | null =>
  goodNumber({ scheme, number: written, country, name })?.key ?? null;

void test('register and number make the key, however the number is spelt; the name does not', () => {
  assert.equal(key({ scheme: 'DK-CVR', number: '25050053', name: 'DSB' }), 'DK-CVR-25050053');
  assert.equal(key({ scheme: 'DK-CVR', number: '25 05 00 53', name: 'DSB SOV', country: 'DK' }), 'DK-CVR-25050053');
  for (const [country, same] of Object.entries({
    FR: ['412 280 737 20375', '412280737', '412 280 737 RCS PARIS'], FI: ['FI09880841', '0988084-1'], BE: ['BE 0543 696 579', '0543.696.579', '0543696579_441'],
    RO: ['RO 11653560', '11653560', 'R11653560'], ES: ['S-3011001I', 'S3011001I', 's3011001-i'], PL: ['REGON 550667971', '550667971'], DE: ['DE 815073514', 'DE815073514'],
    NL: ['09155985', 'Handelsregister: Arnhem 09155985'], RS: ['20053658', '20053658 - APR'], IT: ['C.F. 03599930108', '03599930108'],
  })) {
    const keys = new Set(same.map((written) => number(`${country}-NATIONALID`, written)));
    assert.equal(keys.size, 1, `${country}: ${[...keys].join(', ')}`);
    assert.notEqual([...keys][0], null, country);
  }
  assert.equal(number('NO-BRC', '984661177'), number('NO-NATIONALID', 'NO 984 661 177 MVA'));
  assert.equal(number('XX', '12/34 568'), 'XX-1234568');
});

void test('what stands for no number is none: too short, fillers, wrong check digits, names, addresses, lists', () => {
  for (const [scheme, written] of [
    ['DK-CVR', '1'], ['DK-CVR', '12345678'], ['DK-CVR', '25050054'], ['PL-NATIONALID', 'PL'], ['IE-NATIONALID', 'N/A'], ['BG-NATIONALID', '000000001'], ['FR-NATIONALID', '123 456 789'],
    ['ES-NATIONALID', '111 222 333'], ['NO-BRC', '999999999'], ['FR-NATIONALID', '444736511'], ['GR-NATIONALID', 'https://x.example/123456'], ['CY-NATIONALID', 'Aikaterinis Kornaro 8, 2108 Aglantzia'],
    ['ES-NATIONALID', 'B78970506, B58671710, B97701312'], ['DE-NATIONALID', 'Deutsche Welthungerhilfe e.V'], ['IT-NATIONALID', 'ITG12'], ['MX-RFC', 'CALAPACONSTRUCCIONES'],
  ] as const) assert.equal(number(scheme, written), null, `${scheme} ${written}`);
  // Without its register a number may belong to several, unless its shape and check digit tell.
  assert.equal(number(null, '70666479'), null);
  assert.equal(number(null, '25050053', 'DK'), 'DK-CVR-25050053');
  // A list that a publisher keeps for himself has short numbers.
  assert.equal(number('DEMO-ORG', '9101'), 'DEMO-ORG-9101');
});

void test('a Mexican tax number is known by its shape, whatever stands where the scheme belongs', () => {
  assert.equal(number('CFE', 'CFE370814QI0', null, 'CFE'), number('RFC', 'CFE370814QI0', 'MX'));
  assert.equal(number(null, 'STO-020301-G28'), 'MX-RFC-STO020301G28');
  assert.equal(number(null, 'OOO110920JF0'), number(null, '000110920JF0'));
  assert.equal(number(null, 'STO021301G28'), null);
});

void test('a bare name is the same for spellings, legal forms and brackets, and keeps what tells apart', () => {
  for (const same of [
    ['Acme A/S', 'ACME  A/S', 'acme a/s.', ' Acme, A/S ', 'Acme'], ['„Мини Марица-изток“ ЕАД', 'МИНИ МАРИЦА - ИЗТОК ЕАД'], ['TenneT TSO B.V.', 'TenneT TSO BV'],
    ['ÖBB-Infrastruktur Aktiengesellschaft', 'ÖBB-Infrastruktur AG'], ['H&#38;L Consultoras', 'H&L CONSULTORAS'], ['Politiets sikkerhetstjeneste (PST)', 'Politiets Sikkerhetstjeneste'],
    ['MVM Paksi Atomerőmű Zrt.', 'MVM Paksi Atomerőmű Zártkörűen Működő Részvénytársaság'], ['SPMS — Serviços Partilhados do Ministério da Saúde', 'Serviços Partilhados do Ministério da Saúde'],
    ['Perth & Kinross Council', 'Perth and Kinross Council'], ['The High Court', 'High Court'], ['Mairie de Fourmies', 'Ville de Fourmies'],
  ]) assert.equal(new Set(same.map((name) => bareName(name).bare)).size, 1, same.join(' | '));
  for (const [one, other] of [['Acme A/S', 'Acme Holding A/S'], ['Stange kommune', 'Stavanger kommune'], ['Sector 1', 'Sector 5'], ['Trenitalia SpA', 'Trenitalia SpA — Direzione Acquisti']] as const) {
    assert.notEqual(bareName(one).bare, bareName(other).bare);
  }
  assert.ok(fitsLost('m?xico', 'mexico') && !fitsLost('m?xico', 'mxico'));
});

void test('units and joint buyers are told by their names, translations and ministries are not taken for them', () => {
  for (const [name, unit] of [
    ['Vestland fylkeskommune - Innkjøpsseksjonen', 'department'], ['Lapin ammattikorkeakoulu Oy / Kirjaamo', 'department'], ['Energinet including all subsidiaries', 'joint'],
    ['Statutární město Brno, městská část Brno-střed', 'department'], ['Jernbanedirektoratet (The Norwegian Railway directorate)', null], ['DSB', null],
    ['Министерство на транспорта, информационните технологии и съобщенията', null], ['VÍAS Y CONSTRUCCIONES, S.A.', null],
  ] as const) assert.equal(bareName(name).unit, unit, name);
  const whole = identify(mention({ name: 'Vestland fylkeskommune', scheme: 'NO-BRC', number: '821311632' }));
  const unit = identify(mention({ name: 'Vestland fylkeskommune - Innkjøpsseksjonen', scheme: 'NO-BRC', number: '821311632' }));
  assert.equal(whole.key, 'NO-BRC-821311632');
  assert.match(unit.key, /^NO-BRC-821311632~[0-9a-f]{8}$/);
  assert.equal(unit.head, whole.block);
});

void test('a name that every town has an organisation of says who it is with the town', () => {
  const court = (locality: string, name = 'Tribunal administratif'): string => key({ name, country: 'FR', locality });
  assert.equal(court('Melun Cedex 08'), court('Melun', 'Tribunal administratif de Melun'));
  assert.notEqual(court('Melun'), court('Toulon'));
  assert.notEqual(key({ name: 'Ville de Saint-André', country: 'FR', locality: 'Saint-André' }), key({ name: 'Ville de Saint-André', country: 'FR', locality: 'Lille' }));
  assert.equal(key({ name: 'Aarhus Kommune', country: 'DK', locality: 'Åbyhøj' }), key({ name: 'Aarhus Kommune', country: 'DK', locality: 'Aarhus' }));
  assert.notEqual(key({ name: 'High Court', country: 'IE' }), key({ name: 'High Court', country: 'GB' }));
});

void test('any key is short and whole text, and long numbers that begin alike stay apart', () => {
  const long = fc.string({ unit: 'grapheme', maxLength: 300 });
  fc.assert(fc.property(long, long, long, (scheme, written, name) => {
    const made = key({ scheme, number: written, name });
    assert.ok(made.length <= 120 && made.isWellFormed() && made !== '');
  }));
  const scheme = 'X'.repeat(150);
  assert.notEqual(key({ scheme, number: '111222334' }), key({ scheme, number: '111222335' }));
});

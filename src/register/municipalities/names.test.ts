import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { sharedFolder, without } from '../../../test/support/shared.ts';
import { MUNICIPALITIES } from './municipalities.ts';
import { recogniseMunicipality } from './names.ts';

const INDEX = ['data', 'notices', 'index.csv'] as const;
const FACTS = ['data', 'dk-municipalities', 'municipalities.csv'] as const;
const anyOne = fc.constantFrom(...MUNICIPALITIES);

/** The rows of a CSV file, whose cells may be quoted and hold lines. */
function cellsOf(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = '', end] of csv.trim().matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === ',') continue;
    rows.push(row);
    row = [];
    if (end === '') break;
  }
  return rows;
}

/** `København`, `København: Teknik`, or nothing. */
function told(text: string): string | null {
  const found = recogniseMunicipality(text);
  if (found === null) return null;
  return found.municipality.name + (found.department === null ? '' : `: ${found.department}`);
}

void test('a municipality is known by its name, with and without "Kommune", in the spellings of notices', () => {
  const spellings = {
    København: ['Københavns Kommune', 'KØBENHAVNS KOMMUNE', 'København', 'København Kommune', 'Koebenhavns kommune', 'City of Copenhagen', 'Municipality of Copenhagen', 'Københavns\u00A0Kommune.'],
    Aarhus: ['Aarhus Kommune', 'Århus Kommune', 'A\u030Arhus Kommune', ' aarhus  kommune ', 'Aarhus Municipality', 'Aarhus'],
    Bornholm: ['Bornholms Regionskommune', 'Bornholms Kommune', 'Bornholm', 'Regional Municipality of Bornholm'],
    Vesthimmerlands: ['Vesthimmerlands Kommune', 'Vesthimmerland Kommune', 'Vesthimmerland'],
    Nordfyns: ['Nordfyns Kommune', 'Nordfyn Kommune'],
    Aabenraa: ['Aabenraa Kommune', 'Åbenrå Kommune', 'Åbenraa'],
    'Høje-Taastrup': ['Høje-Taastrup Kommune', 'Høje Tåstrup Kommune', 'Høje\u2011Taastrup Kommune'],
    'Ringkøbing-Skjern': ['Ringkøbing-Skjern Kommune', 'Ringkøbing - Skjern Kommune', 'Ringkøbing Skjern Kommune'],
    Assens: ['Assens Kommune', 'Assens'],
  };
  for (const [name, texts] of Object.entries(spellings)) for (const text of texts) assert.equal(told(text), name, text);
});

void test('a department is told when the name goes on', () => {
  for (const [text, expected] of [
    ['Københavns Kommune, Teknik- og Miljøforvaltningen', 'København: Teknik- og Miljøforvaltningen'],
    ['Københavns Kommune - Økonomiforvaltningen', 'København: Økonomiforvaltningen'],
    ['Aarhus Kommune – Børn og Unge', 'Aarhus: Børn og Unge'],
    ['Aarhus Kommune, Sundhed og Omsorg, Indkøb', 'Aarhus: Sundhed og Omsorg, Indkøb'],
    ['Odense Kommune v/ Indkøb og Udbud', 'Odense: Indkøb og Udbud'],
    ['Odense Kommune v./Indkøb', 'Odense: Indkøb'],
    ['Odense Kommune ved Indkøb', 'Odense: Indkøb'],
    ['Ringkøbing-Skjern Kommune-Land, By og Kultur', 'Ringkøbing-Skjern: Land, By og Kultur'],
    ['Københavns Kommune, Københavns Kommunes Ejendomme', 'København: Københavns Kommunes Ejendomme'],
    ['City of Copenhagen, Technical and Environmental Administration', 'København: Technical and Environmental Administration'],
  ] as const) assert.equal(told(text), expected, text);
});

void test('what only contains the name of a municipality is none', () => {
  for (const text of [
    '', ' ', 'Kommune', 'Aalborg Universitet', 'Aarhus Vand A/S', 'Frederiksberg Forsyning A/S', 'Sydøstjyllands Brandvæsen I/S', 'Region Sjælland', 'Oslo kommune', 'Assen',
    'Odense - Syddansk Universitet', 'Aarhus, Teknik', 'Odense Kommunes Ejendomme', 'Aarhus Kommune og Randers Kommune', 'Silkeborg Kommune, Viborg Kommune', 'Aarhus Kommune, Region Midtjylland',
    'Aarhus Kommune - Aarhus Vand A/S', 'Kommunernes Landsforening', 'Christiansø', 'Ny Aarhus Kommune', 'Aarhus Kommune Indkøb', 'constructor', 'Kommune, Aarhus', 'Bornholms Regionskommune, Bornholms Regionskommune',
  ]) assert.equal(told(text), null, text);
});

void test('every name is its own, however it is written', () => {
  const forms = fc.constantFrom('#', '# Kommune', '#s Kommune', '# KOMMUNE', '  # kommune ', '# Kommune.', 'Municipality of #', '# Municipality');
  fc.assert(fc.property(anyOne, forms, fc.boolean(), fc.boolean(), (municipality, form, ascii, upper) => {
    const name = ascii ? municipality.name.replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa').replace('Æ', 'Ae') : municipality.name;
    const text = form.replace('#s', name.endsWith('s') ? name : `${name}s`).replace('#', name);
    assert.deepEqual(recogniseMunicipality(upper ? text.toUpperCase() : text), { municipality, department: null }, text);
  }));
});

void test('a department comes out as it went in', () => {
  const word = fc.stringMatching(/^[A-ZÆØÅ][a-zæøå]{3,12}$/).filter((text) => !/^(?:Kommune|Region)/.test(text));
  fc.assert(fc.property(anyOne, fc.constantFrom(', ', ' - ', ' – ', ' — ', ' v/ '), word, word, (municipality, join, one, other) => {
    const department = `${one}- og ${other}forvaltningen`;
    assert.deepEqual(recogniseMunicipality(`${municipality.name} Kommune${join}${department}`), { municipality, department });
  }));
});

void test('no text makes it throw, and a long one is no name', () => {
  assert.equal(told(`Aarhus Kommune, ${'x'.repeat(300)}`), null);
  fc.assert(fc.property(fc.oneof(fc.string(), fc.array(fc.constantFrom(' ', '-', ',', 'kommune', 'aarhus', 'v/', 'municipality of')).map((words) => words.join(''))), (text) => {
    const found = recogniseMunicipality(text);
    assert.ok(found === null || MUNICIPALITIES.includes(found.municipality));
  }));
});

void test('the buyers of the real notices', { skip: without(...INDEX) }, () => {
  const [head = [], ...rows] = cellsOf(readFileSync(path.join(sharedFolder, ...INDEX), 'utf8'));
  assert.ok(rows.length === 1846 && rows.every((row) => row.length === head.length), `${rows.length} rows`);
  const buyers = rows.map((row) => ({ isDanish: /\bDN?K\b/.test(row[head.indexOf('country')] ?? ''), buyer: row[head.indexOf('buyer')] ?? '' }));
  const danish = new Set(buyers.filter(({ isDanish }) => isDanish).map(({ buyer }) => buyer));
  assert.ok(danish.size >= 36, `${danish.size} Danish buyers`);
  assert.deepEqual([...danish].filter((buyer) => told(buyer) !== null).toSorted(),
    ['Aarhus Kommune', 'Bornholms Regionskommune', 'Fredericia Kommune', 'Hvidovre Kommune', 'Randers Kommune', 'Solrød Kommune']);
  assert.deepEqual([...danish].filter((buyer) => /kommune\b/i.test(buyer) && told(buyer) === null), []);
  assert.deepEqual(buyers.filter(({ isDanish, buyer }) => !isDanish && told(buyer) !== null), []);
});

void test('the names of departments that the source has seen', { skip: without(...FACTS) }, () => {
  const seen = [...readFileSync(path.join(sharedFolder, ...FACTS), 'utf8').matchAll(/^\d{4},(?<name>[^,]*),(?:[^,]*,){7}(?:"(?<quoted>[^"]*)"|(?<plain>[^,]*)),/gm)]
    .flatMap(({ groups }) => (groups?.['quoted'] ?? groups?.['plain'] ?? '').split(';').map((text) => ({ name: groups?.['name'], text: text.trim() })))
    .filter(({ text }) => text !== '');
  assert.ok(seen.length >= 10, `${seen.length} names`);
  assert.deepEqual(seen.filter(({ name, text }) => recogniseMunicipality(text)?.municipality.name !== name), []);
  assert.ok(seen.some(({ text }) => recogniseMunicipality(text)?.department === 'Teknik- og Miljøforvaltningen'));
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { isCvr } from '#base';
import { sharedFolder, without } from '../../../test/support/shared.ts';
import { MUNICIPALITIES, municipalityByCode, municipalityByCvr, municipalityTiles, type Municipality } from './municipalities.ts';
import { regionOn } from './regions.ts';

const FACTS = ['data', 'dk-municipalities', 'municipalities.csv'] as const;
const anyOne = fc.constantFrom(...MUNICIPALITIES);

function unique(key: (municipality: Municipality) => string): number {
  return new Set(MUNICIPALITIES.map(key)).size;
}

function regionName(one: Municipality, date: string): string | undefined {
  return regionOn(one, Temporal.PlainDate.from(date))?.name;
}

void test('98 municipalities, each with its own code, name, label and number', () => {
  assert.equal(MUNICIPALITIES.length, 98);
  for (const key of ['code', 'name', 'label', 'cvr'] as const) assert.equal(unique((one) => one[key]), 98, key);
  assert.deepEqual(MUNICIPALITIES.map(({ code }) => code), MUNICIPALITIES.map(({ code }) => code).toSorted());
  for (const { code, name, label } of MUNICIPALITIES) {
    assert.match(code, /^0\d{3}$/);
    assert.match(label, /^\p{Lu}[\p{L}]{2}$/u);
    assert.equal(label[0], name[0], `${name}: ${label}`);
  }
});

void test('every CVR number has a check digit that fits, and leads to its municipality', () => {
  for (const one of MUNICIPALITIES) {
    assert.ok(isCvr(one.cvr), one.name);
    for (const text of [one.cvr, `DK ${one.cvr}`, one.cvr.replace(/(..)(..)(..)(..)/, 'CVR-nr. $1 $2 $3 $4')]) assert.equal(municipalityByCvr(text), one, text);
  }
  assert.equal(MUNICIPALITIES.filter(({ cvrGrade }) => cvrGrade === 'seen').length, 19);
});

void test('no other number leads to a municipality, one wrong digit least of all', () => {
  fc.assert(fc.property(anyOne, fc.nat(7), fc.integer({ min: 1, max: 9 }), ({ cvr }, at, plus) => {
    const wrong = cvr.slice(0, at) + String((Number(cvr[at]) + plus) % 10) + cvr.slice(at + 1);
    assert.equal(municipalityByCvr(wrong), null);
  }));
  for (const text of ['', '0101', 'Aarhus', '25050053', '00000000']) assert.equal(municipalityByCvr(text), null, text);
});

void test('a code is four digits and leads to its municipality', () => {
  for (const one of MUNICIPALITIES) assert.equal(municipalityByCode(one.code), one);
  for (const code of ['', '101', '0411', '0000', '9101', 'constructor']) assert.equal(municipalityByCode(code), null, code);
});

void test('a tile is empty when not covered and zero only when covered', () => {
  fc.assert(fc.property(fc.dictionary(fc.constantFrom(...MUNICIPALITIES.map(({ code }) => code)), fc.nat(50)), (counts) => {
    const tiles = municipalityTiles(new Map(Object.entries(counts)), ({ code }) => (code in counts ? `/kommuner/${code}` : null));
    assert.deepEqual(tiles.map(({ code }) => code), MUNICIPALITIES.map(({ code }) => code));
    for (const { code, value, path: page } of tiles) {
      assert.equal(value, counts[code] ?? null);
      assert.equal(page === null, value === null);
    }
  }));
  assert.throws(() => municipalityTiles(new Map([['0411', 1]]), () => null), RangeError);
});

void test('the facts are those of the source', { skip: without(...FACTS) }, () => {
  const [head = '', ...lines] = readFileSync(path.join(sharedFolder, ...FACTS), 'utf8').trim().split('\n');
  // No column before the one with names of departments, which is quoted, holds a comma.
  assert.equal(head.split(',').slice(0, 9).join(), 'code,name,region_code,region,iso_3166_2_region,region_from_2027,cvr,cvr_checksum_ok,cvr_confirmed_elsewhere');
  const rows = lines.map((line) => line.split(',').slice(0, 9));
  assert.equal(rows.length, 98);
  assert.deepEqual(MUNICIPALITIES.map((one) => [one.code, one.name, one.region, regionName(one, '2026-12-31'), regionName(one, '2027-01-01'), one.cvr, one.cvrGrade]),
    rows.map(([code, name, region, now, , later, cvr, , confirmed]) => [code, name, region, now, later, cvr, confirmed === 'yes' ? 'seen' : 'listed']));
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { MUNICIPALITIES } from './municipalities.ts';
import { regionOn, REGIONS } from './regions.ts';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const countOn = (date: string): Record<string, number> =>
  Object.fromEntries([...Map.groupBy(MUNICIPALITIES, (one) => regionOn(one, day(date))?.name ?? 'none')].map(([name, all]) => [name, all.length]));

void test('two regions become Region Østdanmark on 1 January 2027, the others go on', () => {
  const others = { 'Region Nordjylland': 11, 'Region Midtjylland': 19, 'Region Syddanmark': 22 };
  assert.deepEqual(countOn('2026-12-31'), { ...others, 'Region Hovedstaden': 29, 'Region Sjælland': 17 });
  assert.deepEqual(countOn('2027-01-01'), { ...others, 'Region Østdanmark': 46 });
  assert.deepEqual(countOn('2007-01-01'), countOn('2026-12-31'));
});

void test('before 2007 there were no regions', () => {
  assert.deepEqual(countOn('2006-12-31'), { none: 98 });
});

void test('on every day since 2007 every municipality lies in one region, and never goes back to an earlier one', () => {
  const days = fc.integer({ min: 0, max: 40_000 }).map((count) => day('2007-01-01').add({ days: count }));
  fc.assert(fc.property(fc.constantFrom(...MUNICIPALITIES), days, days, (municipality, one, other) => {
    const own = REGIONS.filter((region) => region.code === municipality.region || region.replaces.includes(municipality.region));
    assert.ok(own.length >= 1 && own.length <= 2);
    const [first, second] = [one, other].toSorted((a, b) => Temporal.PlainDate.compare(a, b)).map((date) => own.findIndex((region) => region === regionOn(municipality, date)));
    assert.ok(first !== undefined && second !== undefined && first >= 0 && first <= second);
  }));
});

void test('regions that follow each other leave no gap and do not overlap', () => {
  const heirs = REGIONS.filter(({ replaces }) => replaces.length > 0);
  assert.ok(heirs.length > 0);
  for (const { from, replaces } of heirs) {
    for (const code of replaces) assert.equal(String(REGIONS.find((region) => region.code === code)?.until), String(from), code);
  }
});

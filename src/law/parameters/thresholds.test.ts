import assert from 'node:assert/strict';
import { test } from 'node:test';
import { oere } from '../kroner.ts';
import { reaches, THRESHOLD_TABLES, THRESHOLDS, thresholdOn } from './thresholds.ts';
import { LIMITS } from './limits.ts';

function daysOf(from: string, to: string): readonly string[] {
  const days: string[] = [];
  for (let day = Temporal.PlainDate.from(from); Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 })) days.push(day.toString());
  return days;
}

const KNOWN_FROM = '2010-01-01';
const KNOWN_TO = '2027-12-31';

for (const table of THRESHOLD_TABLES) {
  void test(`${table}: every day from 2010 to 2030 has one period, or none after 2027`, () => {
    let looked = 0;
    for (const day of daysOf(KNOWN_FROM, '2030-12-31')) {
      const rows = THRESHOLDS[table].filter(({ from, to }) => day >= from && day <= to);
      assert.equal(rows.length, day <= KNOWN_TO ? 1 : 0, day);
      looked += 1;
    }
    assert.equal(looked, 7670);
    assert.equal(thresholdOn(table, '2009-12-31').row, null);
    assert.equal(thresholdOn(table, '2028-01-01').row, null);
  });

  void test(`${table}: equal to the threshold counts, one øre below does not, on every period with a verified figure`, () => {
    for (const { from } of THRESHOLDS[table]) {
      const threshold = thresholdOn(table, from);
      if (threshold.bounds === null) continue;
      const { low, high } = threshold.bounds;
      assert.equal(reaches(high, threshold), true);
      assert.equal(reaches(low - 1n, threshold), false);
      if (low < high) for (const inside of [low, high - 1n]) assert.equal(reaches(inside, threshold), null);
    }
  });
}

void test('all pairs of kroner and euro of a period give one rate with four decimals', () => {
  const rows = THRESHOLD_TABLES.flatMap((table) => THRESHOLDS[table]).filter(({ eur, dkk }) => eur !== null && dkk !== null);
  const rates = new Map<string, string>();
  assert.ok(rows.length > 25);
  for (const { from, eur, dkk } of rows) {
    const rate = (Number(dkk) / Number(eur)).toFixed(4);
    assert.equal(rates.get(from) ?? rate, rate, from);
    rates.set(from, rate);
    assert.ok(Math.abs(Math.round(Number(eur) * Number(rate) * 1e4) / 1e4 - Number(dkk)) <= 0.5, `${from}: ${String(eur)} at ${rate}`);
  }
  assert.deepEqual(Object.fromEntries(rates), {
    '2010-01-01': '7.4531', '2012-01-01': '7.4491', '2014-01-01': '7.4479', '2016-01-01': '7.4565', '2018-01-01': '7.4451',
    '2020-01-01': '7.4551', '2022-01-01': '7.4509', '2024-01-01': '7.4418',
  });
});

void test('a published rate lies inside the band that stands in where kroner are missing', () => {
  for (const { from, eur, dkk } of THRESHOLD_TABLES.flatMap((table) => THRESHOLDS[table])) {
    if (eur === null || dkk === null) continue;
    const [low, high] = ['exchange-band-low', 'exchange-band-high'].map((id) => LIMITS.find((limit) => limit.id === id)?.value ?? 0);
    assert.ok(oere(dkk) > BigInt(eur) * oere(low ?? 0) && oere(dkk) < BigInt(eur) * oere(high ?? 0), from);
  }
});

void test('the rows of a limit follow each other without gap or overlap', () => {
  for (const [id, rows] of Map.groupBy(LIMITS, (limit) => limit.id)) {
    for (const [at, { to }] of rows.entries()) {
      const next = rows[at + 1];
      if (next === undefined) continue;
      assert.equal(to === null ? null : Temporal.PlainDate.from(to).add({ days: 1 }).toString(), next.from, id);
    }
  }
});

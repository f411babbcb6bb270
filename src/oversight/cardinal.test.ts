import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { runs } from '../../test/support/deep.ts';
import { cardinalFlags, flagsText, numberText } from './cardinal.ts';
import { instantOf } from './flat/instant.ts';
import { defaultSettings } from './settings/settings.ts';

const run = (text: string): Promise<string> => cardinalFlags(Readable.from([Buffer.from(text)]), defaultSettings(), (line, reason) => assert.fail(`line ${line}: ${reason}`));

describe('the answer as text', () => {
  test('kinds, codes and ids stand in a fixed order, and the ids may be any text', () => {
    assert.equal(flagsText([
      { code: 'R003', kind: 'Tenderer', id: '2', value: 1 }, { code: 'R003', kind: 'OCID', id: '__proto__', value: 1 }, { code: 'R018', kind: 'OCID', id: '1', value: 0.5 },
      { code: 'R024', kind: 'OCID', id: '__proto__', value: 2 }, { code: 'R024', kind: 'OCID', id: '__proto__', value: 3 }, { code: 'R024', kind: 'OCID', id: 'a"\n', value: 0 },
    ]), '{"OCID":{"__proto__":{"R003":1.0,"R024":3.0},"1":{"R018":0.5},"a\\"\\n":{"R024":0.0}},"Tenderer":{"2":{"R003":1.0}}}');
    assert.equal(flagsText([]), '{}');
  });
  test('numbers have the shortest digits, and a point', () => {
    const texts = [1, 0, -0, 0.1, 1 / 3, 99, 1e15, 123456789012345680, 1e16, 1.5e300, 0.00001, 0.000001, -2.5e-7, Infinity].map(numberText);
    assert.deepEqual(texts, ['1.0', '0.0', '-0.0', '0.1', '0.3333333333333333', '99.0', '1000000000000000.0', '1.2345678901234568e17', '1e16', '1.5e300', '0.00001', '1e-6', '-2.5e-7', 'null']);
    for (const value of [1, 0.1, 1 / 3, 1e16, 1.5e300, 0.00001, 5e-324]) assert.equal(JSON.parse(numberText(value)), value);
  });
});

describe('instants', () => {
  for (const [text, instant] of [
    ['1970-01-01T00:00:00Z', 0n], ['1970-01-01t00:00:00z', 0n], ['1970-01-01 01:00:00+01:00', 0n], ['1969-12-31T23:30:00.5-00:30', 500_000_000n], ['1970-01-01T00:00:00.0000000019Z', 1n],
    ['0001-01-01T00:00:00Z', -62_135_596_800_000_000_000n], ['9999-12-31T23:59:59Z', 253_402_300_799_000_000_000n], ['2016-12-31T23:59:60Z', 1_483_228_800_000_000_000n], ['2024-02-29T00:00:00Z', 1_709_164_800_000_000_000n],
    ['2023-02-29T00:00:00Z', null], ['2024-13-01T00:00:00Z', null], ['2024-00-10T00:00:00Z', null], ['2024-01-01T24:00:00Z', null], ['2024-01-01T00:60:00Z', null], ['2024-01-01T00:00:61Z', null], ['2024-01-01T00:00:00', null],
    ['2024-01-01', null], ['2024-01-01T00:00Z', null], ['2024-01-01T00:00:00.Z', null], ['2024-01-01T00:00:00+24:00', null], ['2024-01-01T00:00:00+01:60', null], ['2024-01-01T00:00:00+0100', null], ['24-01-01T00:00:00Z', null], ['', null], [null, null],
  ] as const) test(String(text), () => assert.equal(instantOf(text), instant));
});

const two = (number: number): string => String(number).padStart(2, '0');

test('instants of the usual form are those of the calendar, and days that no month has are none', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }), fc.integer({ min: 0, max: 24 }), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 59 }), (year, month, day, hour, minute, second) => {
    const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}Z`;
    let expected: bigint | null = null;
    try {
      if (hour < 24) expected = Temporal.Instant.from(text).epochNanoseconds;
    } catch {
      // There is no such time.
    }
    assert.equal(instantOf(text), expected, text);
  }), runs(2000));
});

describe('hostile files', () => {
  test('nothing at all', async () => {
    for (const text of ['', '\n\n', '{}', '[]\nnull\n"x"\n5\ntrue', '{"ocid":null}\n{"ocid":5}\n{"ocid":[]}']) assert.equal(await run(text), '{}');
  });
  test('every place taken by something else', async () => {
    const odd = ['null', '5', '"x"', '[]', '{}', 'true', '[null]', '[[]]', '[{}]', '{"details":{}}', '{"details":[null,5,[],{"tenderers":5,"value":[]}]}', '{"details":[{"status":"valid","tenderers":[null],"value":{"amount":"1","currency":5}}]}'];
    const lines = odd.flatMap((value) => ['tender', 'bids', 'awards', 'buyer'].map((key) => `{"ocid":"${key}","${key}":${value}}`));
    assert.equal(await run(lines.join('\n')), '{}');
  });
  test('negative and missing amounts, mixed currencies and bids by nobody are no reason to stop', async () => {
    const bids = ['{"status":"valid","value":{"amount":-5,"currency":"DKK"},"tenderers":[{"id":"A"}]}', '{"status":"valid","value":{"currency":"DKK"},"tenderers":[{"id":"B"}]}', '{"status":"valid","value":{"amount":1e308,"currency":"EUR"},"tenderers":[]}', '{"status":"valid","value":{"amount":-10,"currency":"DKK"},"tenderers":[{"id":"B"}]}', '{"status":"valid"}', '{}'];
    const flags = JSON.parse(await run(`{"ocid":"o","bids":{"details":[${bids.join(',')}]},"awards":[{"status":"active","suppliers":[{"id":"B"}]}]}`)) as object;
    assert.deepEqual(Object.keys(flags), []);
  });
  test('a hundred thousand bids of one price in one process', async () => {
    const bids = Array.from({ length: 100_000 }, (_none, at) => `{"status":"disqualified","date":"2024-01-01T00:00:00Z","tenderers":[{"id":"T${at}"}],"value":{"amount":100,"currency":"DKK"}}`);
    const flags = JSON.parse(await run(`{"ocid":"o","buyer":{"id":"K"},"bids":{"details":[${bids.join(',')},{"status":"valid","tenderers":[{"id":"W"}],"value":{"amount":101,"currency":"DKK"}}]},"awards":[{"status":"active","suppliers":[{"id":"W"}]}]}`)) as Record<string, Record<string, Record<string, number>>>;
    assert.deepEqual(flags['OCID'], { o: { R028: 1, R035: 100_000, R036: 1 } });
    // Whoever is the only one to have won is at the bound of all who did.
    assert.deepEqual(flags['Tenderer']?.['W'], { R025: 1, R035: 0 });
    assert.equal(Object.keys(flags['Tenderer'] ?? {}).length, 100_001);
  });
});

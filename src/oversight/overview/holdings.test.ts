import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { readHoldingsFile } from './holdings.ts';

const HEAD = 'municipality,system,supplier,from,to,amount,currency,source';
const context = { file: 'liste.csv', isMunicipality: (name: string) => ['Ærø', 'Solrød'].includes(name) };
const read = (text: string) => readHoldingsFile(Buffer.from(text), context);
const faults = (...rows: string[]): readonly string[] => {
  const result = read([HEAD, ...rows].join('\n'));
  return result.ok ? [] : result.failure.map(({ message }) => message);
};

function first(bytes: Uint8Array): string {
  const result = readHoldingsFile(bytes, context);
  return result.ok ? '' : result.failure[0]?.message ?? '';
}

void test('a list as spreadsheets write it: commas or semicolons, columns in any order, an end that is not known', () => {
  const expected = { municipality: 'Ærø', system: 'Opera', supplier: 'X', starts: '2010-01-01', ends: null, amount: '475000.50', currency: 'DKK', basis: null, source: 'https://example.org/liste' };
  assert.deepEqual(read(`${HEAD}\nÆrø Kommune,Opera,X,2010-01-01,,475000.50,DKK,https://example.org/liste\n`), { ok: true, value: [expected] });
  assert.deepEqual(read('\uFEFFsource;currency;amount;to;from;supplier;system;municipality\r\nhttps://example.org/liste;DKK;475000,50;;2010-01-01;X;Opera;Ærø\r\n'), { ok: true, value: [expected] });
  assert.deepEqual(faults('Ærø,Opera,X,2010-01-01,2010-12-31,,,s', 'Ærø,Opera,Y,2011-01-01,,,,s', 'Solrød,Opera,X,2010-01-01,,,,s'), []);
});

function bases(...rows: string[]): unknown {
  const result = read([`${HEAD},basis`, ...rows].join('\n'));
  return result.ok ? result.value.map(({ basis }) => basis) : result.failure.map(({ message }) => message);
}

void test('what an amount is for, where the list says so', () => {
  assert.deepEqual(bases('Ærø,Opera,X,2010-01-01,,5,DKK,s,year', 'Solrød,Opera,X,2010-01-01,,5,DKK,s,total', 'Ærø,Andet,X,2010-01-01,,5,DKK,s,'), ['year', 'total', null]);
  assert.match(String(bases('Ærø,Opera,X,2010-01-01,,5,DKK,s,month')), /line 2: basis is "month"/);
  assert.match(String(bases('Ærø,Opera,X,2010-01-01,,,,s,year')), /line 2: basis is "year"/);
  assert.match(String(bases('Ærø,Opera,X,2010-01-01,,5,DKK,s,=1')), /basis begins like a formula/);
});

void test('what cannot be right is refused with its line', () => {
  for (const [row, told] of [
    ['Atlantis,Opera,X,2010-01-01,,,,s', /line 2: "Atlantis" is no Danish municipality/],
    ['Ærø,Opera,X,2010-02-30,,,,s', /from is "2010-02-30", which is no day/],
    ['Ærø,Opera,X,2010-02-01,2010-01-01,,,s', /ends on 2010-01-01, before it begins/],
    ['Ærø,Opera,X,2010-01-01,,ca. 2 mio.,DKK,s', /amount is "ca\. 2 mio\."/],
    ['Ærø,Opera,X,2010-01-01,,1.234.567,DKK,s', /amount is "1\.234\.567"/],
    ['Ærø,Opera,X,2010-01-01,,-5,DKK,s', /begins like a formula/],
    ['Ærø,Opera,X,2010-01-01,,5,,s', /amount and currency do not belong together/],
    ['Ærø,Opera,X,2010-01-01,,,,', /source is empty/],
    ['Ærø,=1+1,X,2010-01-01,,,,s', /system begins like a formula/],
    ['Ærø,Opera,X,2010-01-01,,,s', /more or fewer cells/],
  ] as const) assert.match(faults(row).join('\n'), told, row);
  assert.match(faults('Ærø,Opera,X,2010-01-01,,,,s', 'Ærø,Opera,X,2010-01-01,,,,s').join(), /line 3: it is the same as line 2/);
  assert.match(faults('Ærø,Opera,X,2010-01-01,,,,s', 'Ærø,opera,Y,2012-01-01,,,,s').join(), /line 3: Ærø has opera at the same time by line 2, from X/);
});

void test('another file is refused as a whole', () => {
  assert.match(first(Buffer.from('municipality,system\n')), /the column "supplier" is missing/);
  assert.match(first(Buffer.from(`${HEAD},price\n`)), /there is no column "price"/);
  assert.match(first(Buffer.from('')), /it is empty/);
  assert.match(first(Buffer.from([0xff, 0xfe, 0x41])), /not UTF-8/);
  assert.match(first(Buffer.from(`${HEAD}\n"open`)), /no CSV/);
});

void test('whatever the bytes, the answer is a list or mistakes with lines', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
    const result = readHoldingsFile(bytes, context);
    assert.ok(result.ok || result.failure.every(({ message }) => /^liste\.csv, line \d+: /.test(message)));
  }));
  fc.assert(fc.property(fc.array(fc.array(fc.string(), { minLength: 8, maxLength: 8 }), { maxLength: 5 }), (rows) => {
    const result = read([HEAD, ...rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))].join('\n'));
    assert.ok(result.ok || result.failure.every(({ message }) => /^liste\.csv, line \d+: /.test(message)));
  }));
});

void test('each mistake is told with file, line and what to do, all of them at once, and nothing of the list is kept', () => {
  const rows = [
    'Ærø,Opera,X,2010-01-01,2012-12-31,,,liste',
    'Ærø,Opera,Y,2012-06-01,,,,liste',
    'Atlantis,Opera,X,2010-01-01,,,,liste',
    'Solrød,Opera,X,2010-01-01,,to millioner,DKK,liste',
    'Solrød,Opera,X,2013-01-01,,"1.234,50",DKK,liste',
    'Solrød,"=HYPERLINK(""https://x"")",X,2010-01-01,,,,liste',
    'Solrød,Opus,X,2010-01-01,,5,kr,liste',
    'Solrød,Opus,X,2015-01-01,,,,liste',
    'Solrød,Opus,X,2015-01-01,,,,liste',
    '98 kommuner,Opus,X,2015-01-01,,,,liste',
  ];
  const result = read([HEAD, ...rows].join('\n'));
  assert.ok(!result.ok);
  assert.deepEqual(new Set(result.failure.map(({ place }) => place)), new Set([3, 4, 5, 6, 7, 8, 10, 11].map((line) => `liste.csv:${line}`)));
  assert.equal(result.failure.length, 8);
  for (const { kind, message, help, place } of result.failure) {
    assert.equal(kind, 'invalid');
    assert.ok(message.startsWith(`liste.csv, line ${place?.split(':').at(-1) ?? ''}: `), message);
    assert.match(help ?? '', /^[A-Z].{10,}\.$/, message);
  }
  assert.match(result.failure.map(({ message }) => message).join('\n'), /line 3: Ærø has Opera at the same time by line 2, from X/);
});

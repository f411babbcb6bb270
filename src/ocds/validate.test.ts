import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { isObject, parseJson, type Json } from '#base';
import { officialFiles, officialVerdict, realReleases, validationSuite, type NamedValue } from './conformance.ts';
import { isValidRelease, kindOf, mergeReleases, validate, validateRelease, type Validation } from './index.ts';

const shared = process.env['TORVET_SHARED'] ?? '../shared';
const skip = existsSync(join(shared, 'conformance/ocds-1.1.5')) && existsSync(join(shared, 'data/ocds/releases.jsonl'))
  ? false : `the OCDS material under ${shared} is absent: set TORVET_SHARED to compare with the official schema`;

const SMALLEST = { ocid: 'ocds-x-1', id: '1', date: '2026-01-01T00:00:00Z', tag: ['tender'], initiationType: 'tender' };

void test('every file beside the official schema gets its verdict', { skip }, async () => {
  const result = validationSuite('files', officialFiles(shared), await officialVerdict(shared));
  assert.deepEqual(result.failures, []);
  assert.equal(result.total, 70);
});

void test('every real release gets its verdict, and 325 of 499 are invalid', { skip }, async () => {
  const releases = realReleases(shared);
  const result = validationSuite('real releases', releases, await officialVerdict(shared));
  assert.deepEqual(result.failures, []);
  assert.equal(result.total, 499);
  assert.equal(releases.filter(({ value }) => !validate(value).valid).length, 325);
});

void test('the quick verdict, the list of errors and the official schema agree on mutated releases', { skip }, async () => {
  await compareMutations([...realReleases(shared), ...officialFiles(shared)], 3000);
});

void test('they agree on mutated packages of releases, and of records with links, embedded, compiled and versioned releases', { skip }, async () => {
  const releases = realReleases(shared).filter(({ value }) => isValidRelease(value)).filter((_release, at) => at % 3 === 0);
  const made = releases.flatMap(({ name, value }) => [
    { name: `${name} embedded`, value: recordPackage([value], value) },
    { name: `${name} linked`, value: recordPackage([{ url: 'https://example.org/r', date: '2026-01-01T00:00:00Z', tag: ['tender'] }], value) },
    { name: `${name} packed`, value: { ...ABOUT, releases: [value] } },
  ]);
  // The official schema of versioned releases does not version fields in other languages (title_fr), while merging does.
  const packages = made.filter(({ value }) => validate(value).valid);
  assert.ok(packages.length > 100, String(packages.length));
  await compareMutations(packages, 2000);
});

const ABOUT = { uri: 'https://example.org/p', publisher: { name: 'P' }, publishedDate: '2026-01-01T00:00:00Z', version: '1.1' };

function recordPackage(releases: readonly Json[], release: Json): Json {
  const versioned = mergeReleases([release], { versioned: true });
  assert.ok(isObject(release) && versioned.ok);
  return { ...ABOUT, records: [{ ocid: release['ocid'] ?? null, releases, compiledRelease: release, versionedRelease: versioned.value }] };
}

async function compareMutations(values: readonly NamedValue[], runs: number): Promise<void> {
  const official = await officialVerdict(shared);
  let [valid, invalid] = [0, 0];
  const mutation = fc.record({ value: fc.nat(values.length - 1), place: fc.nat(), change: fc.nat(CHANGES.length - 1), again: fc.boolean(), second: fc.nat() });
  fc.assert(fc.property(mutation, ({ value: at, place, change, again, second }) => {
    let value = mutate(values[at]?.value ?? null, place, change);
    if (again) value = mutate(value, second, (change + second) % CHANGES.length);
    const result = validate(value);
    assert.equal(result.valid, official(result.kind, value));
    assert.equal(result.errors.length === 0, result.valid);
    assertNoDuplicates(result);
    if (result.kind === 'release') assert.equal(isValidRelease(value), result.valid);
    if (result.valid) valid += 1;
    else invalid += 1;
  }), { numRuns: runs });
  // Mutations that only ever gave one verdict would compare nothing.
  assert.ok(valid > runs / 20 && invalid > runs / 20, `${String(valid)} valid, ${String(invalid)} invalid`);
}

function assertNoDuplicates({ errors, warnings }: Validation): void {
  const all = [...errors, ...warnings].map(({ path, message }) => `${path} ${message}`);
  assert.equal(new Set(all).size, all.length);
}

type Holder = { [key: string]: unknown } | unknown[];

/** Ways to change what stands under a key of an object or at a place of a list. */
const CHANGES: readonly ((holder: Holder, key: string | number) => void)[] = [
  (holder, key) => { if (Array.isArray(holder)) holder.splice(Number(key), 1); else Reflect.deleteProperty(holder, key); },
  ...[null, 0, -1, 1.5, '', 'x', '2026-01-01T00:00:00Z', true, [], {}, ['x'], [null], { id: 1 }, 'active', 1e300]
    .map((value) => (holder: Holder, key: string | number) => { Reflect.set(holder, key, structuredClone(value)); }),
  (holder, key) => { if (Array.isArray(holder)) holder.push(structuredClone(holder[Number(key)])); },
  (holder, key) => { if (!Array.isArray(holder)) holder[`${String(key)}_da`] = 5; },
  (holder, key) => { if (!Array.isArray(holder)) holder[`${String(key)}_sr-Latn-RS`] = 'text'; },
  (holder, key) => { if (!Array.isArray(holder)) holder[`${String(key)}_not a language`] = 5; },
  (holder) => { if (!Array.isArray(holder)) Object.assign(holder, { url: 'https://example.org/1', date: '2026-01-01' }); },
  (holder, key) => { Reflect.set(holder, key, [Reflect.get(holder, key)]); },
  (holder, key) => { Reflect.set(holder, key, { value: Reflect.get(holder, key) }); },
];

function mutate(value: Json, place: number, change: number): Json {
  const copy = structuredClone(value) as Holder;
  const places: [Holder, string | number][] = [];
  const walk = (holder: Holder): void => {
    for (const [key, inner] of Object.entries(holder)) {
      places.push([holder, Array.isArray(holder) ? Number(key) : key]);
      if (typeof inner === 'object' && inner !== null) walk(inner as Holder);
    }
  };
  walk(copy);
  const chosen = places[place % Math.max(places.length, 1)];
  if (chosen !== undefined) CHANGES[change]?.(...chosen);
  return copy as Json;
}

void test('what a value is follows from its shape', () => {
  assert.equal(kindOf(SMALLEST), 'release');
  assert.equal(kindOf({ releases: [] }), 'release package');
  assert.equal(kindOf({ records: [] }), 'record package');
  assert.equal(kindOf({ uri: 'x', releases: 'none' }), 'release package');
  assert.equal(kindOf([SMALLEST]), 'release');
  for (const value of [null, 5, 'text', true, [], {}, [SMALLEST], undefined]) {
    assert.equal(validate(value).valid, false);
    assert.ok(validate(value).errors.length > 0);
  }
});

void test('an error says where, what, why and what to do', () => {
  const { errors } = validateRelease({ ...SMALLEST, tender: { id: 't', value: { amount: '1.000 kr.' } }, contracts: [{ id: 'c' }], 'a/b': 1 });
  assert.deepEqual(errors, [
    {
      path: '/tender/value/amount',
      message: '"amount" is the text "1.000 kr.", but it must be a number or null.',
      help: 'Write the number without quotation marks and without spaces or currency.',
    },
    {
      path: '/contracts/0',
      message: '"awardID" is missing from item 1 of "contracts".',
      help: 'Add "awardID": the id of the award that the contract rests on.',
    },
  ]);
});

void test('a list with two equal items is named once, with both places', () => {
  const document = { id: 'd', title: 'x', n: [1, { b: 2, a: 1 }] };
  const equal = { n: [1, { a: 1, b: 2 }], title: 'x', id: 'd' };
  const award = { id: 'a', documents: [document, { id: 'e' }, equal] };
  const { errors } = validateRelease({ ...SMALLEST, awards: [award] });
  assert.equal(errors.length, 1);
  assert.equal(errors[0]?.path, '/awards/0/documents');
  assert.match(errors[0]?.message ?? '', /items 1 and 3/);
});

void test('faults of format and of extensions warn and never make a release invalid', () => {
  const lot = { title: 'no id' };
  const { valid, errors, warnings } = validateRelease({
    ...SMALLEST, date: '2026-02-30T00:00:00Z', tender: { id: 't', lots: [lot], documents: [{ id: 'd', url: 'no address' }] },
  });
  assert.equal(valid, true);
  assert.deepEqual(errors, []);
  assert.deepEqual(warnings.map(({ path }) => path).toSorted(), ['/date', '/tender/documents/0/url', '/tender/lots/0']);
});

void test('a fault of the core is an error only, not a warning as well', () => {
  const { errors, warnings } = validateRelease({ ...SMALLEST, tender: { id: 't', title: 5, lots: [{ id: 'LOT-1', title: 5 }] } });
  assert.deepEqual(errors.map(({ path }) => path), ['/tender/title']);
  assert.deepEqual(warnings.map(({ path }) => path), ['/tender/lots/0/title']);
});

function recordErrors(releases: Json): readonly string[] {
  return validate({ ...ABOUT, records: [{ ocid: 'o', releases }] }).errors.map(({ path }) => path);
}

void test('the releases of a record: the faults of the alternative that was meant, in one voice', () => {
  assert.deepEqual(recordErrors([{ ...SMALLEST, id: 5 }]), ['/records/0/releases/0/id']);
  assert.deepEqual(recordErrors([{ url: 'https://example.org/r' }]), ['/records/0/releases/0']);
  assert.deepEqual(recordErrors('none'), ['/records/0/releases']);
  assert.deepEqual(recordErrors([]), ['/records/0/releases']);
  assert.deepEqual(recordErrors([{ ...SMALLEST, url: null }]), ['/records/0/releases']);
});

function withNumbers(amount: string, days: string): Json {
  const start = JSON.stringify(SMALLEST).slice(0, -1);
  return parseJson(`${start},"tender":{"id":"t","value":{"amount":${amount}},"tenderPeriod":{"durationInDays":${days}}}}`);
}

function hasUniqueAwards(...numbers: readonly string[]): boolean {
  const start = JSON.stringify(SMALLEST).slice(0, -1);
  return validateRelease(parseJson(`${start},"awards":[${numbers.map((id) => `{"id":${id}}`).join()}]}`)).valid;
}

void test('numbers that no double holds are numbers, whole or not', () => {
  assert.equal(validateRelease(withNumbers('0.12345678901234567890', '12345678901234567890')).valid, true);
  assert.equal(validateRelease(withNumbers('1e400', '1234567890123456789.0')).valid, true);
  const wrong = validateRelease(withNumbers('1', '1.00000000000000000001'));
  assert.deepEqual(wrong.errors.map(({ path }) => path), ['/tender/tenderPeriod/durationInDays']);
  assert.equal(hasUniqueAwards('12345678901234567890', '12345678901234567891'), true);
  assert.equal(hasUniqueAwards('12345678901234567890', '12345678901234567890.0'), false);
});

void test('nesting without end is refused, also a shape that holds itself', () => {
  const circle: { inner?: unknown } = {};
  circle.inner = [circle];
  const deep = JSON.parse(`${'[{"a":'.repeat(50_000)}1${'}]'.repeat(50_000)}`) as Json;
  for (const extra of [circle, deep]) {
    const { valid, errors } = validate({ ...SMALLEST, extra });
    assert.equal(valid, false);
    assert.match(errors[0]?.message ?? '', /500 levels/);
    assert.equal(isValidRelease({ ...SMALLEST, extra }), false);
  }
  const bearable = JSON.parse(`${'['.repeat(490)}1${']'.repeat(490)}`) as Json;
  assert.equal(validate({ ...SMALLEST, extra: bearable }).valid, true);
});

void test('hostile keys and many faults do no harm', () => {
  const hostile = parseJson('{"__proto__": {"ocid": "x"}, "constructor": 1, "toString": {}}');
  assert.equal(validate(hostile).valid, false);
  assert.ok(validate(hostile).errors.some(({ message }) => message.includes('"ocid" is missing')));
  const awards = Array.from({ length: 5000 }, () => ({}));
  const { errors } = validateRelease({ ...SMALLEST, awards });
  assert.equal(errors.length, 1000);
  const shown = validateRelease({ ...SMALLEST, tender: { id: 't', status: '\u202Egnirts\u0007' } }).errors[0];
  assert.ok(shown?.message.includes('\\u{202e}') && shown.message.includes('\\u{7}') && !shown.message.includes('\u202E'));
  assert.ok(isObject(hostile));
});

import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { isObject, parseJson, type Json, type JsonObject, type Result } from '#base';
import { mergeCases, mergeSuite, officialFiles, realReleases, type MergeTarget } from './conformance.ts';
import { isEqual } from './equal.ts';
import { mergeInput, mergeReleases, type MergeOptions } from './index.ts';

const shared = process.env['TORVET_SHARED'] ?? '../shared';
const suite = join(shared, 'conformance/ocds-merge');
const skip = existsSync(suite) ? false : `${suite} is absent: set TORVET_SHARED to run the public merge cases`;

const COUNTS: Readonly<Record<MergeTarget, number>> = { compiled: 15, versioned: 9 };

for (const target of ['compiled', 'versioned'] as const) {
  void test(`the public merge cases, ${target}`, { skip }, () => {
    const result = mergeSuite(shared, target);
    assert.deepEqual(result.failures, []);
    assert.equal(result.total, COUNTS[target]);
  });

  void test(`the 1.1 cases come out the same by our own schema, ${target}`, { skip }, () => {
    const cases = mergeCases(shared, target).filter(({ name }) => name.startsWith('1.1/'));
    assert.ok(cases.length > 5);
    for (const { releases, expected } of cases) assertMerged(mergeReleases(releases, { versioned: target === 'versioned' }), expected);
  });
}

function readCase(name: string): Json {
  return parseJson(readFileSync(join(suite, name), 'utf8'));
}

void test('the cases with another way to merge a list', { skip }, () => {
  const schema = readCase('schema.json') as JsonObject;
  const duplicate = readCase('schema/identifier-merge-duplicate-id.json') as Json[];
  const byPosition = mergeReleases(duplicate, { schema, overrides: { '/nested/array': 'position' } });
  assertMerged(byPosition, readCase('schema/identifier-merge-duplicate-id-by-position.json'));
  const noId = readCase('schema/identifier-merge-no-id.json') as Json[];
  const appended = mergeReleases([...noId, ...noId], { schema, overrides: { '/nested/array': 'append' } });
  assertMerged(appended, readCase('schema/identifier-merge-no-id-append.json'));
});

/** Written by hand: its versioned release contradicts the releases beside it (another tag, another rationale). */
const WRONG_EXAMPLE = 'amendments/tender.json versionedRelease';

void test('the merged releases in the examples of the standard', { skip }, () => {
  const compared = officialFiles(shared).flatMap(({ name, value }) => isObject(value) && Array.isArray(value['records'])
    ? (value['records'] as readonly JsonObject[]).flatMap((record) => compareRecord(name, record)) : []);
  assert.deepEqual(compared.filter(({ same }) => !same).map(({ name }) => name), [WRONG_EXAMPLE]);
  assert.equal(compared.length, 22);
});

function compareRecord(file: string, record: JsonObject): { readonly name: string; readonly same: boolean }[] {
  const { releases } = record;
  if (!Array.isArray(releases) || !isObject(releases[0]) || releases[0]['ocid'] === undefined) return [];
  return [['compiledRelease', false] as const, ['versionedRelease', true] as const].map(([field, versioned]) => {
    const merged = mergeReleases(releases as readonly Json[], { versioned });
    return { name: `${file} ${field}`, same: merged.ok && isEqual(merged.value, record[field]) };
  });
}

void test('every real process merges, whatever its releases look like', { skip }, () => {
  const merged = mergeInput(realReleases(shared).map(({ value }) => value));
  assert.ok(merged.ok && Array.isArray(merged.value));
  assert.equal(merged.value.length, 455);
});

function assertMerged(result: Result<JsonObject>, expected: Json): void {
  assert.ok(result.ok, result.ok ? '' : result.failure.message);
  assert.deepEqual(JSON.parse(JSON.stringify(result.value)), expected);
}

/** A release of one process, by the number of its day. */
function release(day: number, fields: JsonObject): JsonObject {
  const date = `2026-01-${String(day).padStart(2, '0')}T00:00:00Z`;
  return { ocid: 'ocds-x-1', id: String(day), date, tag: ['tender'], initiationType: 'tender', ...fields };
}

function compiled(releases: readonly Json[], options: MergeOptions = {}): JsonObject {
  const result = mergeReleases(releases, options);
  assert.ok(result.ok, result.ok ? '' : result.failure.message);
  const { tag: _tag, id: _id, date: _date, ocid: _ocid, initiationType: _type, ...fields } = result.value;
  return JSON.parse(JSON.stringify(fields)) as JsonObject;
}

/** The values of each field over time, without their stamps. */
function versions(releases: readonly Json[], options: MergeOptions = {}): unknown {
  return JSON.parse(JSON.stringify(compiled(releases, { ...options, versioned: true })), (_key, value: unknown) =>
    isObject(value) && 'releaseID' in value ? [value['releaseID'], value['value']] : value);
}

void test('null removes a value, an object, a list, and what null removed may come back', () => {
  const first = release(1, { planning: { rationale: 'r', budget: { id: 'b' } }, tender: { id: 't', items: [{ id: '1' }], title: 'x' } });
  assert.deepEqual(compiled([first, release(2, { planning: null, tender: { items: null, title: null } })]), { tender: { id: 't' } });
  assert.deepEqual(compiled([first, release(2, { planning: null }), release(3, { planning: { rationale: 'new' } })])['planning'], { rationale: 'new' });
  assert.deepEqual(compiled([release(1, { planning: { budget: {} }, parties: [], awards: [{}] })]), {});
});

void test('an object that said nothing but null is there without fields, an object that said nothing is not', () => {
  assert.deepEqual(compiled([release(1, { awards: [{ title: null }] })]), { awards: [{}] });
  assert.deepEqual(compiled([release(1, { tender: { title: null } })]), { tender: {} });
  assert.deepEqual(compiled([release(1, { tender: { value: { amount: 1 } } }), release(2, { tender: { value: { amount: null } } })]), { tender: { value: {} } });
  assert.deepEqual(compiled([release(1, { planning: { budget: { id: null } } })]), { planning: { budget: {} } });
  assert.deepEqual(compiled([release(1, { tender: { value: {} }, awards: [{}] })]), {});
  assert.deepEqual(versions([release(1, { tender: { title: null }, awards: [{ title: null }] })]), { tender: { title: [['1', null]] }, awards: [{ title: [['1', null]] }] });
});

void test('id, date and tag tell of the release, also by a schema that does not say so', () => {
  const schema = { properties: { a: { type: 'string' } } };
  const releases = [release(1, { a: 'x' }), release(2, { a: 'y' })];
  const merged = mergeReleases(releases, { schema });
  assert.ok(merged.ok);
  assert.deepEqual(merged.value, { tag: ['compiled'], ocid: 'ocds-x-1', id: 'ocds-x-1-2026-01-02T00:00:00Z', date: '2026-01-02T00:00:00Z', initiationType: 'tender', a: 'y' });
  const versioned = mergeReleases(releases, { schema, versioned: true });
  assert.ok(versioned.ok);
  assert.deepEqual(Object.keys(versioned.value), ['ocid', 'initiationType', 'a']);
});

void test('a field whose lists are values still merges its objects', () => {
  const releases = [release(1, { submissionMethod: { a: 1 } }), release(2, { submissionMethod: { b: 2 } })];
  const own = { properties: { submissionMethod: { type: ['array', 'object'], wholeListMerge: true, properties: { a: {}, secret: { omitWhenMerged: true } } } } };
  for (const options of [{}, { schema: own }]) {
    assert.deepEqual(compiled(releases, options), { submissionMethod: { a: 1, b: 2 } });
    assert.deepEqual(versions(releases, options), { submissionMethod: { a: [['1', 1]], b: [['2', 2]] } });
  }
  assert.deepEqual(compiled([release(1, { submissionMethod: { a: 1, secret: 's' } })], { schema: own }), { submissionMethod: { a: 1 } });
});

void test('rules hold wherever the schema describes fields: without a type, with several, in combinations', () => {
  const inner = { a: { omitWhenMerged: true } };
  const withId = { id: {}, ...inner };
  const object = { x: { a: 1, b: 2 } };
  const list = { x: [{ id: 1, a: 1, b: 2 }] };
  const cases: readonly [JsonObject, JsonObject, JsonObject][] = [
    [{ properties: inner }, object, { x: { b: 2 } }],
    [{ items: { properties: inner } }, list, { x: [{ id: 1, b: 2 }] }],
    [{ type: ['object', 'array'], properties: inner, items: { type: 'object', properties: { id: {} } } }, object, { x: { b: 2 } }],
    [{ type: ['object', 'array'], properties: inner, items: { type: 'object', properties: { id: {} } } }, list, list],
    [{ type: ['object', 'array'], properties: { id: {} }, items: { type: 'object', properties: withId } }, list, { x: [{ id: 1, b: 2 }] }],
    [{ type: ['object', 'array'], properties: { id: {} }, items: { type: 'object', properties: withId } }, object, object],
    ...['oneOf', 'anyOf', 'allOf'].flatMap((keyword): [JsonObject, JsonObject, JsonObject][] => [
      [{ [keyword]: [{ type: 'string' }, { $ref: '#/definitions/inner' }] }, object, { x: { b: 2 } }],
      [{ [keyword]: [{ type: 'array', items: { type: 'object', [keyword]: [{ properties: withId }] } }] }, list, { x: [{ id: 1, b: 2 }] }],
    ]),
  ];
  for (const [x, fields, expected] of cases) {
    const schema = { definitions: { inner: { properties: inner, anyOf: [{ $ref: '#/definitions/inner' }] } }, properties: { x } };
    assert.deepEqual(compiled([release(1, fields)], { schema }), expected, JSON.stringify(x));
  }
  const idByBranch = { properties: { x: { type: 'array', items: { type: 'object', properties: { b: {} }, allOf: [{ properties: withId }] } } } };
  assert.deepEqual(compiled([release(1, list), release(2, { x: [{ id: 2 }] })], { schema: idByBranch }), { x: [{ id: 1, b: 2 }, { id: 2 }] });
  const idLeftOut = { properties: { x: { type: 'array', items: { type: 'object', properties: { id: { omitWhenMerged: true } } } } } };
  assert.deepEqual(compiled([release(1, list), release(2, { x: [{ id: 1, c: 3 }] })], { schema: idLeftOut }), { x: [{ a: 1, b: 2, c: 3 }] });
});

void test('versioned: an object after null, and a list of objects after a list of values, are versions of the field', () => {
  const [one, none, object] = [release(1, { x: 1 }), release(2, { x: null }), release(3, { x: { a: 1 } })];
  assert.deepEqual(compiled([one, none, object]), { x: { a: 1 } });
  assert.deepEqual(versions([one, none, object]), { x: [['1', 1], ['2', null], ['3', { a: 1 }]] });
  assert.deepEqual(versions([one, none, object, release(4, { x: {} }), release(5, { x: { b: null } }), release(6, { x: { a: 1 } }), release(7, { x: { b: 2 } })]),
    { x: [['1', 1], ['2', null], ['3', { a: 1 }], ['5', { b: null }], ['6', { a: 1 }], ['7', { b: 2 }]] });
  assert.deepEqual(versions([release(1, { x: [1] }), release(2, { x: [{ id: 1 }] }), release(3, { x: [] })]), { x: [['1', [1]], ['2', [{ id: 1 }]]] });
  const schema = { properties: { x: { properties: { a: { omitWhenMerged: true } } } } };
  assert.deepEqual(versions([one, none, release(3, { x: { a: 1, b: [{ a: 2 }] } })], { schema }), { x: [['1', 1], ['2', null], ['3', { b: [{ a: 2 }] }]] });
  // What has histories of its own has no place for a value beside them.
  for (const later of [[release(2, { x: 1 })], [release(2, { x: null }), release(3, { x: 1 })]]) {
    const result = mergeReleases([release(1, { x: { a: 1 } }), ...later], { versioned: true });
    assert.ok(!result.ok && result.failure.place === '/x');
  }
  assert.equal(mergeReleases([one, object], { versioned: true }).ok, false);
});

void test('versioned: null is a value of a field, and leaves the fields of an object their histories', () => {
  const first = release(1, { tender: { id: 't', title: 'x' } });
  assert.deepEqual(versions([first, release(2, { tender: { title: null } }), release(3, { tender: null })]),
    { tender: { id: [['1', 't']], title: [['1', 'x'], ['2', null]] } });
  assert.deepEqual(versions([release(1, { tender: null }), release(2, { tender: { id: 't' } })]), { tender: { id: [['2', 't']] } });
});

function items(...list: Json[]): JsonObject {
  return { tender: { id: 't', items: list } };
}

function itemsOf(...releases: Json[]): Json | undefined {
  return (compiled(releases)['tender'] as JsonObject)['items'];
}

void test('ids: 1 is not "1", a repeated id keeps the last word, no id adds, ids of objects in lists are not versioned', () => {
  assert.deepEqual(itemsOf(release(1, items({ id: 1, a: 1 })), release(2, items({ id: '1', b: 2 }))), [{ id: 1, a: 1 }, { id: '1', b: 2 }]);
  assert.deepEqual(itemsOf(release(1, items({ id: 1, a: 1, b: 1 }, { id: 1, a: 2 }))), [{ id: 1, a: 2, b: 1 }]);
  assert.deepEqual(itemsOf(release(1, items({ a: 1 })), release(2, items({ a: 1 }, { id: null, a: 2 }))), [{ a: 1 }, { a: 1 }, { a: 2 }]);
  assert.deepEqual(versions([release(1, items({ id: 1, a: 1 }, { id: 1, a: 2 })), release(2, items({ id: 1, a: 1, unit: { id: 'u' } }))]),
    { tender: { id: [['1', 't']], items: [{ id: 1, a: [['1', 2], ['2', 1]], unit: { id: [['2', 'u']] } }] } });
});

void test('lists that are merged as a whole: by the schema, of values, mixed, without ids in the schema', () => {
  const schema = { properties: {
    whole: { type: ['array', 'null'], wholeListMerge: true, items: { type: 'object', properties: { id: {} } } },
    noIds: { type: 'array', items: { type: 'object', properties: { name: {} } } },
    texts: { type: 'array', items: { type: 'string' } },
    old: { type: 'array', mergeStrategy: 'ocdsVersion', items: { type: 'object' } },
    left: { type: 'object', mergeStrategy: 'ocdsOmit' },
    parts: { type: 'object', wholeListMerge: true, properties: { secret: { type: 'string', omitWhenMerged: true } } },
  } };
  const first = { whole: [{ id: 1, a: null }], noIds: [{ name: 'a' }], texts: ['a'], old: [{ id: 1 }], left: { a: 1 }, parts: { a: 1, secret: 's' }, mixed: [1, { id: 2 }] };
  const second = { whole: [{ id: 1 }], noIds: [], texts: [], old: [], parts: { b: 2 }, mixed: [{ id: 2 }, null] };
  assert.deepEqual(compiled([release(1, first)], { schema }), stripped(first));
  assert.deepEqual(compiled([release(1, first), release(2, second)], { schema }), { ...second, parts: { a: 1, b: 2 } });
});

function stripped(first: JsonObject): JsonObject {
  const { left: _left, ...rest } = first;
  return { ...rest, parts: { a: 1 } };
}

function lots(tags: Json): JsonObject {
  return { lots: [{ id: 1, lots: [{ id: 2, lots: [{ id: 3, tags }] }] }] };
}

void test('a schema may refer to itself, and a reference that leads nowhere is an error', () => {
  const lot = { type: 'object', properties: { id: {}, tags: { type: 'array', items: { type: 'object', properties: {} } }, lots: { type: 'array', items: { $ref: '#/definitions/a~1b' } } } };
  const schema = { definitions: { 'a/b': lot }, properties: { lots: { type: 'array', items: { $ref: '#/definitions/a~1b' } } } };
  assert.deepEqual(compiled([release(1, lots([{ n: 1 }])), release(2, lots([{ n: 2 }]))], { schema }), lots([{ n: 2 }]));
  for (const reference of ['#/definitions/none', 'https://example.org/other.json', '#/properties/lots']) {
    const broken = mergeReleases([release(1, {})], { schema: { properties: { lots: { $ref: reference } } } });
    assert.ok(!broken.ok && broken.failure.kind === 'invalid');
    assert.match(broken.failure.message, /reference/);
  }
});

function at(date: string, title: string): JsonObject {
  return { ...release(1, { title }), date };
}

function last(...releases: Json[]): Json | undefined {
  return compiled(releases)['title'];
}

void test('releases are ordered by instant, equal ones as they came', () => {
  assert.equal(last(at('2026-01-01T10:00:00+02:00', 'first'), at('2026-01-01T09:00:00Z', 'second')), 'second');
  assert.equal(last(at('2026-01-01T09:00:00Z', 'second'), at('2026-01-01T10:00:00+02:00', 'first')), 'second');
  assert.equal(last(at('2026-01-01T09:00:00.5Z', 'second'), at('2026-01-01T09:00:00Z', 'first')), 'second');
  assert.equal(last(at('2026-01-01T09:00:00Z', 'first'), at('2026-01-01T09:00:00Z', 'second')), 'second');
  assert.equal(last(at('2026-01-02', 'second'), at('2026-01-01T09:00:00Z', 'first')), 'second');
});

void test('what cannot be merged is said plainly', () => {
  const errors: readonly [readonly Json[], RegExp, string | undefined][] = [
    [[], /no releases/, undefined],
    [[release(1, {}), 'text'], /number 2 is not an object/, '/1'],
    [[release(1, {}), release(2, { date: null })], /date of null/, '/1/date'],
    [[{ ocid: 'a' }], /no date/, '/0/date'],
    [[release(1, { date: 20260101 })], /date that is not text/, '/0/date'],
    [[release(1, { ocid: null })], /ocid of null/, '/0/ocid'],
    [[release(1, { ocid: 5 })], /ocid that is not text/, '/0/ocid'],
    [[release(1, {}), release(2, { ocid: 'b' })], /2 processes/, undefined],
    [[release(1, { a: 1 }), release(2, { a: { b: 1 } })], /value 1 at \/a/, '/a'],
    [[release(1, { a: { b: 1 } }), release(2, { a: [{ id: 1 }] })], /an object at \/a/, '/a'],
  ];
  for (const [releases, message, place] of errors) {
    const result = mergeReleases(releases);
    assert.ok(!result.ok, String(message));
    assert.equal(result.failure.kind, 'invalid');
    assert.match(result.failure.message, message);
    assert.equal(result.failure.place, place);
    assert.ok(result.failure.help);
  }
});

void test('an input of any shape: package, records, JSON lines, several processes', () => {
  const [first, second, other] = [release(1, { title: 'a' }), release(2, { title: 'b' }), release(1, { ocid: 'ocds-w', title: 'w' })];
  const one = mergeReleases([first, second]);
  assert.ok(one.ok);
  const shapes: readonly Json[] = [[second, first], { releases: [first, second] }, { records: [{ ocid: 'ocds-x-1', releases: [first, second] }] }, [{ releases: [first] }, second]];
  for (const shape of shapes) assert.deepEqual(mergeInput(shape), one);
  const several = mergeInput([first, other, second]);
  assert.ok(several.ok && Array.isArray(several.value));
  assert.deepEqual((several.value as readonly JsonObject[]).map(({ ocid, title }) => [ocid, title]), [['ocds-w', 'w'], ['ocds-x-1', 'b']]);
  const linked = mergeInput({ records: [{ ocid: 'o', releases: [{ url: 'https://example.org/r', date: '2026-01-01T00:00:00Z' }] }] });
  assert.ok(!linked.ok && linked.failure.place === '/records/0/releases/0');
  for (const empty of [[], { releases: [] }, { records: [] }]) assert.equal(mergeInput(empty).ok, false);
});

void test('a release may have fields called records and releases, and a record without its releases is named', () => {
  for (const fields of [{ records: [1] }, { releases: [{ id: 1 }] }]) {
    const result = mergeInput(release(1, fields));
    assert.ok(result.ok && !Array.isArray(result.value), JSON.stringify(fields));
    assert.deepEqual(mergeInput({ releases: [release(1, fields)] }), result);
  }
  const merged = { ocid: 'o', compiledRelease: release(1, {}) };
  for (const [input, place] of [[merged, ''], [{ records: [merged] }, '/records/0'], [[{ ocid: 'o', versionedRelease: {} }], '/0']] as const) {
    const result = mergeInput(input);
    assert.ok(!result.ok);
    assert.match(result.failure.message, /record with its merged release only/);
    assert.equal(result.failure.place, place);
  }
});

void test('numbers that no double holds, hostile keys and deep nesting', () => {
  const text = '{"ocid":"o","id":"1","date":"2026-01-01T00:00:00Z","v":0.12345678901234567890,"__proto__":{"x":1},"l":[{"id":12345678901234567890,"__proto__":2}]}';
  const first = parseJson(text);
  const merged = mergeReleases([first, parseJson(text.replace('T00', 'T01'))]);
  assert.ok(merged.ok);
  const written = JSON.stringify(merged.value);
  for (const part of ['"v":0.12345678901234567890', '"__proto__":{"x":1}', '"id":12345678901234567890', '"__proto__":2']) assert.ok(written.includes(part), part);
  assert.equal(({} as JsonObject)['x'], undefined);
  const deep = JSON.parse(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`) as Json;
  const refused = mergeReleases([release(1, { deep })]);
  assert.ok(!refused.ok && /nested/.test(refused.failure.message));
  assert.equal(mergeInput(deep).ok, false);
});

const scalar = fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), fc.string({ maxLength: 3 }));
const item = fc.record({ id: fc.integer({ min: 1, max: 3 }), a: scalar, b: fc.array(scalar, { maxLength: 2 }) }, { requiredKeys: ['id'] });
const fields = fc.record({
  tender: fc.record({ id: scalar, title: scalar, items: fc.uniqueArray(item, { maxLength: 3, selector: ({ id }) => id }), value: fc.record({ amount: scalar, currency: scalar }, { requiredKeys: [] }) }, { requiredKeys: [] }),
  parties: fc.uniqueArray(item, { maxLength: 3, selector: ({ id }) => id }),
  texts: fc.array(scalar, { maxLength: 3 }).map((list) => list.concat(1)),
}, { requiredKeys: [] });
const history = fc.array(fields, { minLength: 1, maxLength: 5 }).map((list) => list.map((one, at) => release(at + 1, one as JsonObject)));

void test('properties: order of input does not count, no input changes, merging again changes nothing', () => {
  fc.assert(fc.property(history, fc.boolean(), fc.infiniteStream(fc.nat()), (releases, versioned, stream) => {
    const before = JSON.stringify(releases);
    const shuffled = releases.map((one) => ({ one, key: stream.next().value as number })).toSorted((left, right) => left.key - right.key).map(({ one }) => one);
    const merged = mergeReleases(releases, { versioned });
    assert.deepEqual(mergeReleases(shuffled, { versioned }), merged);
    assert.equal(JSON.stringify(releases), before);
    assert.ok(merged.ok);
    const last = releases.at(-1);
    assert.ok(last);
    // The last release once more, later: nothing new is said, so only id and date move on.
    const again = mergeReleases([...releases, { ...last, id: 'again', date: '2027-01-01T00:00:00Z' }], { versioned });
    assert.ok(again.ok);
    assert.deepEqual({ ...again.value, id: '', date: '' }, { ...merged.value, id: '', date: '' });
  }), { numRuns: 500 });
});

void test('properties: merging one release keeps its fields, and a versioned release ends in what the compiled one holds', () => {
  fc.assert(fc.property(history, (releases) => {
    const [only] = releases;
    assert.ok(only);
    const { ocid: _ocid, id: _id, date: _date, tag: _tag, initiationType: _type, ...said } = only;
    assert.deepEqual(filled(compiled([only])), filled(said));
    assert.deepEqual(filled(latest(versions(releases))), filled(compiled(releases)));
  }), { numRuns: 500 });
});

/** The last value of each history in a versioned release. */
function latest(value: unknown): unknown {
  if (Array.isArray(value)) {
    const last: unknown = value.at(-1);
    return Array.isArray(last) && last.length === 2 && !isObject(last[0]) ? last[1] : value.map(latest);
  }
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, latest(field)]));
}

/** Without null, and without what holds nothing: neither is kept by a merge. Lists of values are values and stay whole. */
function filled(value: unknown): unknown {
  if (Array.isArray(value)) return value.every(isObject) ? value.map(filled) : value;
  if (!isObject(value)) return value;
  const fields = Object.entries(value).map(([key, field]) => [key, filled(field)] as const);
  return Object.fromEntries(fields.filter(([, field]) => field !== null && !(typeof field === 'object' && Object.keys(field).length === 0)));
}

function manyReleases(at: number): JsonObject {
  const tender = { id: 't', title: String(at), items: [{ id: at, quantity: at }] };
  const parties = [{ id: String(at % 50), name: String(at) }];
  return { ...release(1, { tender, parties }), date: new Date(Date.UTC(2020, 0, 1) + at * 60_000).toISOString() };
}

void test('ten thousand releases of one process take seconds at most', () => {
  const releases = Array.from({ length: 10_000 }, (_none, at) => manyReleases(at));
  for (const versioned of [false, true]) {
    const start = performance.now();
    assert.ok(mergeReleases(releases, { versioned }).ok);
    assert.ok(performance.now() - start < 5000);
  }
});

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { isObject, type Json, type JsonObject } from '#base';
import { realReleases } from './conformance.ts';
import { canonical } from './equal.ts';
import { mergeReleases, upgrade, validateRelease, versionOf } from './index.ts';

const shared = process.env['TORVET_SHARED'] ?? '../shared';
const skip = existsSync(join(shared, 'data/ocds/releases.jsonl')) ? false : `the real releases under ${shared} are absent: set TORVET_SHARED`;

const START = { ocid: 'ocds-x-1', id: '1', date: '2016-01-01T00:00:00Z', tag: ['award'], initiationType: 'tender' };
const KMD = { name: 'KMD', identifier: { scheme: 'DK-CVR', id: 26911745 }, address: { locality: 'Ballerup' }, note: 'kept' };

void test('a release of 1.0 becomes one of 1.1', () => {
  const old = {
    ...START,
    buyer: { name: 'Aarhus Kommune', identifier: { scheme: 'DK-CVR', id: '55133018' } },
    tender: {
      id: 't',
      procuringEntity: { name: 'Aarhus Kommune', identifier: { scheme: 'DK-CVR', id: '55133018' }, address: { locality: 'Aarhus' } },
      tenderers: [KMD, { name: 'Andre' }],
      amendment: { date: '2016-02-01T00:00:00Z', rationale: 'more time' },
    },
    awards: [{ id: 'a', suppliers: [KMD] }],
    contracts: [{ id: 'c', awardID: 'a', implementation: { transactions: [{
      id: 'x', amount: { amount: 5 }, providerOrganization: { scheme: 'DK-CVR', id: '55133018', legalName: 'Aarhus Kommune' }, receiverOrganization: { id: 'R-1' },
    }] } }],
  };
  const { release, version } = upgrade(old);
  assert.equal(version, '1.0');
  const aarhus = { id: 'DK-CVR-55133018', name: 'Aarhus Kommune' };
  assert.deepEqual(release, {
    ...START,
    buyer: aarhus,
    tender: {
      id: 't', procuringEntity: aarhus, tenderers: [{ id: 'DK-CVR-26911745', name: 'KMD' }, { id: 'name:Andre', name: 'Andre' }],
      amendments: [{ date: '2016-02-01T00:00:00Z', rationale: 'more time', id: amendmentId(release) }],
    },
    awards: [{ id: 'a', suppliers: [{ id: 'DK-CVR-26911745', name: 'KMD' }] }],
    contracts: [{ id: 'c', awardID: 'a', implementation: { transactions: [
      { id: 'x', value: { amount: 5 }, payer: aarhus, payee: { id: 'R-1' } },
    ] } }],
    parties: [
      {
        ...aarhus, identifier: { scheme: 'DK-CVR', id: '55133018', legalName: 'Aarhus Kommune' }, address: { locality: 'Aarhus' },
        roles: ['buyer', 'procuringEntity', 'payer'],
      },
      { ...KMD, id: 'DK-CVR-26911745', roles: ['tenderer', 'supplier'] },
      { id: 'name:Andre', name: 'Andre', roles: ['tenderer'] },
      { id: 'R-1', identifier: { id: 'R-1' }, roles: ['payee'] },
    ],
  });
  assert.equal(validateRelease(release).valid, true);
});

function amendmentId(release: Json): Json {
  const tender = isObject(release) ? release['tender'] : null;
  const amendments = isObject(tender) ? tender['amendments'] : null;
  const id = Array.isArray(amendments) && isObject(amendments[0]) ? amendments[0]['id'] : null;
  assert.ok(typeof id === 'string' && /^[0-9a-f]{16}$/.test(id));
  return id;
}

void test('organisations that contradict each other under one number are both kept', () => {
  const old = { ...START, buyer: { ...KMD, name: 'A' }, awards: [{ id: 'a', suppliers: [{ ...KMD, name: 'B' }] }] };
  const { release } = upgrade(old);
  assert.ok(isObject(release) && Array.isArray(release['parties']));
  const parties = release['parties'] as readonly JsonObject[];
  assert.deepEqual(parties.map(({ name, roles }) => [name, roles]), [['A', ['buyer']], ['B', ['supplier']]]);
  assert.equal(new Set(parties.map(({ id }) => id)).size, 2);
});

void test('the same amendment and organisation in two releases merge into one', () => {
  const old = { ...START, buyer: { name: 'A' }, tender: { id: 't', amendment: { rationale: 'r' } } };
  const merged = mergeReleases([upgrade(old).release, upgrade({ ...old, id: '2', date: '2016-01-02T00:00:00Z' }).release]);
  assert.ok(merged.ok);
  const tender = merged.value['tender'];
  assert.ok(isObject(tender) && Array.isArray(tender['amendments']) && Array.isArray(merged.value['parties']));
  assert.equal(tender['amendments'].length, 1);
  assert.equal(merged.value['parties'].length, 1);
});

void test('the version of a release follows from what is declared, then from its shape', () => {
  const versions: readonly [JsonObject, string | undefined, string][] = [
    [{}, undefined, '1.1'],
    [{ buyer: { name: 'A' } }, undefined, '1.0'],
    [{ buyer: { name: 'A' } }, '1.1', '1.1'],
    [{ buyer: { name: 'A' }, version: '1.1' }, undefined, '1.1'],
    [{ buyer: { name: 'A' }, parties: [] }, undefined, '1.1'],
    [{ buyer: { id: '1', name: 'A' } }, undefined, '1.1'],
    [{ buyer: { id: '1', name: 'A' } }, '1.0', '1.0'],
    [{ buyer: { id: '1', identifier: { id: '1' } } }, undefined, '1.0'],
    [{ tender: { amendment: {} } }, undefined, '1.0'],
    [{ tender: { amendment: null } }, undefined, '1.1'],
    [{ awards: [{ suppliers: [{ name: 'S' }] }] }, undefined, '1.0'],
    [{ contracts: [{ implementation: { transactions: [{ amount: {} }] } }] }, undefined, '1.0'],
    [{ contracts: [{ implementation: { transactions: [{ value: {} }] } }] }, undefined, '1.1'],
  ];
  for (const [release, declared, expected] of versions) assert.equal(versionOf(release, declared), expected, JSON.stringify([release, declared]));
});

void test('what is no release, or has unexpected shapes, passes through', () => {
  for (const value of [null, 5, 'x', [START]]) assert.deepEqual(upgrade(value), { release: value, version: '1.1' });
  const odd = { buyer: 'A', tender: [1], awards: { id: 'a', suppliers: KMD }, contracts: [null, { implementation: { transactions: 'none' } }] };
  const { release } = upgrade(odd, '1.0');
  assert.ok(isObject(release));
  assert.deepEqual({ ...release, parties: null }, { ...odd, awards: { id: 'a', suppliers: { id: 'DK-CVR-26911745', name: 'KMD' } }, parties: null });
});

void test('no real release loses a fact, and upgrading twice changes nothing', { skip }, () => {
  const releases = realReleases(shared);
  const old = releases.filter(({ value }) => upgrade(value).version === '1.0');
  assert.equal(releases.length, 499);
  assert.ok(old.length > 200 && old.length < 400, String(old.length));
  for (const { name, value } of old) {
    const before = JSON.stringify(value);
    const { release } = upgrade(value);
    const kept = facts(release);
    assert.deepEqual([...facts(value)].filter((fact) => !kept.has(fact)), [], name);
    assert.deepEqual(upgrade(release).release, release, name);
    assert.equal(JSON.stringify(value), before, name);
  }
});

/** Every value with the name of its field. A number that serves as an id is the same fact as text. */
function facts(value: Json | undefined, name = '', found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const item of value as readonly Json[]) facts(item, name, found);
  else if (isObject(value)) for (const [key, field] of Object.entries(value)) facts(field, key, found);
  else if (name !== 'version' && value !== '') found.add(`${name}=${typeof value === 'number' ? String(value) : canonical(value).replaceAll('"', '')}`);
  return found;
}

const text = fc.constantFrom('A', 'B', '');
const organisation = fc.record({ id: fc.oneof(text, fc.integer({ min: 0, max: 2 })), name: text, identifier: fc.record({ scheme: text, id: text }, { requiredKeys: [] }), address: fc.record({ locality: text }), roles: fc.oneof(text, fc.array(text, { maxLength: 2 })) }, { requiredKeys: [] });
const amendment = fc.record({ id: text, rationale: text }, { requiredKeys: [] });
const transaction = fc.record({ id: text, amount: fc.oneof(text, fc.record({ amount: fc.nat(2) })), value: fc.record({ amount: fc.nat(2) }), providerOrganization: fc.oneof(text, fc.record({ scheme: text, id: text, legalName: text })), payer: organisation }, { requiredKeys: [] });
const oldRelease = fc.record({
  version: fc.constantFrom('1.0', '1.1', 'x'),
  parties: fc.array(organisation, { maxLength: 2 }),
  buyer: fc.oneof(organisation, fc.constant(null)),
  tender: fc.record({ procuringEntity: organisation, tenderers: fc.oneof(organisation, fc.array(organisation, { maxLength: 3 })), amendment, amendments: fc.array(amendment, { maxLength: 2 }) }, { requiredKeys: [] }),
  awards: fc.array(fc.record({ suppliers: fc.array(organisation, { maxLength: 2 }), amendment }, { requiredKeys: [] }), { maxLength: 2 }),
  contracts: fc.array(fc.record({ amendment, implementation: fc.record({ transactions: fc.array(transaction, { maxLength: 2 }) }) }, { requiredKeys: [] }), { maxLength: 2 }),
}, { requiredKeys: [] });

void test('properties: upgrading is idempotent, loses no fact and leaves its input', () => {
  fc.assert(fc.property(oldRelease, fc.constantFrom('1.0', undefined), (old, declared) => {
    const before = JSON.stringify(old);
    const { release } = upgrade(old, declared);
    assert.equal(JSON.stringify(old), before);
    const kept = facts(release);
    assert.deepEqual([...facts(old)].filter((fact) => !kept.has(fact)), []);
    assert.deepEqual(upgrade(release, declared).release, release);
  }), { numRuns: 2000 });
});

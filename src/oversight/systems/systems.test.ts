import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import type { Overview, Statement } from '../overview/overview.schema.ts';
import { knownSystems, spokenOf, systemsIn } from './systems.ts';

const told = { da: 'x', en: 'x' };
const overview = (id: string, names: readonly string[], more: Partial<Overview> = {}): Overview => ({
  id, subject: 'system', title: told, lead: told, names: [...names], suppliers: [], cpv: [], kle: [], period: { from: '2024', to: '2024' }, story: [], unknown: [], sources: [], statements: [], ...more,
});
const lists = (overviews: readonly Overview[], held: readonly string[]): readonly unknown[] => knownSystems(overviews, held).map(({ slug, names, overviews: own }) => [slug, names, own.map(({ id }) => id)]);
const named = (words: string): readonly string[] => systemsIn(knownSystems([overview('a', ['KMD Opera', 'Jobcenter Opera'])], ['Opera', 'C', 'C++', 'Lønsys']), words).map(({ name }) => name);

void test('overviews of systems and names in lists, each once', () => {
  assert.deepEqual(lists([overview('a', ['KMD Opera']), overview('b', ['SKI 02.19'], { subject: 'field' }), overview('c', [])], ['kmd–OPERA', 'Nexus', 'NEXUS', 'Ærø-sys']), [
    ['kmd-opera', ['KMD Opera', 'kmd–OPERA'], ['a']], ['nexus', ['Nexus'], []], ['aeroe-sys', ['Ærø-sys'], []],
  ]);
});

void test('two overviews that share a name are of one system, and a list can join two', () => {
  assert.deepEqual(lists([overview('a', ['Opus']), overview('b', ['KMD Opus', 'opus'])], []), [['opus', ['Opus', 'KMD Opus'], ['a', 'b']]]);
  assert.deepEqual(lists([overview('a', ['Opus']), overview('b', ['KMD Opus']), overview('c', ['OPUS', 'kmd opus'])], []), [['opus', ['Opus', 'KMD Opus'], ['a', 'b', 'c']]]);
});

void test('words that name a system, whole words only, and the longer name before a part of it', () => {
  assert.deepEqual(named('"kmd opera" til jobcentret'), ['KMD Opera']);
  assert.deepEqual(named('opera i Aarhus'), ['Opera']);
  assert.deepEqual(named('jobcenter-opera, lønsys'), ['KMD Opera', 'Lønsys']);
  for (const words of ['operation', 'kmd', '', 'd', '***']) assert.deepEqual(named(words), [], words);
  assert.deepEqual(named('C++'), ['C++']);
  assert.deepEqual(named('C'), ['C']);
});

const statement = (id: string, corrects?: string): Statement => ({ id, kind: 'view', about: { all: true }, text: told, sources: ['s'], entered: '2026-01-01', ...(corrects === undefined ? {} : { corrects }) });

void test('what two overviews say stands under ids of its own', () => {
  const source = { id: 's', title: 'T', publisher: 'P', kind: 'press', url: 'https://example.org/', seen: 'read' } as const;
  const [system] = knownSystems([overview('a', ['X'], { statements: [statement('1')], sources: [source] }), overview('b', ['X'], { statements: [statement('1'), statement('2', '1')], sources: [source] })], []);
  assert.ok(system);
  const { statements, sources } = spokenOf(system);
  assert.deepEqual(statements.map(({ id, corrects, sources: own }) => [id, corrects, own]), [['a.1', undefined, ['a.s']], ['b.1', undefined, ['b.s']], ['b.2', 'b.1', ['b.s']]]);
  assert.deepEqual(sources.map(({ id }) => id), ['a.s', 'b.s']);
});

void test('whatever the names, each system has one address, each name belongs to one system, and is found by it', () => {
  const name = fc.oneof(fc.constantFrom('A', 'a', 'A-B', 'a b', 'B', 'C++', 'C'), fc.string({ minLength: 1, maxLength: 6 }));
  fc.assert(fc.property(fc.array(fc.array(name, { minLength: 1, maxLength: 3 }), { maxLength: 4 }), fc.array(name, { maxLength: 6 }), (groups, held) => {
    const systems = knownSystems(groups.map((names, at) => overview(String(at), names)), held);
    assert.equal(new Set(systems.map(({ slug }) => slug)).size, systems.length);
    for (const given of [...groups.flat(), ...held]) assert.equal(systems.filter(({ names }) => names.some((one) => one.toLowerCase() === given.toLowerCase())).length, 1, given);
    for (const system of systems) assert.ok(systemsIn(systems, system.name).includes(system));
  }));
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { readOverview } from './read.ts';
import { OVERVIEW_FOLDER, readOverviews } from './overviews.ts';

const TODAY = '2026-11-26';
const known = new Set(['Nyborg', 'Hedensted', 'Slagelse']);
const opera = readFileSync(path.join(OVERVIEW_FOLDER, 'kmd-opera/overview.yaml'), 'utf8');
const context = { file: 'overview.yaml', id: 'kmd-opera', today: TODAY, isMunicipality: (name: string) => known.has(name) };

function told(yaml: string): readonly string[] {
  const result = readOverview(yaml, context);
  return result.ok ? [] : result.failure.map(({ message, help }) => `${message} ${help}`);
}
const changed = (from: string | RegExp, to: string): readonly string[] => {
  assert.ok(typeof from === 'string' ? opera.includes(from) : from.test(opera), `${String(from)} is there`);
  return told(opera.replace(from, to));
};

void test('every overview of the house can be shown', () => {
  const { found, failures } = readOverviews(TODAY);
  assert.deepEqual(failures, []);
  assert.ok(found.some(({ id }) => id === 'kmd-opera'));
});

describe('a mistake is told with its line and what to do', () => {
  for (const [what, from, to, message] of [
    ['a source that is not there', 'sources: [cw-100191]', 'sources: [cw-1]', /line \d+: there is no source "cw-1" Enter it under sources/],
    ['no source', 'sources: [cw-100174]\n    date', 'sources: []\n    date', /line \d+: sources: this is not what belongs there Write the ids of its sources, at least one/],
    ['a ground that is on no list', 'ground: few-suppliers', 'ground: luck', /ground: this is not what belongs there Write one of add-on, upgrade/],
    ['a municipality that is none', '{ municipality: Nyborg }', '{ municipality: Nyborrg }', /"Nyborrg" is no Danish municipality/],
    ['a supplier of another case', '{ supplier: KMD }', '{ supplier: Anden }', /"Anden" is not among the suppliers/],
    ['a field that is not there', 'subject: system', 'subjekt: system', /subject" is missing|no field "subjekt"/],
    ['a date without quotes', 'date: "2010"', 'date: 2010', /date: this is not what belongs there Write a year/],
    ['a day to come', 'entered: "2026-11-26"', 'entered: "2026-11-27"', /cannot have been entered on 2026-11-27/],
    ['the same id twice', 'id: nyborg-har', 'id: nyborg-koeb', /the statement "nyborg-koeb" stands twice/],
    ['a statement without its sources', "    sources: [cw-100174]\n    date: \"2010\"\n    entered: \"2026-11-26\"\n  - id: nyborg-har", "    date: \"2010\"\n    entered: \"2026-11-26\"\n  - id: nyborg-har", /line \d+: the field "sources" is missing Write the ids of its sources, at least one/],
    ['a sentence of the story without its source', 'sources: [cw-100191]', 'sources: []', /line \d+: story\.0\.sources: this is not what belongs there/],
    ['a source without an address', '    url: https://www.dknyt.dk/artikel/ingen-ny-konkurrencesag\n', '', /line \d+: sources\.3: the field "url" is missing Write an address that begins with http/],
    ['a source that is no address', 'url: https://www.dknyt.dk/artikel/ingen-ny-konkurrencesag', 'url: avisen', /line \d+: sources\.3\.url: this is not what belongs there Write an address/],
    ['a key that stands twice', 'subject: system', 'subject: system\nsubject: system', /line \d+: It is no YAML: Map keys must be unique/],
    ['an amount in words', 'value: "475000"', 'value: "ca. 2 mio."', /line \d+: value: this is not what belongs there Write an amount in quotes/],
    ['an amount with separators', 'value: "475000"', 'value: "475.000,00"', /line \d+: value: this is not what belongs there/],
    ['no YAML', 'subject: system', 'subject: [system', /It is no YAML/],
    ['no outcome', /\n {2}- id: ingen-sag[\s\S]*$/, '\n', /Nyborg is named without what came of it/],
    ['no reply', /\n {4}by: \{ municipality: Nyborg \}/, '', /Nyborg is named without its own words/],
  ] as const) test(what, () => assert.match(changed(from, to).join('\n'), message));

  test('the line is that of the mistake', () => {
    const line = opera.split('\n').findIndex((text) => text.includes('ground: few-suppliers')) + 1;
    assert.match(changed('ground: few-suppliers', 'ground: luck')[0] ?? '', new RegExp(`^overview\\.yaml, line ${line}: `));
  });
});

describe('a named party and its answer', () => {
  const withoutWords = opera.replace(/\n {4}by: \{ municipality: Nyborg \}/, '');
  const question = (deadline: string): string => `${withoutWords}
  - id: nyborg-spurgt
    kind: question
    about: { municipality: Nyborg }
    deadline: "${deadline}"
    text: { da: Hvorfor blev det ikke udbudt?, en: Why was it not tendered? }
    sources: [cw-100174]
    date: "2026-10-01"
    entered: "2026-10-01"
`;
  test('a question counts when its deadline has passed, not before', () => {
    assert.deepEqual(told(question('2026-11-25')), []);
    assert.match(told(question('2026-11-26')).join(), /Nyborg is named without its own words/);
  });
});

const corrected = (kind: string, about: string, of: string): string => `${opera}
  - id: rettelse
    kind: ${kind}
    corrects: ${of}
    about: { municipality: ${about} }
    text: { da: Rettet., en: Corrected. }
    sources: [cw-100174]
    date: "2010"
    entered: "2026-11-26"
`;

describe('corrections', () => {
  test('take the place of a statement of the same kind about the same party, and only of an earlier one', () => {
    assert.deepEqual(told(corrected('holding', 'Hedensted', 'hedensted-har')), []);
    assert.match(told(corrected('holding', 'Nyborg', 'hedensted-har')).join(), /of another kind, or about somebody else/);
    assert.match(told(corrected('reply', 'Hedensted', 'hedensted-har')).join(), /of another kind|who replies/);
    assert.match(told(corrected('holding', 'Hedensted', 'findes-ikke')).join(), /no earlier statement/);
  });
});

void test('whatever the text, the answer is an overview or mistakes with lines', () => {
  const lines = opera.split('\n');
  fc.assert(fc.property(fc.nat(lines.length - 1), fc.oneof(fc.string(), fc.constantFrom('', '- ', 'a: [', '? !!js/function x', '&a *a', '%YAML 9', '\u0000')), (at, text) => {
    const result = readOverview(lines.with(at, text).join('\n'), context);
    assert.ok(result.ok || (result.failure.length > 0 && result.failure.every(({ message }) => /^overview\.yaml, line \d+: /.test(message))));
  }), { numRuns: 60 });
});

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { NO_RULES, reasonsOf, type MatchRules } from './match.ts';
import { PLACES, type Mention } from './mentions.ts';

const title = (text: string): readonly Mention[] => [{ place: 'title', text }];
function words(rules: Partial<MatchRules>, mentions: readonly Mention[], cpv: readonly string[] = []): readonly string[] {
  return reasonsOf({ ...NO_RULES, ...rules }, { mentions, cpv }).map((reason) => reason.words);
}

describe('a name', () => {
  test('is found as whole words, whatever parts them and in whatever case', () => {
    for (const [text, found] of [
      ['Drift af KMD  Opera i jobcentret', 'KMD  Opera'], ['Drift af kmd-opera.', 'kmd-opera'], ['KMD Opera-systemet', 'KMD Opera'], ['KMD Operas drift', 'KMD Operas'], ['«KMD Opera»', 'KMD Opera'],
      ['KMD Operatør', null], ['KMD Operasystemet', null], ['GAMMELKMD Opera', null], ['KMD leverer en opera', null],
    ] as const) assert.deepEqual(words({ names: ['KMD Opera'] }, title(text)), found === null ? [] : [found], text);
    assert.deepEqual(words({ names: ['C++'] }, title('Kursus i C++ og andet')), ['C++']);
    assert.deepEqual(words({ names: ['Børnesystem'] }, title('Bo\u0308rnesystem og B\u00f8rnesystem')), ['Børnesystem']);
    assert.deepEqual(words({ names: ['Ärende'] }, title('Nytt A\u0308rende')), ['Ärende']);
    assert.deepEqual(words({ names: ['SCADA'] }, title('teknologie RIS/SCADA')), ['SCADA']);
  });
  test('of three letters has no genitive', () => assert.deepEqual(words({ names: ['SAP'] }, title('saps i træer')), []));
  test('in an address, before one, or among formats of documents is no purchase', () => {
    for (const text of ['Se https://example.org/sap/bc', 'Skriv til sap@example.org', 'example.org/sap/bc', 'Bud afgives i SAP Ariba under adressen http://example.org', 'på cd-rom (Excel, SAP)', 'som SAP.pdf']) assert.deepEqual(words({ names: ['SAP'] }, title(text)), [], text);
    assert.deepEqual(words({ names: ['SAP'] }, title('Indkøb af SAP. Se https://example.org/sap')), ['SAP']);
  });
  test('in a phrase that means something else does not count; beside it, it does', () => {
    const rules = { names: ['Siemens'], not: ['Werner-von-Siemens'] };
    assert.deepEqual(words(rules, title('Werner-von-Siemens-Schule')), []);
    assert.deepEqual(words(rules, title('Siemens til Werner-von-Siemens-Schule')), ['Siemens']);
  });
});

describe('a common name', () => {
  const rules = { common: ['Windows'], suppliers: ['Microsoft'], cpv: ['48'] };
  test('counts with a supplier or a field beside it', () => {
    assert.deepEqual(words(rules, title('Windows and doors'), ['45421100']), []);
    assert.deepEqual(words(rules, title('Licenser til Windows'), ['48620000']), ['Windows']);
    assert.deepEqual(words(rules, [...title('Licenser til Windows'), { place: 'supplier', text: 'Microsoft Danmark ApS' }]), ['Windows']);
  });
  test('counts as it is written, and not within a compound of names', () => {
    assert.deepEqual(words(rules, title('rene windows'), ['48620000']), []);
    assert.deepEqual(words(rules, title('Jones-Windows'), ['48620000']), []);
    assert.deepEqual(words(rules, title('Windows-pc'), ['48620000']), ['Windows']);
  });
});

test('a supplier counts without the name where field or KLE and description agree', () => {
  const rules = { names: ['KMD Opera'], suppliers: ['KMD'], cpv: ['48'], kle: ['15.00'], about: ['jobcenter'] };
  const mentions: readonly Mention[] = [...title('System til jobcenter'), { place: 'supplier', text: 'KMD A/S' }];
  assert.deepEqual(words(rules, mentions, ['48000000']), ['jobcenter']);
  assert.deepEqual(words(rules, [...mentions, { place: 'description', text: 'KLE 15.00' }]), ['jobcenter']);
  assert.deepEqual(words(rules, mentions, ['90000000']), []);
  assert.deepEqual(words(rules, title('System til jobcenter'), ['48000000']), []);
  assert.deepEqual(words(rules, [...title('System til skoler'), { place: 'supplier', text: 'KMD A/S' }], ['48000000']), []);
});

test('each reason says rule, words, place and what stands beside', () => {
  assert.deepEqual(reasonsOf({ ...NO_RULES, common: ['Opera'], suppliers: ['KMD'] }, { mentions: [{ place: 'supplier', text: 'KMD A/S' }, { place: 'lot', text: 'Drift af\nOpera' }], cpv: [] }), [
    { rule: 'common', name: 'Opera', words: 'Opera', place: 'lot', around: 'Drift af Opera', beside: [{ kind: 'supplier', value: 'KMD' }] },
  ]);
});

const letters = fc.stringMatching(/^[a-zæøåéüß0-9]{1,12}$/).filter((word) => word !== 'et' && word !== 'her');
const mention = fc.record({ place: fc.constantFrom(...PLACES), text: fc.oneof(fc.string({ maxLength: 40 }), fc.array(fc.constantFrom('Opera', 'KMD', 'opera-hus', 'operatør', 'http://opera.dk', 'og', '.'), { maxLength: 8 }).map((parts) => parts.join(' '))) });

test('never inside another word, whatever the word; the genitive of a name is no other word', () => {
  fc.assert(fc.property(letters, letters, fc.boolean(), (name, more, isBefore) => {
    const text = isBefore ? `${more}${name}` : `${name}${more}`;
    assert.deepEqual(words({ common: [name], cpv: ['48'] }, title(`et-${text} (${text}) her`), ['48']), []);
    assert.deepEqual(words({ names: [name] }, title(`et ${text} her`)), !isBefore && more === 's' && /[^\dsxz]$/.test(name) && name.length > 3 ? [text] : []);
  }));
});

test('the order of names, rules and texts does not count, and the same text twice is one reason', () => {
  fc.assert(fc.property(fc.array(mention, { maxLength: 8 }), fc.shuffledSubarray(['KMD Opera', 'Opera', 'opera', 'KMD'], { minLength: 1 }), (mentions, names) => {
    const rules = { ...NO_RULES, names, common: ['KMD', 'Opera'], suppliers: ['KMD', 'Opera'], cpv: ['48', '4'] };
    const straight = reasonsOf(rules, { mentions, cpv: ['48000000'] });
    const turned = { ...rules, names: names.toReversed(), common: rules.common.toReversed(), suppliers: rules.suppliers.toReversed(), cpv: rules.cpv.toReversed() };
    assert.deepEqual(reasonsOf(turned, { mentions: [...mentions.toReversed(), ...mentions], cpv: ['72000000', '48000000'] }), straight);
  }));
});

test('an exclusion never adds a match', () => {
  fc.assert(fc.property(fc.array(mention, { maxLength: 6 }), fc.array(fc.constantFrom('KMD', 'opera-hus', 'Opera og'), { maxLength: 3 }), (mentions, not) => {
    const rules = { ...NO_RULES, names: ['Opera'] };
    assert.ok(reasonsOf({ ...rules, not }, { mentions, cpv: [] }).length <= reasonsOf(rules, { mentions, cpv: [] }).length);
  }));
});

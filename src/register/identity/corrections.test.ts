import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { test } from 'node:test';
import { countryCode } from '../country.ts';
import { bareName } from './bare-name.ts';
import { CORRECTIONS, parseCorrections, type Correction } from './corrections.ts';
import { NATIONAL_NUMBERS } from './national-numbers.ts';

const SCHEMES = new Set(Object.values(NATIONAL_NUMBERS).flatMap((kinds) => kinds.map(({ scheme }) => scheme)));
const isNumberKey = (text: string): boolean => SCHEMES.has(text.slice(0, text.lastIndexOf('-')));

const text = ({ one, other }: Correction): string => [one, other].map((side) => `${side.country === null ? side.text : bareName(side.text).bare} ${side.country}`).toSorted().join(' = ');

void test('every correction says whom it means, why, and where that can be seen', () => {
  assert.ok(CORRECTIONS.length > 0);
  for (const { kind, one, other, reason, source } of CORRECTIONS) {
    const line = `${kind} ${one.text} ${other.text}`;
    for (const said of [reason.da, reason.en]) assert.ok(said.length >= 20, line);
    assert.ok(source.length >= 10 && reason.da !== reason.en, line);
    assert.doesNotMatch(reason.da + reason.en + source, /^\s|\s$|\s{2}/, line);
    for (const side of kind === 'join' ? [one, other] : []) {
      assert.ok(side.country === null ? isNumberKey(side.text) : countryCode(side.country) === side.country, line);
    }
    if (kind === 'not-its-number') assert.ok(isNumberKey(other.text) && one.country === null, line);
  }
});

void test('no correction stands twice, joins what is one already, or says of a number both that it is and that it is not somebody\'s', () => {
  assert.equal(new Set(CORRECTIONS.map(text)).size, CORRECTIONS.length);
  const joins = CORRECTIONS.filter(({ kind }) => kind === 'join');
  for (const { one, other } of joins) assert.notDeepEqual([bareName(one.text).bare, one.country], [bareName(other.text).bare, other.country], `${one.text} is the rules' own work`);
  for (const { one, other } of CORRECTIONS.filter(({ kind }) => kind === 'not-its-number')) {
    const { bare } = bareName(one.text);
    const claimed = joins.some((join) => [join.one, join.other].some(({ text: side }) => side === other.text) && [join.one, join.other].some(({ text: side }) => bareName(side).bare === bare));
    assert.ok(!claimed, `${one.text} has ${other.text}, and has not`);
  }
});

void test('whoever changes what notices are read as has them read anew', () => {
  const lines = CORRECTIONS.filter(({ kind }) => kind !== 'join').map(({ kind, one, other }) => `${kind} ${one.text} ${other.text}`).toSorted().join('\n');
  assert.equal(hash('sha256', lines).slice(0, 12), '2dfa21d47229', 'Raise DERIVED in src/register/process-row.ts, then write the new digest here.');
});

void test('a line that is not as it must be is named', () => {
  const header = 'kind\tone\tone_country\tother\tother_country\treason\treason_en\tsource';
  for (const [line, what] of [['join\tA\tDK\tB\tDK\tr\t\tx', /Line 2 .* no reason/], ['joins\tA\tDK\tB\tDK\tr\tr\ts', /begin with one of join/], ['join\tA\tDK\t\t\tr\tr\ts', /whom it means/]] as const) {
    assert.throws(() => parseCorrections(`${header}\n${line}\n`), what);
  }
  assert.throws(() => parseCorrections('a\tb\n'), /Line 1/);
  assert.deepEqual(parseCorrections(`${header}\nno-register\tX-Y\t\t\t\tr\tr\ts\n`)[0]?.one, { text: 'X-Y', country: null });
});

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { takeIn, type Intake } from './intake.ts';
import type { Unreadable } from './values.ts';

const NAMED = '"ocid":"ocds-x-1","id":"r1","date":"2026-01-01T00:00:00Z"';
const CORRECT = `{${NAMED},"tag":["tender"],"initiationType":"tender"}`;

const take = (text: string): (Intake | Unreadable)[] => takeIn({ kind: 'json', place: 'line 7', text });

function one(text: string): Intake {
  const [first, ...more] = take(text);
  assert.ok(first !== undefined && !('failure' in first) && more.length === 0, JSON.stringify(first));
  return first;
}

function rejected(text: string): string {
  const [first, ...more] = take(text);
  assert.ok(first !== undefined && 'failure' in first && more.length === 0, text);
  assert.ok((first.failure.help ?? '') !== '');
  return first.failure.message;
}

void test('a release is kept to the letter, with its hash, whatever it stood in', () => {
  const release = `{ ${NAMED},\n "tender":{"value":{"amount":1500.00}}, "n":0.12345678901234567890 }`;
  const inside: readonly (readonly [string, string])[] = [
    [release, 'line 7'], [`[ ${release} ]`, 'line 7, release 1'], [`{"version":"1.1", "releases":[${release}]}`, 'line 7, release 1'],
    [`{"records":[{"ocid":"ocds-x-1", "releases":[ ${release}]}]}`, 'line 7, record 1, release 1'],
    [`{"ocid":"ocds-x-1","releases":[${release}]}`, 'line 7, release 1'],
  ];
  for (const [text, place] of inside) {
    const taken = one(text);
    assert.equal(taken.received, release);
    assert.equal(taken.sha256, createHash('sha256').update(release).digest('hex'));
    assert.equal(taken.place, place);
  }
});

void test('one content in two layouts is one content; another content is another', () => {
  const { content } = one(CORRECT);
  assert.equal(one(CORRECT.replaceAll(',', ' ,\r\n\t')).content, content);
  assert.equal(one(CORRECT.replace('ocds-x-1', String.raw`ocds-\u0078-1`)).content, content);
  assert.notEqual(one(CORRECT.replace('"tender"', '"award"')).content, content);
  assert.notEqual(one(CORRECT.replace('}', ',"n":0.12345678901234567890}')).content, one(CORRECT.replace('}', ',"n":0.12345678901234567891}')).content);
});

void test('many releases in one value: the good ones are taken, the others named by place', () => {
  const found = take(`{"releases":[${CORRECT},5,{"ocid":"o"},null,${CORRECT.replace('r1', 'r2')}]}`);
  assert.deepEqual(found.map((entry) => [entry.place, 'failure' in entry ? entry.failure.message.slice(0, 20) : entry.releaseId]), [
    ['line 7, release 1', 'r1'], ['line 7, release 2', 'It is a number, not '], ['line 7, release 3', 'It has no id and no '],
    ['line 7, release 4', 'It is null, not an o'], ['line 7, release 5', 'r2'],
  ]);
});

void test('records: embedded releases, else the compiled one; links alone are no releases', () => {
  const link = '{"url":"https://example.org/r","date":"2026-01-01T00:00:00Z","tag":["tender"]}';
  assert.equal(one(`{"records":[{"ocid":"ocds-x-1","releases":[${link},${CORRECT}],"compiledRelease":{${NAMED}}}]}`).releaseId, 'r1');
  assert.equal(one(`{"records":[{"ocid":"ocds-x-1","releases":[${link}],"compiledRelease":${CORRECT.replace('r1', 'c1')}}]}`).releaseId, 'c1');
  assert.match(rejected(`{"records":[{"ocid":"ocds-x-1","releases":[${link}]}]}`), /no ocid and no id/);
  assert.match(rejected('{"records":[7]}'), /a number/);
});

void test('empty packages hold nothing, and nothing is wrong with that', () => {
  for (const text of ['{"releases":[]}', '{"records":[]}', '[]']) assert.deepEqual(take(text), []);
});

void test('a list whose key is written in escapes, or twice, is read as the parser reads it', () => {
  assert.equal(one(String.raw`{"r\u0065leases":[` + `${CORRECT}]}`).releaseId, 'r1');
  assert.deepEqual(take(`{"releases":[${CORRECT}],"releases":[${CORRECT.replace('r1', 'r2')},${CORRECT.replace('r1', 'r3')}]}`)
    .map((entry) => ('failure' in entry ? '' : entry.releaseId)), ['r2', 'r3']);
});

void test('rejected is what lacks ocid, id or date, is no object, or cannot be read', () => {
  for (const field of ['ocid', 'id', 'date']) {
    assert.match(rejected(CORRECT.replace(`"${field}"`, '"x"')), new RegExp(`no ${field},`));
    assert.match(rejected(CORRECT.replace(new RegExp(`"${field}":"[^"]*"`), `"${field}":" \\u0000 "`)), new RegExp(`no ${field},`));
    assert.match(rejected(CORRECT.replace(new RegExp(`"${field}":"[^"]*"`), `"${field}":{}`)), new RegExp(`no ${field},`));
  }
  for (const text of ['"x"', 'true', 'null', '12', '1e400']) assert.match(rejected(text), /not an object/);
  assert.match(rejected('{'), /^It is not JSON/);
  assert.match(rejected('['.repeat(10_000)), /nests deeper/);
  assert.match(rejected(`{${NAMED},"x":${'['.repeat(600)}${']'.repeat(600)}}`), /nests deeper/);
  assert.match(rejected(CORRECT.replace('ocds-x-1', 'æ'.repeat(600))), /^Its ocid is longer than 1000 bytes/);
});

void test('a release that breaks the schema is taken in with its faults', () => {
  const { faults, faultCount } = one(`{${NAMED},"tag":["tender"],"initiationType":"tender","buyer":5,"date":"2026-01-01T00:00:00Z"}`);
  assert.deepEqual(faults.map(({ path }) => path), ['/date', '/buyer']);
  assert.equal(faultCount, 2);
  const many = one(`{${NAMED},"awards":[${Array.from({ length: 80 }, () => '{"id":{}}').join()}]}`);
  assert.equal(many.faults.length, 50);
  assert.ok(many.faultCount >= 80);
  assert.deepEqual(one(CORRECT).faults, []);
});

void test('a number where a name belongs names the release, exactly', () => {
  const { ocid, releaseId } = one('{"ocid":5,"id":12345678901234567890,"date":"2026-01-01"}');
  assert.deepEqual([ocid, releaseId], ['5', '12345678901234567890']);
});

void test('nothing that the database cannot hold comes out, and all of it stays in what was received', () => {
  const text = String.raw`{"ocid":"o\u0000-\ud800","id":"1","date":"2026\u0000","language":"d\u0000a","tag":["a\udc00",1],"a\u0000":1,"a\u0000":2,"buyer":"x\u0000\ud800"}`;
  const { received, release: _whole, ...kept } = one(text);
  assert.equal(received, text);
  assert.equal(kept.ocid, 'o-\ufffd');
  assert.ok(kept.faultCount > 1);
  const all = JSON.stringify(kept);
  assert.ok(!all.includes(String.raw`\u0000`) && !/\\ud[89a-f]/.test(all), all);
});

void test('OCDS 1.0 is upgraded on reading and kept as it was', () => {
  const text = `{${NAMED},"tag":["award"],"buyer":{"name":"Kommune","identifier":{"scheme":"DK-CVR","id":"1"}}}`;
  const { version, release, received } = one(text);
  assert.equal(version, '1.0');
  assert.equal(received, text);
  assert.deepEqual(release['parties'], [{ name: 'Kommune', identifier: { scheme: 'DK-CVR', id: '1' }, id: 'DK-CVR-1', roles: ['buyer'] }]);
});

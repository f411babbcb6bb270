import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sharedFolder, without as missing } from '../../../test/support/shared.ts';
import { fieldStatus, readFields, sentinelOf } from '../conformance-fields.ts';
import { EXTENSION } from '../xml/path.ts';
import { DISCARDED, NOT_MAPPED } from './left-out.ts';
import { releaseOf } from './release.ts';
import { Remarks } from './remarks.ts';
import { TERMS } from './terms.ts';

const skip = missing('conformance', 'eforms-sdk-1.14.2', 'fields.json');

void test('every term of the mapping is a field of the SDK and stands where the SDK says', { skip }, () => {
  const fields = new Map(readFields(sharedFolder).map((field) => [field.id, field.xpathAbsolute]));
  assert.ok(TERMS.size > 400);
  for (const [id, at] of TERMS) {
    const wanted = fields.get(id);
    assert.ok(wanted !== undefined, `${id} is no field of the SDK`);
    const long = `/${at.replaceAll(/(^|\/)EXT(?=\/|$)/g, `$1${EXTENSION}`)}`;
    assert.ok(normal(wanted).endsWith(normal(long)), `${id}: ${long}\nin the SDK: ${wanted}`);
  }
});

/** Predicates that only tell siblings apart are left out, and one that the SDK writes from below is written from above. */
function normal(xpath: string): string {
  return xpath.replaceAll(/\[not\(cac:SpecificTendererRequirement\/cbc:TendererRequirementTypeCode\[[^\]]*\]\)\]/g, '')
    .replace(/(cac:CallForTendersDocumentReference)\/cac:Attachment\[\.\.\/(cbc:DocumentType\/text\(\)='[\w-]+')\]/, '$1[$2]/cac:Attachment');
}

void test('every field of the SDK is mapped, discarded by the mapping, or named as not mapped, and only one of these', { skip }, () => {
  const counts = { mapped: 0, discarded: 0, 'not mapped': 0 };
  for (const field of readFields(sharedFolder)) counts[fieldStatus(field)] += 1;
  assert.ok(counts.mapped > 1000 && counts.discarded > 60, JSON.stringify(counts));
  for (const id of [...DISCARDED, ...Object.keys(NOT_MAPPED)]) assert.ok(!TERMS.has(id), `${id} is mapped after all`);
});

/** Fields whose value alone cannot show. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'BT-701-notice': 'the id of the release, which is given when the notice is read', 'OPP-031-Tender': 'words that a code beside them puts in their place',
};

void test('a value in the place of a mapped field reaches the release', { skip }, () => {
  const lost: string[] = [];
  let tried = 0;
  for (const field of readFields(sharedFolder)) {
    const pair = fieldStatus(field) === 'mapped' && ELSEWHERE[field.id] === undefined ? sentinelOf(field) : null;
    if (pair === null) continue;
    tried += 1;
    const without = JSON.stringify(releaseOf(pair.without, new Remarks()));
    if (pair.with.every((notice) => JSON.stringify(releaseOf(notice, new Remarks())) === without)) lost.push(field.id);
  }
  assert.ok(tried > 400, `only ${tried} fields were tried`);
  assert.deepEqual(lost, []);
});

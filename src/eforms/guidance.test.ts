import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sharedFolder, without } from '../../test/support/shared.ts';
import { readGuidance, tryExample } from './conformance.ts';
import { UNMET_EXAMPLES } from './known.ts';

void test('every field example of OCDS for eForms is contained in its conversion, apart from those that contradict themselves', { skip: without('conformance', 'ocds-for-eforms', 'guidance-half.yaml') }, () => {
  const outcomes = readGuidance(sharedFolder).map(tryExample).filter((outcome) => outcome !== null);
  assert.ok(outcomes.length >= 300, `only ${outcomes.length} examples`);
  const unmet = outcomes.filter(({ met }) => !met);
  assert.deepEqual(unmet.filter(({ id }) => UNMET_EXAMPLES[id] === undefined).map(({ id, missing }) => `${id}: ${missing ?? ''}`), []);
  assert.deepEqual(Object.keys(UNMET_EXAMPLES).filter((id) => !unmet.some((outcome) => outcome.id === id)), [], 'an example that is met needs no excuse');
});

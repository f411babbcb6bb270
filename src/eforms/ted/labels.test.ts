import assert from 'node:assert/strict';
import { test } from 'node:test';
import path from 'node:path';
import { NOTICES, tedNotices } from '../../../test/support/real-notices.ts';
import { without } from '../../../test/support/shared.ts';
import { UNMET_LABELS } from '../known.ts';
import { readLabels, tryLabel, type FieldOutcome } from '../conformance-labels.ts';

void test('labelled TED notices are read as the labels say, field by field, in at least 98 of 100', { skip: without(...NOTICES) }, async (context) => {
  const labels = new Map(readLabels(path.join(import.meta.dirname, 'labels')).map((label) => [label.file, label]));
  const outcomes: FieldOutcome[] = [];
  let found = 0;
  for await (const { name, bytes } of tedNotices()) {
    const label = labels.get(name);
    if (label === undefined) continue;
    found += 1;
    outcomes.push(...tryLabel(label, bytes));
  }
  const inexact = outcomes.filter(({ exact }) => !exact);
  context.diagnostic(`${outcomes.length - inexact.length} of ${outcomes.length} fields of ${found} notices`);
  assert.equal(found, labels.size);
  assert.ok(found >= 40 && outcomes.length > 900);
  const unexplained = inexact.filter(({ notice, field }) => UNMET_LABELS[`${notice} ${field}`] === undefined);
  assert.deepEqual(unexplained.map(({ notice, field, label, read }) => `${notice} ${field}: ${label} | ${read}`), []);
  assert.ok(inexact.length / outcomes.length <= 0.02, inexact.map(({ notice, field, label, read }) => `${notice} ${field}: ${label} | ${read}`).join('\n'));
});

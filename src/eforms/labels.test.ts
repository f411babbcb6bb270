import assert from 'node:assert/strict';
import { test } from 'node:test';
import path from 'node:path';
import { NORWEGIAN, NOTICES, noticesIn, tedNotices } from '../../test/support/real-notices.ts';
import { without } from '../../test/support/shared.ts';
import { readLabels, tryLabel, type FieldOutcome } from './conformance-labels.ts';
import { UNMET_EFORMS_LABELS } from './known.ts';

void test('labelled eForms notices are read as the labels say, field by field, in at least 98 of 100', { skip: without(...NOTICES) || without(...NORWEGIAN) }, async (context) => {
  const labels = new Map(readLabels(path.join(import.meta.dirname, 'labels')).map((label) => [label.file, label]));
  const outcomes: FieldOutcome[] = [];
  const found = new Set<string>();
  const look = (name: string, bytes: Uint8Array): void => {
    const label = labels.get(name);
    if (label === undefined) return;
    found.add(name);
    outcomes.push(...tryLabel(label, bytes));
  };
  for await (const { name, bytes } of tedNotices()) look(name, bytes);
  for (const { name, bytes } of noticesIn(...NORWEGIAN)) look(name, bytes);
  const inexact = outcomes.filter(({ exact }) => !exact);
  context.diagnostic(`${outcomes.length - inexact.length} of ${outcomes.length} fields of ${found.size} notices`);
  assert.deepEqual([...labels.keys()].filter((name) => !found.has(name)), []);
  assert.ok(found.size >= 18 && outcomes.length > 900);
  const unexplained = inexact.filter(({ notice, field }) => UNMET_EFORMS_LABELS[`${notice} ${field}`] === undefined);
  assert.deepEqual(unexplained.map(({ notice, field, label, read }) => `${notice} ${field}: ${label} | ${read}`), []);
  const met = Object.keys(UNMET_EFORMS_LABELS).filter((known) => !inexact.some(({ notice, field }) => known === `${notice} ${field}`));
  assert.deepEqual(met, [], 'a label that is met needs no excuse');
  assert.ok(inexact.length / outcomes.length <= 0.02);
});

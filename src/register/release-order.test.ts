import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { inReleaseOrder, type OrderedRelease } from './release-order.ts';

const dated = (date: string, releaseId = '1', content = 'c'): OrderedRelease => ({ date, releaseId, content });

void test('the instant counts, whatever zone it is written in; then text, id and content', () => {
  const ordered = [
    dated('2024-01-01T00:30:00+02:00'), dated('2023-12-31T23:00:00Z', '1', 'a'), dated('2023-12-31T23:00:00Z', '1', 'b'), dated('2023-12-31T23:00:00Z', '2', 'a'),
    dated('2024-01-01T00:00:00+01:00'), dated('2024-01-01'), dated('2024-13-01'), dated('ukendt'),
  ];
  assert.deepEqual(ordered.toReversed().sort(inReleaseOrder), ordered);
});

void test('any dates have one order, however they come in', () => {
  const date = fc.oneof(
    fc.constantFrom('', 'x', '2023-13-45', '2023-12-31', '2024-01-01', '2024-01-01T00:30:00+02:00', '2023-12-31T23:00:00Z', '2024', '2023-12-31T24:61:00Z'),
    fc.tuple(fc.constantFrom('2023-12-31', '2024-01-01'), fc.integer({ min: 0, max: 25 }), fc.constantFrom('Z', '+02:00', '-11:00', '')).map(([day, hour, zone]) => `${day}T${String(hour).padStart(2, '0')}:00:00${zone}`),
  );
  const release = fc.record({ date, releaseId: fc.constantFrom('1', '2'), content: fc.constantFrom('a', 'b') });
  fc.assert(fc.property(fc.array(release, { maxLength: 8 }).chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))), ([one, other]) => {
    assert.equal(JSON.stringify(one.toSorted(inReleaseOrder)), JSON.stringify(other.toSorted(inReleaseOrder)));
  }), { numRuns: 500 });
});

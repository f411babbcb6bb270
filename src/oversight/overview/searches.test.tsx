import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reason } from '#register';
import { whyText } from './searches.parts.tsx';

const reason: Reason = { rule: 'name', name: 'KMD Opera', words: 'KMD-Opera', place: 'lot', around: '', beside: [] };

void test('why a notice was found is a sentence', () => {
  assert.equal(whyText({ lang: 'da' }, reason), 'Fundet, fordi navnet »KMD-Opera« står i en delaftale.');
  assert.equal(
    whyText({ lang: 'da' }, { ...reason, rule: 'common', words: 'Opera', place: 'title', beside: [{ kind: 'supplier', value: 'KMD' }, { kind: 'cpv', value: '48' }] }),
    'Fundet, fordi navnet »Opera«, som også kan betyde andet, står i titlen, sammen med leverandøren KMD og CPV-koden 48.',
  );
  assert.equal(whyText({ lang: 'en' }, { ...reason, rule: 'supplier', words: 'job centre', place: 'reason', beside: [{ kind: 'kle', value: '15.00' }] }), 'Found because the description “job centre” stands in the reason given, together with the KLE number 15.00.');
});

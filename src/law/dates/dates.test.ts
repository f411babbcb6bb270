/** Whole cases, and facts that cannot be. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readYaml } from '../data.ts';
import { DATE_STEPS, datesFacts, type DatesFacts } from './dates.facts.ts';
import type { DatesResult } from './dates.result.ts';
import { judgeDates } from './dates.ts';

interface Case {
  readonly case: string;
  readonly facts: unknown;
  readonly result?: Partial<DatesResult>;
  readonly findings?: readonly (readonly [paragraph: string, result: string])[];
  /** The reason of one of the findings, in English. */
  readonly because?: string;
  readonly warnings?: readonly string[];
  readonly better?: string;
  readonly missing?: Readonly<Record<string, readonly (readonly [string | boolean | number, string, number | null])[]>>;
}

const CASES = readYaml('dates/dates.cases.yaml') as readonly Case[];

function judge(facts: unknown): DatesResult {
  const read = datesFacts.read(facts);
  assert.ok(read.ok, read.ok ? '' : `${read.failure.message} ${read.failure.help}`);
  return judgeDates(read.value);
}

void describe('whole cases', () => {
  for (const one of CASES) {
    void test(one.case, () => {
      const result = judge(one.facts);
      for (const [name, value] of Object.entries(one.result ?? {})) assert.equal(result[name as keyof DatesResult], value, name);
      const findings = result.findings.map(({ paragraph, result }) => `${paragraph}: ${result}`);
      for (const [paragraph, verdict] of one.findings ?? []) assert.ok(findings.includes(`${paragraph}: ${verdict}`), findings.join('\n'));
      if (one.because !== undefined) assert.ok(result.findings.some(({ because }) => because.en === one.because));
      if (one.warnings !== undefined) assert.deepEqual(result.warnings.map(({ kind }) => kind), one.warnings);
      if (one.better !== undefined) assert.equal(result.warnings.find(({ kind }) => kind === 'nearest-better-date')?.date, one.better);
      if (one.missing !== undefined) {
        assert.deepEqual(Object.fromEntries(result.missing.map(({ fact, answers }) => [fact, answers.map(({ answer, verdict, days }) => [answer, verdict, days])])), one.missing);
      }
    });
  }
});

void describe('what is told of a period', () => {
  for (const { facts, told } of readYaml('dates/findings.cases.yaml') as readonly { readonly facts: unknown; readonly told: readonly string[] }[]) {
    void test(JSON.stringify(facts), () => {
      const all = judge(facts).findings.map(({ result, because }) => `${result}: ${because.en}`);
      assert.equal(all.length, told.length, all.join('\n'));
      for (const [at, beginning] of told.entries()) assert.ok(all[at]?.startsWith(beginning), all.join('\n'));
    });
  }
});

void test('each fact that is missing has its question', () => {
  const { missing } = judge({ step: 'restricted-tenders', from: '2026-05-04', noticeSent: '2026-04-20' });
  assert.deepEqual(missing.map(({ fact, question }) => [fact, question.en]), [
    ['electronic', 'Is it sent electronically?'],
    ['priorInformationNotice', 'Was a prior information notice sent at least 35 days and at most 12 months before the notice, that is by 2026-03-16?'],
    ['urgent', 'Is it so urgent that the ordinary period cannot be kept?'],
    ['agreedDays', 'Was a period agreed with all who were invited?'],
  ]);
});

void test('the cases look at every step', () => {
  assert.deepEqual([...new Set(CASES.map(({ facts }) => (facts as DatesFacts).step))].toSorted(), DATE_STEPS.toSorted());
});

void describe('facts that cannot be', () => {
  for (const [name, given, place] of [
    ['a day that no calendar has', { step: 'open', from: '2026-02-30' }, 'from'],
    ['a day that is no date', { step: 'open', from: '12.01.2026' }, 'from'],
    ['a year before the calendar', { step: 'open', from: '1899-12-31' }, 'from'],
    ['no start', { step: 'open' }, 'from'],
    ['an unknown step', { step: 'opne', from: '2026-01-12' }, 'step'],
    ['an unknown field', { step: 'open', from: '2026-01-12', urgnet: true }, 'urgnet'],
    ['a proposed day that no calendar has', { step: 'open', from: '2026-01-12', proposed: '2026-02-30T12:00' }, 'proposed'],
    ['a leap day in an ordinary year', { step: 'open', from: '2026-01-12', proposed: '2026-02-29' }, 'proposed'],
    ['an hour that no clock has', { step: 'open', from: '2026-01-12', proposed: '2026-02-20T24:00' }, 'proposed'],
    ['days below none', { step: 'dis-tenders', from: '2026-01-12', agreedDays: -1 }, 'agreedDays'],
    ['half a day', { step: 'dis-tenders', from: '2026-01-12', agreedDays: 10.5 }, 'agreedDays'],
    ['a truth in words', { step: 'open', from: '2026-01-12', urgent: 'yes' }, 'urgent'],
    ['an unknown case', { step: 'complaint', from: '2026-01-12', case: 'lost' }, 'case'],
    ['a notice without its day', { step: 'open', from: '2026-01-12', priorInformationNotice: {} }, 'priorInformationNotice.sent'],
  ] as const) {
    void test(name, () => {
      const read = datesFacts.read(given);
      assert.ok(!read.ok);
      assert.equal(read.failure.place, place);
      assert.ok((read.failure.help ?? '').length > 10);
    });
  }
});

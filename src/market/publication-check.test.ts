import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { copenhagenInstant, LANGUAGES } from '#base';
import { isFirm } from '#law';
import { runs } from '../../test/support/deep.ts';
import { REVERSAL_EXAMPLE } from './evaluation/simulate.ts';
import { findingTold, forbids, isBlocked, lawRule, warns } from './findings.ts';
import { da } from './publication-check.da.ts';
import { en } from './publication-check.en.ts';
import { checkPublication, type DisDraft, type PublicationDraft, type PurchaseDraft } from './publication-check.ts';

const at = (date: string, time = '12:00'): Temporal.Instant => copenhagenInstant(Temporal.PlainDate.from(date), Temporal.PlainTime.from(time));
const purchase = (changed: Partial<PurchaseDraft> = {}): PurchaseDraft => ({
  kind: 'dis-purchase', announcedOn: '2026-09-01', deadline: at('2026-09-16'), background: 'Skolebiblioteket skal have et nyt system.', lots: 1, whyNotDivided: 'Ét system.',
  evaluation: REVERSAL_EXAMPLE.model, agreedDays: null, ...changed,
});
const system = (changed: Partial<DisDraft> = {}): DisDraft => ({
  kind: 'dis', announcedOn: '2026-09-01', deadline: at('2026-10-05'), background: 'It-konsulenter til kommunerne.', lots: 3, whyNotDivided: '', endsOn: '2030-08-31', estimatedQuantity: '200 køb om året',
  awardCriteria: 'Bedste forhold mellem pris og kvalitet', suitability: '', categories: [{ id: 'dev', description: 'Udvikling', suitability: 'To referencer' }], ...changed,
});
const codes = (draft: PublicationDraft) => checkPublication(draft).findings.map(({ code, severity }) => `${severity} ${code}`);

void test('whole drafts on ordinary days have nothing against them', () => {
  assert.deepEqual(codes(purchase()), []);
  assert.deepEqual(codes(system()), []);
  assert.deepEqual(codes(purchase({ kind: 'mini-competition' })), []);
  assert.deepEqual(checkPublication(purchase()).time, { shortestEndsOn: '2026-09-11', workingDays: 11, effectiveWorkingDays: 11, holidays: [] });
});

void test('what is not filled in, and what it does', () => {
  assert.deepEqual(codes(purchase({ background: ' ', whyNotDivided: '', evaluation: null })), ['warns no-background', 'warns not-divided', 'blocks no-evaluation']);
  assert.deepEqual(codes(purchase({ evaluation: { ...REVERSAL_EXAMPLE.model, method: { kind: 'price-per-point' } } })), ['blocks evaluation-fault']);
  assert.deepEqual(codes(purchase({ deadline: null })), ['blocks no-deadline']);
  assert.deepEqual(codes(purchase({ deadline: at('2026-09-01', '23:00') })), ['blocks deadline-before-announcement']);
  assert.deepEqual(codes(purchase({ whyNotDivided: '', lots: 2 })), []);
  assert.deepEqual(codes(system({ background: '', endsOn: null, estimatedQuantity: '', awardCriteria: '', categories: [] })), [
    'blocks no-background', 'blocks no-duration', 'blocks no-quantity', 'blocks no-award-criteria', 'blocks no-suitability',
  ]);
  assert.deepEqual(codes(system({ endsOn: '2026-09-01', categories: [{ id: 'dev', description: '', suitability: '' }] })), ['blocks ends-before-it-begins', 'blocks category-not-described', 'blocks category-without-suitability']);
});

void test('the shortest period in a DIS is ten days, to the end of the last one', () => {
  // Ten days after 1 September is Friday the 11th.
  assert.deepEqual(codes(purchase({ deadline: at('2026-09-11', '15:59') })), ['blocks too-short']);
  assert.ok(codes(purchase({ deadline: at('2026-09-11', '23:59') })).every((code) => !code.startsWith('blocks')));
  assert.deepEqual(codes(purchase({ deadline: at('2026-09-14', '09:00') })), []);
  assert.deepEqual(codes(purchase({ deadline: at('2026-09-14', '09:00'), agreedDays: 14 })), ['blocks too-short']);
  // Ten days after 2 September is Saturday the 12th, so the period lasts to Monday.
  assert.deepEqual(codes(purchase({ announcedOn: '2026-09-02', deadline: at('2026-09-14') })), ['blocks too-short']);
  assert.deepEqual(codes(purchase({ announcedOn: '2026-09-02', deadline: at('2026-09-15') })), []);
  // A mini-competition has no such number.
  assert.ok(!isBlocked(checkPublication(purchase({ kind: 'mini-competition', deadline: at('2026-09-03') })).findings));
});

void test('thirty days for the first applications to a DIS', () => {
  assert.deepEqual(codes(system({ deadline: at('2026-09-30') })), ['blocks too-short']);
  assert.deepEqual(codes(system({ deadline: at('2026-10-02') })), []);
});

// The tenth day is New Year's Eve, which no law that was read makes a holiday.
void test('Christmas is told by name: few effective days, holidays and vacation weeks', () => {
  const { findings, time } = checkPublication(purchase({ announcedOn: '2026-12-21', deadline: at('2027-01-04', '10:00') }));
  assert.deepEqual(findings.map(({ code, severity }) => `${severity} ${code}`), ['warns turns-on-closed-day', 'warns vacation-weeks', 'warns few-working-days', 'warns nearest-better-date']);
  assert.deepEqual(time?.holidays.map(({ date, name }) => `${date} ${name.da}`), ['2026-12-25 Juledag', '2027-01-01 Nytårsdag']);
  assert.ok(time.effectiveWorkingDays < time.workingDays);
  assert.match(findingTold({ da, en }, findings[1] ?? { code: '', data: {} }, 'da'), /juleferien/);
});

void test('a deadline on a Sunday night is told as both', () => {
  assert.deepEqual(codes(purchase({ deadline: at('2026-09-20', '23:00') })).toSorted(), ['warns nearest-better-date', 'warns night', 'warns weekend']);
  assert.deepEqual(codes(purchase({ deadline: at('2026-09-16', '08:59') })), ['warns outside-office-hours']);
  assert.deepEqual(codes(purchase({ deadline: at('2026-09-16', '16:01') })), ['warns outside-office-hours']);
  assert.deepEqual(codes(purchase({ deadline: at('2026-09-16', '16:00') })), []);
});

void test('only firm rules block, whatever the draft is, and every finding has its words', () => {
  const text = fc.constantFrom('', 'x');
  const days = fc.integer({ min: -3, max: 60 });
  const drafts = fc.oneof(
    fc.record({ background: text, whyNotDivided: text, lots: fc.integer({ min: 1, max: 2 }), kind: fc.constantFrom('dis-purchase' as const, 'mini-competition' as const), evaluation: fc.constantFrom(null, REVERSAL_EXAMPLE.model), agreedDays: fc.constantFrom(null, 8, 14) }).map((changed): PublicationDraft => purchase(changed)),
    fc.record({ background: text, estimatedQuantity: text, awardCriteria: text, endsOn: fc.constantFrom(null, '2026-01-01', '2040-01-01') }).map((changed): PublicationDraft => system(changed)),
  );
  let blocked = 0;
  fc.assert(fc.property(drafts, fc.integer({ min: 0, max: 700 }), days, fc.integer({ min: 0, max: 1439 }), (draft, start, length, minute) => {
    const announced = Temporal.PlainDate.from('2026-01-01').add({ days: start });
    const deadline = copenhagenInstant(announced.add({ days: length }), Temporal.PlainTime.from('00:00').add({ minutes: minute }));
    const { findings } = checkPublication({ ...draft, announcedOn: announced.toString(), deadline });
    for (const { severity, rule, code, data } of findings) {
      if (severity === 'blocks') assert.ok(rule !== null && isFirm(lawRule(rule).grade));
      if (severity === 'blocks') blocked += 1;
      for (const lang of LANGUAGES) assert.doesNotMatch(findingTold({ da, en }, { code, data }, lang), /[{}]/);
    }
  }), runs(500));
  assert.ok(blocked > 0);
});

void test('a rule that is not firmly known warns where it would block', () => {
  assert.equal(forbids('udbudsloven-161', 'x').severity, 'warns');
  assert.equal(forbids('udbudsloven-160', 'x').severity, 'blocks');
  assert.throws(() => forbids('udbudsloven-9999', 'x'), /No rule/);
  assert.throws(() => warns('udbudsloven-9999', 'x'), /No rule/);
});

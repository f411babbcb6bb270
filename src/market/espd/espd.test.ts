import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import * as fc from 'fast-check';
import { Compile } from 'typebox/compile';
import { isFirm } from '#law';
import { runs } from '../../../test/support/deep.ts';
import { sharedFolder, without } from '../../../test/support/shared.ts';
import { lawRule } from '../findings.ts';
import { EspdAnswersSchema, EspdRequestSchema, type EspdAnswers, type EspdRequest, type ExclusionAnswer } from './answers.ts';
import { changedBeyond, checkEspd, evidenceFor, groundsAsked } from './check.ts';
import { EXCLUSION_GROUNDS, SELECTION_CRITERIA } from './criteria.ts';
import { da } from './espd.da.ts';

const request: EspdRequest = {
  voluntary: ['insolvency'],
  selection: [{ code: 'gen-year-to', text: 'Mindst 5 mio. kr.', minimum: 500_000_000 }, { code: 'trade-regist', text: 'I CVR', minimum: null }],
};
const no = (code: string): ExclusionAnswer => ({ code, applies: false, explanation: '', selfCleaning: '', debt: null, arrangement: false });
const clean: EspdAnswers = {
  cvr: '12345674', signed: true, reliedOn: [], exclusion: groundsAsked(request).map(({ code }) => no(code)),
  selection: [{ code: 'gen-year-to', meets: null, value: 500_000_000, statement: '' }, { code: 'trade-regist', meets: true, value: null, statement: '' }],
};
const yes = (code: string, changed: Partial<ExclusionAnswer> = {}): EspdAnswers => (
  { ...clean, exclusion: [...clean.exclusion.filter((one) => one.code !== code), { ...no(code), applies: true, explanation: 'Dom af 2025', ...changed }] });
const found = (answers: EspdAnswers, asked: EspdRequest = request) => checkEspd(asked, answers).map(({ code, result, about }) => `${result} ${code} ${about}`);
const hasList = without('conformance/espd-edm-4.1.0');

void test('every code stands in the list of ESPD-EDM 4.1.0', { skip: hasList }, () => {
  const list = readFileSync(path.join(sharedFolder, 'conformance/espd-edm-4.1.0/gc/Criterion.gc'), 'utf8');
  const known = new Set([...list.matchAll(/<Value ColumnRef="code">\s*<SimpleValue>([^<]+)</g)].map(([, code]) => code));
  assert.ok(known.size > 50);
  for (const { code } of [...EXCLUSION_GROUNDS, ...SELECTION_CRITERIA]) assert.ok(known.has(code), code);
});

void test('every criterion has its words, every rule is one of the law, and no code comes twice', () => {
  const codes = [...EXCLUSION_GROUNDS, ...SELECTION_CRITERIA].map(({ code }) => code);
  assert.equal(new Set(codes).size, codes.length);
  for (const code of codes) assert.ok(code in da, code);
  for (const { rule } of EXCLUSION_GROUNDS) if (rule !== null) assert.equal(lawRule(rule).id, rule);
  for (const { evidence } of SELECTION_CRITERIA) assert.ok(evidence in da, evidence);
});

void test('a clean declaration has nothing against it, and fits its schema', () => {
  assert.deepEqual(found(clean), []);
  assert.ok(Compile(EspdAnswersSchema).Check(clean));
  assert.ok(Compile(EspdRequestSchema).Check(request));
  assert.ok(!Compile(EspdAnswersSchema).Check({ ...clean, other: 1 }));
});

void test('mandatory grounds exclude, proof of reliability is assessed, a tax haven cannot be cleared, the rest is looked at', () => {
  assert.deepEqual(found(yes('corruption')), ['excludes ground-applies corruption']);
  assert.deepEqual(found(yes('corruption', { selfCleaning: 'Ny ledelse' })), ['review self-cleaning-to-assess corruption']);
  assert.deepEqual(found(yes('nati-ground', { selfCleaning: 'Ny ledelse' })), ['excludes ground-applies nati-ground']);
  assert.deepEqual(found(yes('insolvency')), ['review ground-voluntary insolvency']);
  assert.deepEqual(found(yes('insolvency'), { ...request, voluntary: [] }), []);
  assert.deepEqual(found(yes('misrepresent')), ['review ground-unread misrepresent']);
  assert.deepEqual(found(yes('fraud', { explanation: ' ' })), ['excludes ground-applies fraud', 'mend not-explained fraud']);
});

void test('public debt excludes from 100,000 kroner', () => {
  assert.deepEqual(found(yes('tax-pay', { debt: 10_000_000 })), ['excludes ground-applies tax-pay']);
  assert.deepEqual(found(yes('tax-pay', { debt: 9_999_999 })), []);
  assert.deepEqual(found(yes('tax-pay', { debt: 9_999_999 }), { ...request, voluntary: ['insolvency', 'tax-pay'] }), ['review debt-below-limit tax-pay']);
  assert.deepEqual(found(yes('tax-pay', { debt: 10_000_000, arrangement: true })), ['review debt-arranged tax-pay']);
  assert.deepEqual(found(yes('tax-pay')), ['mend debt-not-stated tax-pay']);
});

void test('requirements of suitability', () => {
  const turnover = (value: number | null): EspdAnswers => ({ ...clean, selection: clean.selection.map((one) => (one.code === 'gen-year-to' ? { ...one, value } : one)) });
  assert.deepEqual(found(turnover(499_999_999)), ['excludes below-minimum gen-year-to']);
  assert.deepEqual(found({ ...turnover(0), reliedOn: [{ name: 'Moderselskab', hasDeclared: true }] }), ['review through-others gen-year-to']);
  assert.deepEqual(found(turnover(null)), ['mend value-not-stated gen-year-to']);
  assert.deepEqual(found({ ...clean, selection: [] }), ['mend not-answered gen-year-to', 'mend not-answered trade-regist']);
  assert.deepEqual(found({ ...clean, selection: clean.selection.map((one) => ({ ...one, meets: false })) }), ['excludes does-not-meet trade-regist']);
});

void test('formal errors can be mended, and nothing else with them', () => {
  const faulty: EspdAnswers = { ...clean, cvr: '12345678', signed: false, exclusion: clean.exclusion.slice(1), reliedOn: [{ name: 'Moderselskab', hasDeclared: false }] };
  assert.deepEqual(found(faulty), ['mend not-answered nati-ground', 'mend relied-without-declaration Moderselskab', 'mend cvr-invalid cvr', 'mend not-signed signed']);
  assert.deepEqual(changedBeyond(request, faulty, { ...clean, reliedOn: [{ name: 'Moderselskab', hasDeclared: true }] }), []);
  assert.deepEqual(changedBeyond(request, faulty, { ...clean, reliedOn: [{ name: 'Andre', hasDeclared: true }] }), ['Andre']);
  assert.deepEqual(changedBeyond(request, faulty, { ...clean, selection: clean.selection.map((one) => ({ ...one, value: 900_000_000 })) }), ['gen-year-to', 'trade-regist']);
  assert.deepEqual(changedBeyond(request, clean, clean), []);
});

void test('evidence is asked for each requirement, once for the grounds, and for what was cleared', () => {
  assert.deepEqual(evidenceFor(request, yes('corruption', { selfCleaning: 'Ny ledelse' })).map(({ about, evidence }) => `${about} ${evidence}`), [
    'exclusion exclusion-certificate', 'corruption self-cleaning-proof', 'gen-year-to accounts', 'trade-regist register-extract',
  ]);
});

void test('only a firm rule excludes, whatever is answered, and every finding has its words', () => {
  const answer = fc.record({
    code: fc.constantFrom(...EXCLUSION_GROUNDS.map(({ code }) => code)), applies: fc.boolean(), explanation: fc.constantFrom('', 'x'), selfCleaning: fc.constantFrom('', 'x'),
    debt: fc.constantFrom(null, 0, 9_999_999, 10_000_000), arrangement: fc.boolean(),
  });
  const selection = fc.record({ code: fc.constantFrom('gen-year-to', 'trade-regist'), meets: fc.constantFrom(true, false, null), value: fc.constantFrom(null, 1, 500_000_000), statement: fc.constant('') });
  let excluded = 0;
  fc.assert(fc.property(fc.array(answer), fc.array(selection), fc.boolean(), (exclusion, selected, signed) => {
    for (const { code, result, rule } of checkEspd(request, { ...clean, exclusion, selection: selected, signed })) {
      assert.ok(code in da, code);
      if (result !== 'excludes') continue;
      excluded += 1;
      assert.ok(rule !== null && isFirm(lawRule(rule).grade));
    }
  }), runs(500));
  assert.ok(excluded > 0);
});

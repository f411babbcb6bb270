/** What stands around the engine: replay, the supplier's view, the arguments that carry no weight, the example. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unwrap } from '#base';
import { D072 } from '../directive/a072-tendered-contract.ts';
import { isFirm } from '../grade.ts';
import { KN017, KN018 } from '../klagenaevnsloven/p016-ineffectiveness.ts';
import { readRouteFacts } from '../route/route.facts.ts';
import { judgeRoute } from '../route/route.ts';
import { RULES } from '../rules.ts';
import { readAddonFacts, type AddonFacts } from './addon.facts.ts';
import { ADDON_VERDICTS } from './addon.result.ts';
import { judgeAddon } from './addon.ts';
import { WEIGHTLESS_ARGUMENTS } from './arguments.ts';
import { UNTENDERED_CHAIN } from './examples.ts';
import { supplierViewOf } from './mirror.ts';
import { replayAddon } from './replay.ts';
import { dutiesOf } from './whole.ts';

const OPTION_2015: AddonFacts = {
  on: '2015-06-01', contract: { kind: 'services', tendered: true, originalValue: { amount: 10_000_000 } },
  purchase: { value: { amount: 500_000 }, withinScope: false, optionClause: true, characterKept: true },
};

void test('law replay: the rules of the purchase’s own day and of another', () => {
  const { atPurchase, today, differs } = replayAddon(OPTION_2015, '2024-05-01');
  assert.deepEqual([atPurchase.verdict, atPurchase.likely, today.verdict, today.likely, differs], ['review', 'option', 'option', null, true]);
  assert.equal(replayAddon({ ...OPTION_2015, on: '2023-05-01' }, '2024-05-01').differs, false);
});

const DATED: AddonFacts = {
  on: '2024-05-01', contract: { signed: '2022-01-01', kind: 'services', tendered: true, originalValue: { amount: 10_000_000 }, end: '2024-05-01' },
  purchase: { value: { amount: 500_000 }, withinScope: false, optionClause: false, characterKept: true },
};

function doubtsOn(contract: Partial<AddonFacts['contract']>): string[] {
  const { verdict, findings } = judgeAddon({ ...DATED, contract: { ...DATED.contract, ...contract } });
  assert.equal(verdict, 'small-change');
  return findings.filter(({ paragraph, result }) => paragraph === D072.paragraph && result === 'review').map(({ because }) => because.en.slice(0, 18));
}

void test('a contract that has ended, and dates that do not fit, are told of and decide nothing', () => {
  assert.deepEqual(doubtsOn({}), []);
  assert.deepEqual(doubtsOn({ end: '2024-04-30' }), ['The contract ended']);
  assert.deepEqual(doubtsOn({ signed: '2024-05-01' }), []);
  assert.deepEqual(doubtsOn({ signed: '2024-04-30', end: '2024-04-29' }), ['The contract ended', 'The dates do not f']);
  assert.deepEqual(doubtsOn({ signed: '2024-05-02', end: null }), ['The dates do not f']);
  assert.deepEqual(doubtsOn({ signed: '2026-01-01', end: '2025-01-01' }), ['The dates do not f']);
  const changed = (on: string) => doubtsOn({ changes: [{ on: '2023-01-01', value: { amount: 1 } }, { on, value: { amount: 1 } }, { on: '2023-02-01', value: { amount: 1 } }] });
  assert.deepEqual([changed('2024-05-01'), changed('2024-05-02')], [[], ['The dates do not f']]);
});

void test('law replay: a threshold that has moved makes the difference', () => {
  const facts: AddonFacts = {
    on: '2024-05-01', contract: { kind: 'services', tendered: true, originalValue: { amount: 20_000_000 } },
    purchase: { value: { amount: 1_620_000 }, withinScope: false, optionClause: false, necessary: false, unforeseeable: false, characterKept: true, shiftsBalance: true },
  };
  const { atPurchase, today, differs } = replayAddon(facts, '2021-05-01');
  assert.deepEqual([atPurchase.verdict, atPurchase.sums.threshold, today.verdict, today.sums.threshold, differs], ['small-change', 164463800n, 'new-purchase', 159539100n, true]);
});

void test('a supplier is told duties and risks for every verdict, each with a rule that is known', () => {
  const known = new Set(RULES.map(({ paragraph }) => paragraph));
  for (const verdict of ADDON_VERDICTS) {
    const { duties, risks, headline } = supplierViewOf({ verdict, tenderRequired: null });
    assert.ok(headline.da !== '' && duties.length > 1 && risks.length > 0, verdict);
    for (const { paragraph, grade, source } of [...duties, ...risks]) assert.ok(known.has(paragraph) && source !== '' && grade !== 'M', paragraph);
  }
});

void test('what a supplier stands to lose where a tender is required is in the law, and there is nothing to lose where none is', () => {
  const { risks } = supplierViewOf({ verdict: 'new-purchase', tenderRequired: true });
  assert.deepEqual(risks.slice(0, 2).map(({ paragraph, grade }) => [paragraph, isFirm(grade)]), [[KN017.paragraph, true], [KN018.paragraph, true]]);
  assert.deepEqual(supplierViewOf({ verdict: 'new-purchase', tenderRequired: false }).risks, []);
});

void test('the arguments that carry no weight are no facts: each has its reason, its rule and a case with outcome and sources', () => {
  assert.deepEqual(WEIGHTLESS_ARGUMENTS.map(({ id }) => id), ['only-an-upgrade', 'same-supplier', 'no-end', 'everybody-does', 'supplier-said-so']);
  for (const { id, why, paragraphs, failedIn } of WEIGHTLESS_ARGUMENTS) {
    assert.ok(why.en !== '' && paragraphs.length > 0 && failedIn.outcome.da !== '' && failedIn.sources.length > 0, id);
    assert.equal(readAddonFacts({ ...OPTION_2015, [id]: true }).ok, false);
  }
});

void test('the chain: neither link may stand for itself', () => {
  const { first, extension } = UNTENDERED_CHAIN;
  assert.deepEqual([judgeRoute(unwrap(readRouteFacts(first))).verdict, judgeRoute(first).likely], ['review', null]);
  const { verdict, steps, route } = judgeAddon(unwrap(readAddonFacts(extension)));
  assert.equal(verdict, 'new-purchase');
  assert.equal(steps[0]?.because.en, 'No tendered base contract: no rule on changes can be used.');
  assert.deepEqual([route?.value.amount, route?.verdict, route?.likely], [590_000_000n, 'review', 'eu-tender']);
});

void test('the chain by the rules of 2024: a tender of the whole', () => {
  const { today } = replayAddon(UNTENDERED_CHAIN.extension, '2024-05-01');
  assert.deepEqual([today.verdict, today.tenderRequired, today.route?.verdict], ['new-purchase', true, 'eu-tender']);
});

void test('bad facts are refused with the field and what it takes', () => {
  const { contract, purchase } = OPTION_2015;
  const wrong: readonly (readonly [string, unknown])[] = [
    ['on', { ...OPTION_2015, on: '2026-02-30' }], ['on', { contract, purchase }], ['buyer', { ...OPTION_2015, buyer: 'region' }],
    ['contract.originalValue.amount', { ...OPTION_2015, contract: { ...contract, originalValue: { amount: -1 } } }],
    ['contract.originalValue.currency', { ...OPTION_2015, contract: { ...contract, originalValue: { amount: 1, currency: 'EUR' } } }],
    ['contract.end', { ...OPTION_2015, contract: { ...contract, end: '2025-13-01' } }],
    ['contract.tendered', { ...OPTION_2015, contract: { ...contract, tendered: 'yes' } }],
    ['contract.changes[0].ground', { ...OPTION_2015, contract: { ...contract, changes: [{ on: '2024-01-01', value: { amount: 1 }, ground: '184' }] } }],
    ['contract.supplier', { ...OPTION_2015, contract: { ...contract, supplier: 'a name' } }],
    ['purchase.value.amount', { ...OPTION_2015, purchase: { ...purchase, value: { amount: Number.NaN } } }],
    ['purchase.value.amount', { ...OPTION_2015, purchase: { ...purchase, value: { amount: 1.005 } } }],
    ['purchase.value', { ...OPTION_2015, purchase: { optionClause: true } }],
    ['sameKindLast12Months.amount', { ...OPTION_2015, sameKindLast12Months: { amount: Number.POSITIVE_INFINITY } }],
  ];
  for (const [place, facts] of wrong) {
    const read = readAddonFacts(facts);
    assert.ok(!read.ok, place);
    assert.equal(read.failure.place, place);
    assert.notEqual(read.failure.help ?? '', '');
  }
});

void test('the memo says what was asked, tested and found, in either language, and what would change it', () => {
  const { memo } = judgeAddon({ ...OPTION_2015, on: '2024-05-01', purchase: { ...OPTION_2015.purchase, optionClause: null } });
  for (const words of [/Resultat: ændring under mindsteværdien \(§ 180\)/, /Udbud påkrævet: nej/, /4\. Udbudsloven § 180: opfyldt/, /ja: option eller ændringsklausul; Udbudsloven § 179: opfyldt/, /Tærskelværdi: 1\.644\.638 kr\./, /Reglernes version: \d{4}-/, /ikke juridisk rådgivning/]) assert.match(memo.da, words);
  for (const words of [/Result: change below the minimum value \(§ 180\)/, /4\. Udbudsloven § 180: met/, /not legal advice/]) assert.match(memo.en, words);
  assert.doesNotMatch(memo.da, /kr\.\./);
});

function named(facts: AddonFacts): string[] {
  return judgeAddon(facts).findings.map(({ paragraph, result }) => `${paragraph} ${result}`);
}

void test('what bears on the answer and decides nothing stands beside it', () => {
  const delivery: AddonFacts = {
    on: '2024-05-01',
    contract: { signed: '2015-12-31', kind: 'services', tendered: true, originalValue: { amount: 9_000_000 }, indexedValue: { amount: 10_000_000 }, changes: [{ on: '2023-01-01', value: { amount: 1_000_000 }, ground: '183' }] },
    purchase: { value: { amount: 4_000_000 }, withinScope: false, optionClause: false, necessary: true, supplierChangeImpossible: true, supplierChangeCostly: true },
  };
  const beside = ['Direktiv 2004/18/EF review', 'Udbudsloven § 181 review', 'Udbudsloven § 184 met', 'Udbudsloven § 184 met', 'Udbudsloven § 180 review'];
  assert.deepEqual(named(delivery), beside);
  assert.deepEqual(named({ ...delivery, purchase: { ...delivery.purchase, value: { amount: 4_000_000.01 } } }), [...beside, 'Udbudsloven § 181 review']);
  assert.deepEqual(named({ ...delivery, contract: { ...delivery.contract, signed: '2016-01-01', indexedValue: null } }), ['Udbudsloven § 181 review', 'Udbudsloven § 184 met', 'Udbudsloven § 180 review', 'Udbudsloven § 181 review']);
  assert.deepEqual(named({ ...delivery, contract: { ...delivery.contract, tendered: false } }), []);
});

void test('while it is open, what bears on each ground that may still carry it stands beside it', () => {
  const open: AddonFacts = {
    on: '2024-05-01', contract: { kind: 'services', tendered: true, originalValue: { amount: 10_000_000 }, changes: [{ on: '2023-01-01', value: { amount: 3_000_000 }, ground: '181' }] },
    purchase: { value: { amount: 3_000_000 }, withinScope: false },
  };
  assert.deepEqual(named(open), ['Udbudsloven § 179 review', 'Udbudsloven § 181 review', 'Udbudsloven § 183 review', 'Udbudsloven § 178 review', 'Udbudsloven § 180 review', 'Udbudsloven § 181 review']);
  assert.deepEqual(named({ ...open, purchase: { ...open.purchase, optionClause: true, characterKept: true } }), ['Udbudsloven § 179 review']);
  assert.deepEqual(named({ ...open, contract: { ...open.contract, maximumValue: { amount: 10_000_000 }, calledOff: { amount: 5_000_000 }, end: '2024-05-01' }, purchase: { ...open.purchase, withinScope: true } }),
    ['Udbudsloven § 96 review', 'EU-Domstolen, C-23/20 review']);
  assert.deepEqual(named({ ...open, on: '2015-12-31' })[0], 'Direktiv 2004/18/EF review');
  assert.ok(!named({ ...open, on: '2016-01-01' }).includes('Direktiv 2004/18/EF review'));
  assert.match(judgeAddon(open).findings[3]?.because.en ?? '', /together are 60 % of the value/);
});

function answersTo(facts: AddonFacts): Record<string, readonly unknown[]> {
  return Object.fromEntries(judgeAddon(facts).missing.map(({ fact, answers }) => [fact, answers.map(({ answer, verdict, tenderRequired }) => [answer, verdict, tenderRequired])]));
}

void test('what is missing of an agreement: from how much, and to what day', () => {
  const contract = { kind: 'services', tendered: true, originalValue: { amount: 10_000_000 }, maximumValue: { amount: 5_000_000 }, calledOff: { amount: 1_000_000 }, end: '2025-12-31' } as const;
  const purchase = { value: { amount: 2_000_000 }, withinScope: true, optionClause: false, necessary: false, unforeseeable: false, characterKept: true, standaloneUsable: true };
  const facts: AddonFacts = { on: '2024-05-01', contract, purchase };
  assert.deepEqual(answersTo(facts), {});
  assert.deepEqual(answersTo({ ...facts, contract: { ...contract, maximumValue: null } }), { 'contract.maximumValue': [[0, 'new-purchase', true], [3_000_000, 'call-off', false]] });
  assert.deepEqual(answersTo({ ...facts, contract: { ...contract, calledOff: null } }), { 'contract.calledOff': [[0, 'call-off', false], [3_000_000.01, 'new-purchase', true]] });
  assert.deepEqual(answersTo({ ...facts, contract: { ...contract, calledOff: null, maximumValue: { amount: 2_000_000 } } }), { 'contract.calledOff': [[0, 'call-off', false], [0.01, 'new-purchase', true]] });
  assert.deepEqual(answersTo({ ...facts, contract: { ...contract, end: null } }), { 'contract.end': [['2024-04-30', 'new-purchase', true], ['2024-05-01', 'call-off', false]] });
  const both = { ...contract, calledOff: null, maximumValue: null };
  assert.deepEqual(answersTo({ ...facts, contract: both }), { 'contract.maximumValue': [[0, 'new-purchase', true], [2_000_000, 'review', null]], 'contract.calledOff': [[0, 'review', null]] });
  assert.deepEqual(answersTo({ ...facts, contract: { ...both, end: '2024-04-30' } }), {});
});

void test('once a ground is found, only what could bring one before it is asked for', () => {
  const facts: AddonFacts = {
    on: '2024-05-01', contract: { kind: 'services', tendered: true, originalValue: { amount: 10_000_000 } },
    purchase: { value: { amount: 500_000 }, withinScope: false, characterKept: true },
  };
  assert.deepEqual(answersTo(facts), { 'purchase.optionClause': [[true, 'option', false], [false, 'small-change', false]] });
  const open = { ...facts, purchase: { ...facts.purchase, optionClause: false, characterKept: null } };
  assert.deepEqual(answersTo(open)['purchase.necessary'], [[true, 'review', null], [false, 'review', null]]);
});

void test('what was bought of the same kind is asked for only where it can lift a new purchase over the threshold', () => {
  const contract = { kind: 'services', tendered: true, originalValue: { amount: 10_000_000 } } as const;
  const outside: AddonFacts = { on: '2024-05-01', contract, purchase: { value: { amount: 1_000_000 }, withinScope: false, optionClause: false, necessary: false, characterKept: false } };
  const { sameKindLast12Months: answers } = answersTo(outside);
  assert.deepEqual(answers?.[1], [644_638, 'new-purchase', true]);
  assert.equal(answersTo({ ...outside, sameKindLast12Months: { amount: 0 } })['sameKindLast12Months'], undefined);
  assert.equal(answersTo({ ...outside, purchase: { ...outside.purchase, value: { amount: 1_644_638 } } })['sameKindLast12Months'], undefined);
  assert.equal(answersTo({ ...outside, on: '2030-05-01' })['sameKindLast12Months'], undefined);
  assert.equal(answersTo({ ...outside, purchase: { ...outside.purchase, characterKept: null } })['sameKindLast12Months'], undefined);
});

void test('a new purchase asks for a tender and a notice as its route does', () => {
  const facts = { on: '2024-05-01', kind: 'services', value: { amount: 1_000_000 } } as const;
  assert.deepEqual(dutiesOf(judgeRoute({ ...facts, crossBorderInterest: 'yes' })), { tenderRequired: false, noticeRequired: true });
  assert.deepEqual(dutiesOf(judgeRoute({ ...facts, crossBorderInterest: 'no' })), { tenderRequired: false, noticeRequired: false });
  assert.deepEqual(dutiesOf(judgeRoute(facts)), { tenderRequired: null, noticeRequired: null });
  assert.deepEqual(dutiesOf(judgeRoute({ ...facts, sameKindLast12Months: { amount: 0 } })), { tenderRequired: false, noticeRequired: null });
  assert.deepEqual(dutiesOf(judgeRoute({ ...facts, on: '2026-05-01', value: { amount: 1_610_000 }, sameKindLast12Months: { amount: 0 } })), { tenderRequired: null, noticeRequired: null });
  assert.deepEqual(dutiesOf(judgeRoute({ ...facts, kind: 'light-services', value: { amount: 6_000_000 } })), { tenderRequired: true, noticeRequired: true });
});

/** The way through each wizard, and an answer for every way. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { LANGUAGES, unwrap, type Result } from '#base';
import { datesFacts, judgeDates, judgeRoute, planFacts, readAddonFacts, readRouteFacts, readWhereFacts } from '#law';
import { htmlFaults, renderDocument, siteOf, type Site } from '#ui';
import { runs } from '../../test/support/deep.ts';
import { ADDON_WIZARD, addonFacts } from './addon.wizard.ts';
import { renderAnswer } from './answer.page.tsx';
import { answerText } from './answer.text.ts';
import { DATES_WIZARD, datesFactsOf, planFactsOf } from './dates.wizard.ts';
import { WIZARDS } from './guide.routes.ts';
import { ROUTE_WIZARD, routeFacts } from './route.wizard.ts';
import { WHERE_WIZARD, whereFacts } from './where.wizard.ts';
import { renderQuestion } from './wizard.page.tsx';
import { readAnswers, type Given } from './wizard.routes.ts';
import { addressOf, askedOf, AT, BAR, nextOf, previousOf, SKIPPED, type Answers, type PlainField, type Question, type Wizard } from './wizard.ts';

const TODAY = '2026-11-22';
const TRACES = /undefined|\bNaN\b|\[object|(?<!\/)\{\w+\}|null/;

const FACTS: ReadonlyMap<Wizard, (answers: Answers) => Result<unknown>> = new Map([
  [WHERE_WIZARD, (answers: Answers): Result<unknown> => readWhereFacts(json(whereFacts(answers)))],
  [ROUTE_WIZARD, (answers: Answers): Result<unknown> => readRouteFacts(json(routeFacts(answers)))],
  [ADDON_WIZARD, (answers: Answers): Result<unknown> => readAddonFacts(json(addonFacts(answers)))],
  [DATES_WIZARD, (answers: Answers): Result<unknown> => { const plan = planFactsOf(answers); return plan === null ? datesFacts.read(json(datesFactsOf(answers))) : planFacts.read(json(plan)); }],
]);

function json(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

function valueOf(field: PlainField): fc.Arbitrary<string> {
  switch (field.kind) {
    case 'choice': return fc.constantFrom(...field.options.map(({ value }) => value).filter((value) => value !== ''));
    case 'amount': return fc.oneof(fc.constantFrom('0', '0.01', '1', '500000', '1064177', '1644637.99', '1644638', '1650000', '10000000000000'), fc.integer({ min: 0, max: 5_000_000_00 }).map((ore) => String(ore / 100)));
    case 'date': return fc.oneof(fc.constantFrom('1900-01-01', '2015-12-31', '2016-01-01', '2024-02-29', '2026-06-05', '2026-12-24', '2199-12-31'), fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)), fc.date({ min: new Date('2010-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10)));
    case 'count': return fc.oneof(fc.constantFrom(field.least, field.most), fc.integer({ min: field.least, max: field.most })).map(String);
    case 'text': return fc.constantFrom('KMD Opera', 'æøå <b>&"', 'a'.repeat(field.most));
  }
}

/** An answer that the question takes: as the address holds it. */
function answerTo({ field, skip }: Question): fc.Arbitrary<readonly string[]> {
  const given = field.kind === 'rows'
    ? fc.array(fc.tuple(...field.columns.map((column) => (column.mayBeEmpty ? fc.oneof(fc.constant(''), valueOf(column.field)) : valueOf(column.field)))).map((parts) => parts.join(BAR)), { minLength: 1, maxLength: 4 })
    : valueOf(field).map((value) => [value]);
  return skip === null ? given : fc.oneof({ weight: 3, arbitrary: given }, { weight: 1, arbitrary: fc.constant([SKIPPED]) });
}

/** Answers question after question, as a reader does. */
function answered(wizard: Wizard, draw: (question: Question) => readonly string[], seen?: (answers: Answers, question: Question) => void): Answers {
  let answers: Answers = new Map();
  for (let question = nextOf(wizard, answers); question !== null; question = nextOf(wizard, answers)) {
    seen?.(answers, question);
    answers = new Map(answers).set(question.name, draw(question));
  }
  return answers;
}

function given(address: string): Given {
  const params = new URLSearchParams(address.split('?')[1] ?? '');
  return Object.fromEntries([...new Set(params.keys())].map((name) => [name, params.getAll(name)]));
}

function questionOf({ questions }: Wizard, name: string): Question {
  return questions.find((question) => question.name === name) ?? assert.fail(name);
}

function siteAt(lang: 'da' | 'en', path: string): Site {
  return siteOf({ lang, world: 'register', path, origin: null, hasOtherWorld: false, updatedAt: null, navigation: [], publisher: { name: 'Torvet', email: null } });
}

void describe('the way through', () => {
  const first: Answers = new Map([['on', ['2024-05-01']], ['buyer', ['municipality']], ['kind', ['services']]]);

  void test('one question after the other, and back', () => {
    assert.equal(nextOf(ROUTE_WIZARD, new Map())?.name, 'on');
    assert.equal(previousOf(ROUTE_WIZARD, new Map(), questionOf(ROUTE_WIZARD, 'on')), null);
    assert.equal(nextOf(ROUTE_WIZARD, first)?.name, 'price');
    assert.equal(previousOf(ROUTE_WIZARD, first, questionOf(ROUTE_WIZARD, 'price'))?.name, 'kind');
    const monthly = new Map(first).set('price', ['monthly']);
    assert.equal(nextOf(ROUTE_WIZARD, monthly)?.name, 'monthly');
    assert.equal(previousOf(ROUTE_WIZARD, monthly, questionOf(ROUTE_WIZARD, 'options'))?.name, 'termMonths');
    assert.deepEqual(askedOf(ROUTE_WIZARD, monthly).filter(({ name }) => ['value', 'namedInNotice'].includes(name)), []);
  });

  void test('progress counts the questions that these answers lead to', () => {
    for (const [price, of] of [['total', 13], ['monthly', 14]] as const) {
      const answers = new Map(first).set('price', [price]);
      const html = renderDocument(renderQuestion({ site: siteAt('da', ROUTE_WIZARD.path), wizard: ROUTE_WIZARD, answers, question: nextOf(ROUTE_WIZARD, answers) ?? assert.fail(), wrong: null, rows: null }));
      assert.equal(askedOf(ROUTE_WIZARD, answers).length, of);
      assert.ok(html.includes(`Spørgsmål 5 af ${of}`), price);
    }
  });

  void test('an answer that no longer applies leaves the address', () => {
    const under = new Map(first).set('price', ['monthly']).set('monthly', ['1000']).set('termMonths', ['48']).set('via', ['framework']).set('inScope', ['ja']).set('objectiveCriteriaMet', ['ja']);
    assert.match(addressOf(ROUTE_WIZARD, under), /monthly=1000.*inScope=ja.*objectiveCriteriaMet=ja/);
    const changed = addressOf(ROUTE_WIZARD, new Map(under).set('price', ['total']).set('via', ['none']));
    assert.equal(changed, '/skal-det-i-udbud?on=2024-05-01&buyer=municipality&kind=services&price=total&via=none');
    assert.ok(!addressOf(ROUTE_WIZARD, new Map(under).set('via', ['dis'])).includes('objectiveCriteriaMet'));
  });

  void test('what does not fit its question counts as not given', () => {
    const bad: Given = { on: ['2024-02-30'], buyer: ['Municipality'], kind: ['services', 'goods'], price: ['-'], value: ['1.644.638'], options: ['5', '-'], lots: ['5|ja', '5'], what: [' a'], toString: ['x'] };
    assert.deepEqual([...readAnswers(ROUTE_WIZARD, bad)], []);
    assert.deepEqual([...readAnswers(ROUTE_WIZARD, { value: ['-'], options: ['-'], lots: ['5|ja', '7.5|nej'] })], [['value', ['-']], ['options', ['-']], ['lots', ['5|ja', '7.5|nej']]]);
  });

  void test('a whole procedure needs a day to begin or to end: who does not know the one is asked for the other', () => {
    const whole: Answers = new Map([['scope', ['whole']], ['procedure', ['open']], ['start', [SKIPPED]]]);
    const next = nextOf(DATES_WIZARD, whole);
    assert.match(next?.ask.da ?? '', /senest være underskrevet/);
    assert.equal(next?.skip, null);
    const known = nextOf(DATES_WIZARD, new Map(whole).set('start', ['2026-05-01']));
    assert.match(known?.ask.da ?? '', /senest være underskrevet/);
    assert.notEqual(known?.skip, null);
  });
});

void describe('whatever is answered', () => {
  for (const { wizard, answer } of WIZARDS) {
    void test(`${wizard.path}: one set of facts has one address, and the address gives the same facts`, () => {
      fc.assert(fc.property(fc.gen(), (draw) => {
        const answers = answered(wizard, (question) => draw(answerTo, question));
        const address = addressOf(wizard, answers);
        const read = readAnswers(wizard, given(address));
        assert.deepEqual([...read], [...answers]);
        const shuffled = Object.fromEntries(Object.entries(given(`${address}&${AT}=x`)).toReversed());
        assert.equal(addressOf(wizard, readAnswers(wizard, shuffled)), address);
        // One answer is changed: what hung on it is gone from the address, and what is left can be answered to the end.
        const question = draw(() => fc.constantFrom(...askedOf(wizard, answers)));
        const changed = new Map(answers).set(question.name, draw(answerTo, question));
        const left = readAnswers(wizard, given(addressOf(wizard, changed)));
        assert.deepEqual([...left.keys()].filter((name) => !askedOf(wizard, changed).some((asked) => asked.name === name)), []);
        assert.equal(addressOf(wizard, left), addressOf(wizard, changed));
      }), runs(150));
    });

    void test(`${wizard.path}: an answer with a verdict, as page and text, in both languages; its facts are such as the law reads`, () => {
      let looked = 0;
      fc.assert(fc.property(fc.gen(), (draw) => {
        const answers = answered(wizard, (question) => draw(answerTo, question));
        unwrap(FACTS.get(wizard)?.(answers) ?? assert.fail(wizard.path));
        for (const lang of LANGUAGES) {
          const document = answer(lang, answers, TODAY);
          assert.ok(document.verdict.length > 3 && document.meaning.length > 10 && document.note.length > 10);
          assert.equal(document.facts.length, answers.size);
          for (const { items } of document.sections) assert.ok(items.length > 0);
          assert.equal(new Set(document.sections.map(({ id }) => id)).size, document.sections.length);
          const text = answerText(lang, document, 'https://torvet.example/x');
          assert.doesNotMatch(text, TRACES);
          for (const part of [document.title, document.verdict, document.meaning, document.version, document.note, 'https://torvet.example/x', ...document.sections.map(({ heading }) => heading)]) assert.ok(text.includes(part), part);
          assert.deepEqual(htmlFaults(renderDocument(renderAnswer({ site: siteAt(lang, wizard.path), wizard, answers, document }))), []);
          looked += 1;
        }
      }), runs(60));
      assert.ok(looked >= 100);
    });

    void test(`${wizard.path}: every question on the way is a sound page, also with what is wrong with an answer`, () => {
      fc.assert(fc.property(fc.gen(), fc.constantFrom(...LANGUAGES), (draw, lang) => {
        answered(wizard, (question) => draw(answerTo, question), (answers, question) => {
          const common = { site: siteAt(lang, wizard.path), wizard, answers, question };
          const { field } = question;
          const fault = field.kind === 'rows' ? { row: 0, column: field.columns[0]?.name ?? '', fault: 'empty' as const } : 'empty' as const;
          for (const wrong of [null, { given: '"><script>', fault }]) {
            const html = renderDocument(renderQuestion({ ...common, wrong, rows: wrong === null || field.kind !== 'rows' ? null : [{}] }));
            assert.deepEqual(htmlFaults(html), []);
            assert.equal(html.includes('autofocus'), wrong !== null);
          }
        });
      }), runs(10));
    });
  }

  void test('the answers carry the verdict of the law', () => {
    const answers: Answers = new Map([['on', ['2024-05-01']], ['buyer', ['municipality']], ['kind', ['services']], ['price', ['total']], ['value', ['1644638']], ['options', [SKIPPED]], ['extensions', [SKIPPED]], ['lots', [SKIPPED]], ['sameKindLast12Months', ['0']], ['crossBorderInterest', ['no']], ['via', ['none']], ['what', [SKIPPED]], ['who', [SKIPPED]]]);
    assert.equal(nextOf(ROUTE_WIZARD, answers), null);
    assert.equal(judgeRoute(routeFacts(answers)).verdict, 'eu-tender');
    const route = WIZARDS.find(({ wizard }) => wizard === ROUTE_WIZARD) ?? assert.fail();
    assert.equal(route.answer('da', answers, TODAY).verdict, 'EU-udbud');
    assert.equal(route.answer('en', new Map(answers).set('value', ['1644637.99']), TODAY).verdict, 'Below the threshold, on market terms');
    const dates = WIZARDS.find(({ wizard }) => wizard === DATES_WIZARD) ?? assert.fail();
    const when: Answers = new Map([['scope', ['one']], ['step', ['open']], ['from', ['2026-01-12']], ['electronic', [SKIPPED]], ['pin', [SKIPPED]], ['urgent', ['nej']], ['proposed', [SKIPPED]], ['mustRunBy', [SKIPPED]]]);
    assert.equal(nextOf(DATES_WIZARD, when), null);
    assert.equal(judgeDates(datesFactsOf(when)).last, '2026-02-16');
    assert.match(dates.answer('da', when, TODAY).verdict, /16\. februar 2026/);
  });
});

/** The questions of the law as programs ask them: facts in JSON, the answer in one language. The command line and the API both stand on this. */
import { ok, type Language, type Result } from '#base';
import {
  AddonFactsSchema, AddonResultSchema, datesFacts, DatesResultSchema, judgeAddon, judgeDates, judgeRoute, judgeWhere, planFacts, planProcedure, PlanResultSchema, readAddonFacts,
  readRouteFacts, readWhereFacts, RouteFactsSchema, RouteResultSchema, WhereFactsSchema, WhereResultSchema, written,
} from '#law';
import type { TSchema } from 'typebox';
import { addonDocument } from './addon.answer.ts';
import { ADDON_WIZARD } from './addon.wizard.ts';
import type { AnswerDocument } from './answer.ts';
import type { Asked } from './answer-parts.ts';
import { datesDocument, planDocument } from './dates.answer.ts';
import { DATES_WIZARD } from './dates.wizard.ts';
import { routeDocument } from './route.answer.ts';
import { ROUTE_WIZARD } from './route.wizard.ts';
import { WHERE_WIZARD, whereDocument } from './where.wizard.ts';
import type { Wizard } from './wizard.ts';

export interface LawQuestion {
  readonly name: string;
  readonly summary: string;
  readonly danish: string;
  /** Facts as JSON, to try it with. */
  readonly example: string;
  readonly facts: TSchema;
  readonly result: TSchema;
  /** The answer as JSON, or the field of the facts that is wrong. */
  answer(given: unknown, lang: Language): Result<unknown>;
}

export const LAW_QUESTIONS: readonly LawQuestion[] = [
  {
    name: 'route', summary: 'Must this be tendered, and how', danish: 'Skal det i udbud, og hvordan',
    example: '{"on": "2024-05-01", "kind": "services", "value": {"amount": 2000000}}',
    facts: RouteFactsSchema, result: RouteResultSchema,
    answer: (given, lang) => judged(readRouteFacts(given), (facts) => written(judgeRoute(facts), lang)),
  },
  {
    name: 'addon', summary: 'Is this an add-on to a contract, or a new purchase', danish: 'Er det et tilkøb til en kontrakt eller et nyt køb',
    example: '{"on": "2024-05-01", "contract": {"kind": "services", "tendered": true, "originalValue": {"amount": 5000000}}, "purchase": {"value": {"amount": 300000}, "characterKept": true}}',
    facts: AddonFactsSchema, result: AddonResultSchema,
    answer: (given, lang) => judged(readAddonFacts(given), (facts) => written(judgeAddon(facts), lang)),
  },
  {
    name: 'dates', summary: 'When a time limit ends', danish: 'Hvornår slutter en frist',
    example: '{"step": "open", "from": "2026-05-01", "electronic": true}',
    facts: datesFacts.schema, result: DatesResultSchema,
    answer: (given, lang) => judged(datesFacts.read(given), (facts) => written(judgeDates(facts), lang)),
  },
  {
    name: 'plan', summary: 'All steps of a procedure, forwards or back from the day of the contract', danish: 'Alle skridt i en procedure, frem eller tilbage fra underskriften',
    example: '{"procedure": "open", "mustRunBy": "2027-01-01", "electronic": true}',
    facts: planFacts.schema, result: PlanResultSchema,
    answer: (given, lang) => judged(planFacts.read(given), (facts) => written(planProcedure(facts), lang)),
  },
  {
    name: 'where', summary: 'Where a need is best bought: advice, no law', danish: 'Hvor et behov bedst købes: et råd, ikke en lov',
    example: '{"maturity": "mature", "standardisation": "standard"}',
    facts: WhereFactsSchema, result: WhereResultSchema,
    answer: (given, lang) => judged(readWhereFacts(given), (facts) => written(judgeWhere(facts), lang)),
  },
];

function judged<Facts, Answer>(facts: Result<Facts>, judge: (facts: Facts) => Answer): Result<Answer> {
  return facts.ok ? ok(judge(facts.value)) : facts;
}

/**
 * The answer as a document for people, or the field of the facts that is wrong.
 * @param name of a question @param today ISO date, for an add-on by the rules of that day @throws for a name that is none
 */
export function lawDocument(name: string, given: unknown, lang: Language, today: string): Result<AnswerDocument> {
  const asked = (wizard: Wizard, facts: object): Asked => askedFor(wizard.title[lang], facts);
  switch (name) {
    case 'route': return judged(readRouteFacts(given), (facts) => routeDocument(lang, asked(ROUTE_WIZARD, facts), written(judgeRoute(facts), lang)));
    case 'addon': return judged(readAddonFacts(given), (facts) => addonDocument(lang, asked(ADDON_WIZARD, facts), facts, { today, argument: null }));
    case 'dates': return judged(datesFacts.read(given), (facts) => datesDocument(lang, asked(DATES_WIZARD, facts), written(judgeDates(facts), lang)));
    case 'plan': return judged(planFacts.read(given), (facts) => planDocument(lang, asked(DATES_WIZARD, facts), written(planProcedure(facts), lang)));
    case 'where': return judged(readWhereFacts(given), (facts) => whereDocument(lang, asked(WHERE_WIZARD, facts), written(judgeWhere(facts), lang)));
    default: throw new Error(`There is no question "${name}" of the law.`);
  }
}

/** The facts as they were given, a line for each field. */
function askedFor(title: string, facts: object): Asked {
  return { title, facts: Object.entries(facts).map(([name, value]) => ({ label: `${name}:`, values: [typeof value === 'string' ? value : JSON.stringify(value)] })) };
}

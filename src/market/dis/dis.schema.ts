/** What a dynamic purchasing system says. All of it is public once it is published. */
import { Type, type Static } from 'typebox';
import { choice, cpv, day, decimal, fields, line, list, maybe, moment, money, text, truth } from '../core/fields.ts';
import type { MarketRecord } from '../core/record.ts';
import { EXCLUSION_GROUNDS, SELECTION_CRITERIA } from '../espd/criteria.ts';

/** A whole package, or components apart: one system can have both. */
export const CATEGORY_SCOPES = ['package', 'component'] as const;

export const VOLUNTARY_GROUNDS: readonly string[] = EXCLUSION_GROUNDS.filter(({ kind }) => kind === 'voluntary').map(({ code }) => code);
export const SELECTION_CODES: readonly string[] = SELECTION_CRITERIA.map(({ code }) => code);

/** Most of a draft may be left for later; what must be there is looked for when it is published. */
export const DIS_TEXTS = {
  title: line(),
  description: text(),
  service: choice(['services', 'goods'] as const),
  cpv: cpv(),
  /** Nature and estimated quantity of what is to be bought. */
  quantity: maybe(text(4000)),
  /** Over the whole life, by all who may use it. */
  value: maybe(money()),
  categories: list(fields({
    id: Type.String({ pattern: '^[A-Za-z0-9]{1,10}$', form: 'line' }), scope: choice(CATEGORY_SCOPES), categoryTitle: line(), categoryDescription: maybe(text(4000)), suitability: maybe(text(4000)),
  }), 30),
  /** Why there is one category only (§ 49). */
  undivided: maybe(text(4000)),
  awardCriteria: maybe(text(4000)),
  /** The first time limit for applications. */
  firstDeadline: maybe(moment()),
  endsOn: maybe(day()),
  /** Last day to assess the first applications, as long as nothing is bought before; left out: ten working days each. */
  prolongedTo: maybe(day()),
  /** Voluntary grounds of exclusion (§ 137) that are asked about beside the mandatory ones, by their ESPD codes. */
  voluntary: list(choice(VOLUNTARY_GROUNDS), VOLUNTARY_GROUNDS.length),
  /** Minimum requirements that hold in every category, by their ESPD codes. `minimum`: kroner, a count or a ratio, as decimal text; left out: a statement. */
  selection: list(fields({ code: choice(SELECTION_CODES), requirement: text(4000), minimum: maybe(decimal()) }), SELECTION_CODES.length),
  /** Who may buy in the system beside its owner: chosen, named, or all municipalities; each can be identified. */
  users: list(fields({ organisation: Type.String({ format: 'uuid', form: 'choice' }) }), 120),
  named: list(fields({ name: line(), cvr: Type.String({ pattern: '^\\d{8}$', form: 'line' }) }), 120),
  allMunicipalities: truth(),
};

const Texts = fields(DIS_TEXTS);
export type DisTexts = Static<typeof Texts>;

/** ISO instant. */
const At = Type.String();
const strict = { additionalProperties: false } as const;

export const DisBodySchema = Type.Object({
  ...DIS_TEXTS,
  publishedAt: maybe(At),
  firstPeriodEnds: maybe(At),
  /** Its end was told; from then on there is no time limit but the system's own. */
  firstPeriodOver: maybe(Type.Boolean()),
  /** Why something that the publication check warned of was done all the same. */
  reasons: Type.Array(Type.Object({ code: Type.String(), reason: Type.String() }, strict)),
  periods: Type.Array(Type.Object({ at: At, from: Type.String(), to: Type.String(), reason: Type.String() }, strict)),
  ended: maybe(Type.Object({ at: At, reason: Type.Union([Type.String(), Type.Null()]) }, strict)),
  cancelled: maybe(Type.Object({ at: At, reason: Type.String() }, strict)),
}, strict);
export type DisBody = Static<typeof DisBodySchema>;
export type Dis = MarketRecord<DisBody, null>;

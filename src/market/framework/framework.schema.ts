/** What a framework agreement says in public, and what its owner alone sees of it. */
import { Type, type Static } from 'typebox';
import { choice, cpv, day, decimal, fields, line, list, maybe, money, text, truth } from '../core/fields.ts';
import type { MarketRecord } from '../core/record.ts';

/** How contracts are awarded under it (§ 98). */
export const METHODS = ['direct', 'mini-competition', 'both'] as const;
export const ORDERS = ['points', 'price', 'agreement-rank'] as const;
export const TESTS = ['yes', 'at-least', 'at-most', 'one-of'] as const;

const strict = { additionalProperties: false } as const;
const Uuid = Type.String({ format: 'uuid' });
const Key = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9.-]{0,19}$', form: 'line' });
export const OrganisationChoice = Type.String({ format: 'uuid', form: 'choice' });
/** One of the rows of the agreement, by its id. */
export const RowChoice = Type.String({ minLength: 1, maxLength: 60, form: 'choice' });

/** An objective criterion of the agreement, and which question it answers about an offer. */
const Criterion = fields({ id: Key, criterion: line(), test: choice(TESTS), unit: maybe(line(40)), source: line(300) });

/** What the owner writes. */
export const FRAMEWORK_TEXTS = {
  title: line(),
  description: text(),
  service: choice(['services', 'goods'] as const),
  cpv: cpv(),
  /** Of the tender that the agreement came out of, where that was held outside Torvet. */
  reference: maybe(line()),
  from: day(),
  to: day(),
  longReason: maybe(text(4000)),
  value: money(),
  maximum: money(),
  method: choice(METHODS),
  choosing: maybe(text(4000)),
  first: maybe(choice(ORDERS)),
  second: maybe(choice(ORDERS)),
  lots: list(fields({ id: Key, lotTitle: line(), lotDescription: text(2000), lotMaximum: maybe(money()) }), 50, 1),
  criteria: list(Criterion, 100),
};
export const FrameworkTexts = fields(FRAMEWORK_TEXTS);
export type FrameworkDescription = Static<typeof FrameworkTexts>;
export type AwardCriterion = Static<typeof Criterion>;

export const PARTIES_INPUT = fields({
  parties: list(fields({ supplier: OrganisationChoice, lot: RowChoice }), 500, 1),
  users: list(fields({ user: OrganisationChoice }), 300),
  named: list(fields({ name: line(), cvr: Type.String({ pattern: '^[0-9]{8}$', form: 'line' }) }), 300),
  allMunicipalities: truth(),
});

export const OFFER_INPUT = fields({
  supplier: OrganisationChoice,
  lot: RowChoice,
  name: line(),
  price: maybe(money()),
  agreementRank: maybe(Type.Integer({ minimum: 1, maximum: 1000, form: 'count' })),
  facts: list(fields({ criterion: RowChoice, fact: line(500) }), 100),
});

export const CALL_OFF_INPUT = fields({ lot: RowChoice, buyer: RowChoice, supplier: OrganisationChoice, value: money(), on: day(), source: line(300) });

const Party = Type.Object({ organisation: Uuid, lots: Type.Array(Type.String()), leftOn: Type.Union([Type.String(), Type.Null()]) }, strict);
const Fact = Type.Unsafe<boolean | number | string>({ type: ['boolean', 'number', 'string'] });
const Offer = Type.Object({
  id: Uuid, supplier: Uuid, lot: Type.String(), name: Type.String(), agreementRank: Type.Union([Type.Integer(), Type.Null()]),
  /** By the id of the criterion. */
  facts: Type.Record(Type.String(), Fact),
}, strict);
/** Made outside Torvet and entered by the owner. `buyer`: key of an organisation, or the CVR number under which the notice names it. */
const Recorded = Type.Object({ id: Uuid, lot: Type.String(), buyer: Type.String(), supplier: Uuid, value: money(), on: Type.String(), source: Type.String(), enteredAt: Type.String() }, strict);

export const FrameworkBodySchema = Type.Object({
  ...FRAMEWORK_TEXTS,
  parties: Type.Array(Party),
  users: Type.Array(Type.Object({ organisation: Uuid }, strict)),
  named: Type.Array(Type.Object({ name: Type.String(), cvr: Type.String() }, strict)),
  allMunicipalities: Type.Boolean(),
  offers: Type.Array(Offer),
  callOffs: Type.Array(Recorded),
  publishedAt: Type.Optional(Type.String()),
  /** Last day on which something could be called off; `reason` null: the term was over. */
  ended: Type.Optional(Type.Object({ on: Type.String(), reason: Type.Union([Type.String(), Type.Null()]) }, strict)),
}, strict);
export type FrameworkBody = Static<typeof FrameworkBodySchema>;
export type FrameworkOffer = FrameworkBody['offers'][number];

/** What suppliers ask for each offer is nobody's to read but the owner's, until a buyer's shortlist needs it. */
export const FrameworkInternalSchema = Type.Object({ prices: Type.Record(Type.String(), decimal()) }, strict);
export type FrameworkInternal = Static<typeof FrameworkInternalSchema>;

export type Framework = MarketRecord<FrameworkBody, FrameworkInternal>;

import { Type, type Static } from 'typebox';
import { fail, type Failure, type Result } from '#base';
import { factsReader } from '../facts/read.ts';
import { Amount, BUYERS, count, day, KINDS, maybe, oneOf, truth } from '../facts/schema.ts';

const strict = { additionalProperties: false } as const;
const MOST_PARTS = 1000;

const ViaFacts = Type.Object({
  namedInNotice: truth('Whether the notice of the framework or system names this buyer.'),
  inScope: truth('Whether the purchase lies within what the framework or system covers.'),
  inTerm: truth('Whether the purchase is made while the framework or system runs.'),
  maximum: maybe(Amount),
  calledOff: maybe(Amount),
  awardModel: maybe(oneOf(['direct', 'mini-competition', 'both'], 'How contracts are awarded under it.')),
  objectiveCriteriaMet: truth('Whether the objective criteria of the framework point to this supplier.'),
  needsNarrowedToOne: truth('Whether the needs are described so narrowly that one supplier alone can meet them.'),
}, { ...strict, description: 'What is known about the framework or system: an object with the fields namedInNotice, inScope, inTerm, maximum, calledOff, awardModel, objectiveCriteriaMet, needsNarrowedToOne.' });

const parts = (what: string) => maybe(Type.Array(Type.Object({ amount: Amount.properties.amount, currency: Amount.properties.currency }, strict),
  { maxItems: MOST_PARTS, description: `${what} A list of objects such as {"amount": 100000}.` }));

/** What is asked about a purchase: `torvet law route`. A field that is left out is the same as null: not known. */
export const RouteFactsSchema = Type.Object({
  on: day('The day on which the purchase is published or sent.'),
  buyer: maybe(oneOf(BUYERS, 'Who buys; a municipality when left out.')),
  kind: oneOf(KINDS, 'What is bought.'),
  value: maybe(Amount),
  monthly: maybe(Amount),
  termMonths: maybe(count('How many months are paid for; left out or null: no fixed end.', 1, 1200)),
  options: parts('Every option.'),
  extensions: parts('Every possible extension.'),
  lots: maybe(Type.Array(Type.Object({
    amount: Amount.properties.amount,
    currency: Amount.properties.currency,
    outside: maybe(Type.Boolean({ description: 'Whether the lot is to be taken out of the tender; false when left out.' })),
  }, strict), { maxItems: MOST_PARTS, description: 'Every lot. A list of objects such as {"amount": 100000, "outside": true}.' })),
  sameKindLast12Months: maybe(Amount),
  crossBorderInterest: maybe(oneOf(['yes', 'no', 'unknown'], 'Whether the purchase is clearly of interest to suppliers in other countries; unknown when left out.')),
  via: maybe(oneOf(['framework', 'dis', 'central-purchasing-body'], 'What the purchase is made under, if anything.')),
  viaFacts: maybe(ViaFacts),
}, { ...strict, description: 'The facts of a purchase.' });

export type RouteFacts = Static<typeof RouteFactsSchema>;

export const TWO_VALUES: Failure = {
  kind: 'invalid',
  message: 'The fields value and monthly are both given, and it cannot be told which one counts.',
  help: 'Give value for a price in all, or monthly with termMonths for a price by the month.',
  place: 'monthly',
};

const reader = factsReader(RouteFactsSchema);

/** The facts out of JSON, or the field that is wrong and what it takes. */
export function readRouteFacts(given: unknown): Result<RouteFacts> {
  const facts = reader.read(given);
  if (!facts.ok || !hasTwoValues(facts.value)) return facts;
  return fail(TWO_VALUES);
}

export function hasTwoValues({ value, monthly }: RouteFacts): boolean {
  return value !== undefined && value !== null && monthly !== undefined && monthly !== null;
}

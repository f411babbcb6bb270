import { Type, type Static } from 'typebox';
import type { Result } from '#base';
import { factsReader } from '../facts/read.ts';
import { Amount, BUYERS, day, KINDS, maybe, oneOf, truth } from '../facts/schema.ts';

const strict = { additionalProperties: false } as const;
const MOST_CHANGES = 1000;

/** The paragraph that an earlier change was made under. */
export const GROUNDS = ['178', '179', '180', '181', '182', '183'] as const;

const Change = Type.Object({
  on: day('The day of the change.'),
  value: Amount,
  ground: maybe(oneOf(GROUNDS, 'The paragraph of Udbudsloven that the change was made under; null: not known.')),
}, { ...strict, description: 'An object such as {"on": "2024-05-01", "value": {"amount": 100000}, "ground": "180"}.' });

const Contract = Type.Object({
  signed: maybe(day('The day on which the contract was signed.')),
  kind: oneOf(KINDS, 'What the contract is about.'),
  tendered: truth('Whether the contract was lawfully tendered.'),
  originalValue: Amount,
  indexedValue: maybe(Amount),
  maximumValue: maybe(Amount),
  calledOff: maybe(Amount),
  end: maybe(day('The last day of the contract; null: not known.')),
  changes: maybe(Type.Array(Change, { maxItems: MOST_CHANGES, description: 'Every change so far, whatever its ground. A list, which may be empty.' })),
}, { ...strict, description: 'What is known about the contract: an object with the fields signed, kind, tendered, originalValue, indexedValue, maximumValue, calledOff, end, changes.' });

const Purchase = Type.Object({
  value: Amount,
  kind: maybe(oneOf(KINDS, 'What is bought; that of the contract when left out.')),
  withinScope: truth('Whether the purchase lies within what was tendered.'),
  optionClause: truth('Whether the tender documents have a clear, precise and unequivocal clause on just this purchase.'),
  necessary: truth('Whether the delivery is necessary.'),
  supplierChangeImpossible: truth('Whether a change of supplier is impossible for economic or technical reasons.'),
  supplierChangeCostly: truth('Whether a change of supplier would cause significant inconvenience or substantial duplication of cost.'),
  unforeseeable: truth('Whether the need comes from circumstances that a diligent buyer could not foresee.'),
  characterKept: truth('Whether the overall character of the contract is kept.'),
  wouldHaveAttractedOthers: truth('Whether the change, had it been known, would have drawn other candidates or led to other tenders.'),
  shiftsBalance: truth('Whether the change moves the economic balance to the advantage of the supplier.'),
  standaloneUsable: truth('Whether what is bought can be used by itself, without the contract.'),
}, { ...strict, description: 'What is known about the purchase: an object with its value and the answers to the questions of §§ 178-183.' });

/** What is asked about an add-on: `torvet law addon`. A field that is left out is the same as null: not known. */
export const AddonFactsSchema = Type.Object({
  on: day('The day of the purchase.'),
  buyer: maybe(oneOf(BUYERS, 'Who buys; a municipality when left out.')),
  contract: Contract,
  purchase: Purchase,
  sameKindLast12Months: maybe(Amount),
}, { ...strict, description: 'The facts of a purchase beside a contract.' });

export type AddonFacts = Static<typeof AddonFactsSchema>;

const reader = factsReader(AddonFactsSchema);

/** The facts out of JSON, or the field that is wrong and what it takes. */
export function readAddonFacts(given: unknown): Result<AddonFacts> {
  return reader.read(given);
}

import { Type, type Static } from 'typebox';
import type { Result } from '#base';
import { factsReader } from '../facts/read.ts';
import { maybe, oneOf, truth } from '../facts/schema.ts';

export const MATURITIES = ['mature', 'growing', 'new'] as const;
export const STANDARDISATIONS = ['standard', 'adapted', 'own'] as const;
export const PACES = ['slow', 'fast'] as const;
export const NEEDS = ['components', 'package'] as const;

/** What the guide "where do I buy this?" asks. A field that is left out is the same as null: not known. */
export const WhereFactsSchema = Type.Object({
  maturity: maybe(oneOf(MATURITIES, 'How mature the market is: many have delivered it for years, some do, or nobody quite yet.')),
  standardisation: maybe(oneOf(STANDARDISATIONS, 'Whether it is bought as it is, adapted, or made for the buyer.')),
  pace: maybe(oneOf(PACES, 'How fast what is bought develops.')),
  need: maybe(oneOf(NEEDS, 'Whether parts are wanted that fit together, or a whole package.')),
  sharedWithOthers: truth('Whether other municipalities have the same need at the same time.'),
}, { additionalProperties: false, description: 'The facts of a need.' });

export type WhereFacts = Static<typeof WhereFactsSchema>;

const reader = factsReader(WhereFactsSchema);

/** The facts out of JSON, or the field that is wrong and what it takes. */
export function readWhereFacts(given: unknown): Result<WhereFacts> {
  return reader.read(given);
}

import { Type, type Static } from 'typebox';
import { FailureError } from '#base';
import { FIGURE_NAMES, DIVISIONS, type Figure } from './rows.view.ts';
import type { RowsQuery } from './rows.store.ts';
import { ALL, readScope, type Scope } from './scope.ts';

const LONGEST = 3000;
const scopeWord = Type.String({ maxLength: LONGEST, description: '"cpv:" and 2 to 8 digits of a field, "buyer:" and the key of an organisation, "agreement:" and an ocid, "country:" and two letters, or "all".' });
const organisation = (what: string) => Type.Optional(Type.String({ maxLength: 200, description: what }));

const rows = {
  of: scopeWord,
  figure: Type.Optional(Type.Unsafe<Figure>(Type.String({ enum: FIGURE_NAMES, default: 'processes', description: 'The figure whose rows are asked for.' }))),
  year: Type.Optional(Type.Integer({ minimum: 1, maximum: 9999, description: 'Only rows that are counted in this year.' })),
  division: Type.Optional(Type.Unsafe<(typeof DIVISIONS)[number]>(Type.String({ enum: [...DIVISIONS], description: 'whole: tenders with one lot; parts: with several.' }))),
  supplier: organisation('Only awards to, or bids by, the organisation with this key.'),
  buyer: organisation('Only awards of the buyer with this key.'),
  from: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000_000, default: 0, description: 'Rows to pass over.' })),
};

export const RowsQuerySchema = Type.Object(rows, { additionalProperties: false });
export const RowsDataSchema = Type.Object({ ...rows, limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 100, description: 'Most rows.' })) }, { additionalProperties: false });
export const CompetitionQuerySchema = Type.Object({ of: scopeWord }, { additionalProperties: false });
export const SideBySideSchema = Type.Object({ a: scopeWord, b: scopeWord }, { additionalProperties: false });

export function readRowsQuery(given: Static<typeof RowsQuerySchema>): RowsQuery {
  return {
    scope: scopeOf(given.of, 'of'), figure: given.figure ?? 'processes', year: given.year ?? null, division: given.division ?? null,
    supplier: given.supplier || null, buyer: given.buyer || null,
  };
}

/** @throws FailureError when the word names nothing */
export function scopeOf(word: string | undefined, place: string): Scope {
  const scope = word === undefined || word === '' ? ALL : readScope(word);
  if (scope === null) {
    throw new FailureError({ kind: 'invalid', message: `The parameter ${place} names nothing that can be asked about.`, help: 'Write cpv:72, buyer:KEY, agreement:OCID, country:DK or all.', place });
  }
  return scope;
}

const searchText = Type.Optional(Type.String({ maxLength: 300 }));
export const ChooseSchema = Type.Object({ q: searchText }, { additionalProperties: false });
/** The page takes one side and asks for the other. */
export const SideBySidePageSchema = Type.Object({ a: Type.Optional(scopeWord), b: Type.Optional(scopeWord), q: searchText }, { additionalProperties: false });

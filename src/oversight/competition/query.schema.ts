import { Type, type Static } from 'typebox';
import { FailureError } from '#base';
import { FIGURE_NAMES, DIVISIONS, type Figure } from './rows.view.ts';
import type { RowsQuery } from './rows.store.ts';
import { ALL, readScope, type Scope } from './scope.ts';
import type { SharesQuery } from './shares.store.ts';

const LONGEST = 3000;
const scopeWord = Type.String({ maxLength: LONGEST, description: '"cpv:" and 2 to 8 digits of a field, "buyer:" and the key of an organisation, "agreement:" and an ocid, "country:" and two letters, or "all".' });
const organisation = (what: string) => Type.Optional(Type.String({ maxLength: 200, description: what }));

const year = Type.Optional(Type.Integer({ minimum: 1, maximum: 9999, description: 'Only rows that are counted in this year.' }));
const division = Type.Optional(Type.Unsafe<(typeof DIVISIONS)[number]>(Type.String({ enum: [...DIVISIONS], description: 'whole: tenders with one lot; parts: with several.' })));
const from = Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000_000, default: 0, description: 'Rows to pass over.' }));
const limit = Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 100, description: 'Most rows.' }));

const rows = {
  of: scopeWord,
  figure: Type.Optional(Type.Unsafe<Figure>(Type.String({ enum: FIGURE_NAMES, default: 'processes', description: 'The figure whose rows are asked for.' }))),
  year,
  division,
  supplier: organisation('Only awards to, or bids by, the organisation with this key.'),
  buyer: organisation('Only awards of the buyer with this key.'),
  field: Type.Optional(Type.String({ pattern: '^[0-9]{3}$', description: 'Of the tenures at one buyer, only those in the field with these three digits.' })),
  from,
};

export const RowsQuerySchema = Type.Object(rows, { additionalProperties: false });
export const RowsDataSchema = Type.Object({ ...rows, limit }, { additionalProperties: false });

const shares = {
  of: scopeWord, year, division,
  years: Type.Optional(Type.Unsafe<'together' | 'each'>(Type.String({ enum: ['together', 'each'], default: 'together', description: 'All years together, or each by itself.' }))),
  currency: Type.Optional(Type.String({ maxLength: 40, description: 'Shares of the amounts in this currency (ISO 4217, or as written); without it, of the number of awards.' })),
  from,
};
export const SharesQuerySchema = Type.Object(shares, { additionalProperties: false });
export const SharesDataSchema = Type.Object({ ...shares, limit }, { additionalProperties: false });
export const CompetitionQuerySchema = Type.Object({ of: scopeWord }, { additionalProperties: false });
export const SideBySideSchema = Type.Object({ a: scopeWord, b: scopeWord }, { additionalProperties: false });

export function readRowsQuery(given: Static<typeof RowsQuerySchema>): RowsQuery {
  return {
    scope: scopeOf(given.of, 'of'), figure: given.figure ?? 'processes', year: given.year ?? null, division: given.division ?? null,
    supplier: given.supplier || null, buyer: given.buyer || null, field: given.field || null,
  };
}

export function readSharesQuery(given: Static<typeof SharesQuerySchema>): SharesQuery {
  return { scope: scopeOf(given.of, 'of'), year: given.year ?? null, each: given.years === 'each', division: given.division ?? null, currency: given.currency || null };
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

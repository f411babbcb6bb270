import { Type, type Static } from 'typebox';
import { COVERAGE_FIELDS } from './coverage.ts';
import type { SyncView } from './sync/sync.view.ts';
import type { Frozen } from './views.ts';

export const SOURCES = ['eforms', 'ted', 'ocds'] as const;
export type Source = (typeof SOURCES)[number];

const source = Type.Unsafe<Source>(Type.String({ enum: [...SOURCES], description: 'What came in: eForms, TED XML, or OCDS.' }));
const day = (what: string) => Type.Union([Type.String(), Type.Null()], { description: `Day of the ${what} release by its own date; null when none has a date.` });
const counted = { releases: Type.Integer(), first: day('first'), last: day('last') };

/** How many of those that could have filled a field did. */
const RateSchema = Type.Object({
  asked: Type.Integer({ description: 'Releases of a kind that has the field.' }),
  filled: Type.Integer({ description: 'Those of them that fill it.' }),
});
export type Rate = Frozen<Static<typeof RateSchema>>;

const FieldSchema = Type.Object({
  field: Type.Unsafe<(typeof COVERAGE_FIELDS)[number]>(Type.String({ enum: [...COVERAGE_FIELDS] })),
  isTrait: Type.Boolean({ description: 'True of framework agreements and dynamic purchasing systems: no gap when empty, because a purchase that is none says nothing.' }),
  ...RateSchema.properties,
  bySource: Type.Array(Type.Object({ source, ...RateSchema.properties })),
});
export type FieldRate = Frozen<Static<typeof FieldSchema>>;

/** What the register holds; the page shows it and the API gives it. */
export const CoverageSchema = Type.Object({
  ...counted,
  uncounted: Type.Integer({ description: 'Releases in the register that this count has not seen. 0, unless they came in before it was kept.' }),
  rejected: Type.Integer({ description: 'Parts of imported files that were no release or notice, or could not be placed.' }),
  importedAt: Type.Union([Type.String(), Type.Null()], { description: 'When data last came in: ISO 8601 in UTC.' }),
  sources: Type.Array(Type.Object({ source, ...counted, countries: Type.Integer(), forms: Type.Integer() })),
  countries: Type.Array(Type.Object({ country: Type.String({ description: 'ISO 3166-1 alpha-2; empty where the release names none.' }), ...counted })),
  years: Type.Array(Type.Object({ year: Type.Integer({ description: '0 where the release has no date.' }), releases: Type.Integer() })),
  forms: Type.Array(Type.Object({ source, form: Type.String({ description: 'Subtype of eForms, form of TED XML, or last stage of an OCDS release.' }), releases: Type.Integer() })),
  fields: Type.Array(FieldSchema, { description: 'Of the releases that the query asks for.' }),
});
export type Coverage = Frozen<Static<typeof CoverageSchema>>;

const word = (description: string) => Type.Optional(Type.String({ maxLength: 50, description }));

/** Which releases the fill rates are of. One definition for the page, the downloads and the API. */
export const CoverageQuerySchema = Type.Object({
  source: word('eforms, ted or ocds.'),
  country: word('ISO 3166-1 alpha-2; "unknown": not stated.'),
  year: word('Year of the release\'s date; "unknown": it has none.'),
  form: word('As in "forms".'),
}, { additionalProperties: false });

export const COVERAGE_FILTERS = ['source', 'country', 'year', 'form'] as const;
export type CoverageFilter = (typeof COVERAGE_FILTERS)[number];
/** null: all of them. */
export type CoverageQuery = Readonly<Record<CoverageFilter, string | null>>;

export interface CoveragePageView extends Coverage {
  readonly query: CoverageQuery;
  /** How the fetching from public services stands. */
  readonly syncs: readonly SyncView[];
}

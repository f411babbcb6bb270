/** What the pages, files and API of points of attention show: each shape once, as a schema. */
import { Type, type Static, type TSchema } from 'typebox';
import { OrganisationLinkSchema, type Frozen } from '#register';
import { ASKED } from '../indicators/asked.ts';
import { OUTCOMES } from '../own/run.store.ts';

function orNull<Schema extends TSchema>(schema: Schema) {
  return Type.Union([schema, Type.Null()]);
}

const text = (description: string) => orNull(Type.String({ description }));
const outcome = Type.Unsafe<(typeof OUTCOMES)[number]>(Type.String({ enum: [...OUTCOMES] }));
const words = (description: string) => Type.Object({ da: Type.String(), en: Type.String() }, { description });
const named = (description: string) => Type.Array(Type.Object({ code: Type.String(), da: Type.String(), en: Type.String() }), { description });

/** A row that a flag rests on. */
export const EvidenceSchema = Type.Object({
  what: Type.String({ description: 'What the row is: a code of the indicator\'s "rows".' }),
  source: text('Open Contracting ID of the process that the row stands in; null: a rule, or a sum.'),
  notice: text('Id of the notice in it.'),
  day: text('ISO 8601 day.'),
  amount: text('Exact decimal.'),
  currency: text('ISO 4217, or what the publisher wrote.'),
  number: orNull(Type.Number()),
  words: text('In the words of the source.'),
});

export const FlagSchema = Type.Object({
  indicator: Type.String({ description: 'Code of the indicator.' }),
  ocid: Type.String({ description: 'Open Contracting ID of the process that it stands at.' }),
  part: Type.String({ description: 'Tells several of one indicator in one process from each other; else empty.' }),
  title: text('Of the process, as published.'),
  buyer: orNull(OrganisationLinkSchema),
  supplier: orNull(OrganisationLinkSchema),
  country: text('Of the buyer: ISO 3166-1 alpha-2.'),
  day: text('The newest day among its rows, else that of the newest notice.'),
  value: orNull(Type.Number({ description: 'What it is, the indicator says in "value" and "unit".' })),
  evidence: Type.Array(EvidenceSchema),
});
export type FlagRow = Frozen<Static<typeof FlagSchema>>;
export type EvidenceRow = FlagRow['evidence'][number];

export const FLAG_SORTS = ['newest', 'oldest', 'highest', 'lowest'] as const;
export type FlagSort = (typeof FLAG_SORTS)[number];

const key = (description: string) => Type.Optional(Type.String({ maxLength: 500, description }));

/** One definition for the page, the files and the API. */
export const FlagSearchSchema = Type.Object({
  indicator: Type.Optional(Type.Unsafe<string>(Type.String({ enum: ASKED.map(({ code }) => code), description: 'Code of an indicator.' }))),
  ocid: Type.Optional(Type.String({ maxLength: 3000, description: 'Open Contracting ID of a process that the point stands at, or that one of its rows stands in.' })),
  organisation: key('Key of an organisation that it concerns, as buyer or supplier.'),
  buyer: key('Key of the buyer.'),
  supplier: key('Key of the supplier.'),
  country: Type.Optional(Type.String({ maxLength: 20, description: 'Country of the buyer: ISO 3166-1 alpha-2; "unknown": not stated.' })),
  year: Type.Optional(Type.String({ maxLength: 4, pattern: '^(\\d{4})?$', description: 'Year of its day.' })),
  sort: Type.Optional(Type.Unsafe<FlagSort>(Type.String({ enum: [...FLAG_SORTS], description: 'Order. "highest" and "lowest" go by the value, and need one indicator.' }))),
  after: Type.Optional(Type.String({ maxLength: 12_000, description: 'Cursor from the field "next" of a page.' })),
  before: Type.Optional(Type.String({ maxLength: 12_000, description: 'Cursor from the field "previous" of a page.' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20, description: 'Rows on a page.' })),
}, { additionalProperties: false });
export type FlagSearch = Static<typeof FlagSearchSchema>;

/** On the page of one indicator, whose code stands in the address. */
export const IndicatorSearchSchema = Type.Omit(FlagSearchSchema, ['indicator'], { additionalProperties: false });

export interface FlagQuery {
  readonly indicator: string | null;
  readonly ocid: string | null;
  readonly organisation: string | null;
  readonly buyer: string | null;
  readonly supplier: string | null;
  readonly country: string | null;
  readonly year: string | null;
  readonly sort: FlagSort | null;
}

export function readFlagQuery(given: FlagSearch): FlagQuery {
  return {
    indicator: given.indicator ?? null, ocid: word(given.ocid), organisation: word(given.organisation), buyer: word(given.buyer), supplier: word(given.supplier),
    country: word(given.country), year: word(given.year), sort: given.sort ?? null,
  };
}

// PostgreSQL knows no U+0000 in text.
function word(value: string | undefined): string | null {
  const clean = (value ?? '').replaceAll('\u0000', '').toWellFormed().trim();
  return clean === '' ? null : clean;
}

export const FlagPageSchema = Type.Object({ total: Type.Integer(), sort: Type.String(), rows: Type.Array(FlagSchema), next: orNull(Type.String()), previous: orNull(Type.String()) });
export type FlagPage = Frozen<Static<typeof FlagPageSchema>>;

/** A choice of a filter, with how many of the list have it. */
export interface FlagChoice {
  readonly value: string;
  /** Of an organisation; null: the value says it. */
  readonly label: string | null;
  readonly count: number;
}

export const CHOICES = ['country', 'year', 'buyer', 'supplier'] as const;
export type ChoiceName = (typeof CHOICES)[number];

export interface FlagListView extends FlagPage {
  readonly query: FlagQuery;
  readonly choices: Readonly<Record<ChoiceName, readonly FlagChoice[]>>;
}

export const CoverageRowSchema = Type.Object({
  country: Type.String({ description: 'ISO 3166-1 alpha-2 of the buyer; empty: not stated.' }),
  source: Type.String({ description: 'ted, eforms or ocds.' }),
  form: Type.String({ description: 'Of the newest notice; empty: not stated.' }),
  outcome,
  reason: text('Why it cannot be assessed: a code of the indicator\'s "reasons".'),
  count: Type.Integer(),
});
export type CoverageRow = Frozen<Static<typeof CoverageRowSchema>>;

export const IndicatorSchema = Type.Object({
  code: Type.String(),
  title: words('What it is called.'),
  says: words('What a point says, in a sentence.'),
  cannotBeAssessed: words('When nothing can be said.'),
  innocent: words('Innocent explanations.'),
  value: words('What the number beside a point is.'),
  unit: Type.String({ description: 'share (of 1), days, count, ratio or none.' }),
  reasons: named('Why a thing cannot be assessed.'),
  rows: named('What a row of the evidence is.'),
  definition: Type.String({ description: 'Definition, method, sources, exclusions, assumptions and a worked example, in Markdown.' }),
  flagged: Type.Integer(),
  clear: Type.Integer({ description: 'Assessed, and nothing to point at.' }),
  notAssessed: Type.Integer(),
  coverage: Type.Array(CoverageRowSchema),
});

export const RunSchema = Type.Object({
  generation: Type.String({ description: 'The analysis files that were asked.' }),
  madeAt: Type.String({ description: 'ISO 8601 in UTC.' }),
});
export type Run = Frozen<Static<typeof RunSchema>>;

export const IndicatorsSchema = Type.Object({ run: orNull(RunSchema), indicators: Type.Array(IndicatorSchema) });

/** How many things an indicator looked at, by what it found. */
export interface Counts {
  readonly flagged: number;
  readonly clear: number;
  readonly notAssessed: number;
}

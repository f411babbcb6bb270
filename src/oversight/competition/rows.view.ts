/** The rows behind a figure. */
import { Type, type Static } from 'typebox';

/** What a figure counts, by the question that lists it. */
export const FIGURES = {
  processes: 'processes', 'with-call': 'processes', 'without-call': 'processes', bids: 'units', 'single-bid': 'units', awards: 'awards', 'first-time': 'awards', bidders: 'bidders',
  decisions: 'decisions', 'seller-numbers': 'numbers', 'buyer-numbers': 'numbers', tenure: 'tenure',
} as const;
export type Figure = keyof typeof FIGURES;
export const FIGURE_NAMES = Object.keys(FIGURES) as Figure[];

export const DIVISIONS = ['whole', 'parts'] as const;

const orNull = (description: string) => Type.Union([Type.String({ description }), Type.Null()]);

export const RowSchema = Type.Object({
  ocid: Type.String({ description: 'Open Contracting ID of the process.' }),
  title: orNull('Title of the process.'),
  buyer: Type.Union([Type.Object({ key: Type.String(), name: Type.String() }), Type.Null()]),
  lot: orNull('Id of the lot in the process; null: the whole.'),
  lotTitle: orNull('Title of the lot.'),
  day: orNull('ISO 8601 day that the row is counted on.'),
  bids: Type.Union([Type.Integer(), Type.Null()], { description: 'Bids for the lot, where stated and asked for.' }),
  organisation: Type.Union([Type.Object({ key: Type.String(), name: Type.String() }), Type.Null()], { description: 'Winner or bidder.' }),
  won: Type.Union([Type.Boolean(), Type.Null()], { description: 'Of a bidder: whether it won.' }),
  amount: orNull('Exact decimal, in the currency of the row.'),
  currency: orNull('ISO 4217, or as written.'),
  withoutCall: Type.Union([Type.Boolean(), Type.Null()], { description: 'Whether there was no call for competition; null: not stated.' }),
  days: Type.Union([Type.Integer(), Type.Null()], { description: 'Of a decision: days from the deadline to the award.' }),
  field: orNull('Of a tenure at one buyer: the field, three digits of its CPV code.'),
});
export type CompetitionRow = Readonly<Static<typeof RowSchema>>;

export const RowsSchema = Type.Object({ total: Type.Integer({ description: 'Rows in all.' }), rows: Type.Array(RowSchema) });

import { Type, type Static } from 'typebox';
import type { Frozen } from './views.ts';

/** What the municipalities can be compared by. */
export const MUNICIPALITY_FIGURES = ['processes', 'without', 'single', 'suppliers', 'ending'] as const;
export type MunicipalityFigure = (typeof MUNICIPALITY_FIGURES)[number];

/** Figures that are a share in per cent, with the number of which it is one. */
export const SHARES: ReadonlySet<MunicipalityFigure> = new Set(['without', 'single']);
/** A share of fewer says nothing of how a municipality buys. */
export const LEAST_FOR_SHARE = 5;

export const MunicipalityQuerySchema = Type.Object({
  figure: Type.Optional(Type.Unsafe<MunicipalityFigure>(Type.String({ enum: [...MUNICIPALITY_FIGURES], description: 'processes; without: per cent without a call for competition; single: per cent of lots with one bid; suppliers; ending: contracts that end within 18 months.' }))),
  cpv: Type.Optional(Type.String({ maxLength: 10, pattern: '^(\\d{2,8}(-\\d)?)?$', description: 'Only this field of the CPV.' })),
}, { additionalProperties: false });

const orNull = Type.Union([Type.Integer(), Type.Null()]);

const MunicipalityRowSchema = Type.Object({
  code: Type.String({ description: 'Municipality code, four digits.' }),
  name: Type.String(),
  region: Type.Union([Type.String(), Type.Null()], { description: 'The region it lies in today.' }),
  key: Type.Union([Type.String(), Type.Null()], { description: 'Key of the organisation; null when no notice names it.' }),
  departments: Type.Integer({ description: 'Buyers that are departments of it by their names; their processes count.' }),
  value: Type.Union([Type.Integer(), Type.Null()], { description: 'The figure; null: not covered, or too few to be a share of. Never zero for want of data.' }),
  of: Type.Union([Type.Integer(), Type.Null()], { description: 'The number that a share is of.' }),
  part: Type.Union([Type.Integer(), Type.Null()], { description: 'The number that a share is.' }),
  processes: orNull,
  firstYear: orNull,
  lastYear: orNull,
});
export type MunicipalityRow = Frozen<Static<typeof MunicipalityRowSchema>>;

export const MunicipalityListSchema = Type.Object({
  figure: Type.String(),
  cpv: Type.Union([Type.String(), Type.Null()]),
  whole: Type.Union([Type.Object({ since: Type.String(), until: Type.String() }), Type.Null()], {
    description: 'Days between which every Danish notice on TED was fetched, so that nothing found is zero; null: there are no such days.',
  }),
  rows: Type.Array(MunicipalityRowSchema),
});
export type MunicipalityListView = Frozen<Static<typeof MunicipalityListSchema>>;

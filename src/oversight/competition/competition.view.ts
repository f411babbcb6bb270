/** What is told of competition: one shape for pages, files and the API. Shares are 0 to 1. */
import { Type, type Static, type TSchema } from 'typebox';
import { SCOPE_KINDS } from './scope.ts';

type Frozen<T> = T extends readonly (infer Item)[] ? readonly Frozen<Item>[] : T extends object ? { readonly [Key in keyof T]: Frozen<T[Key]> } : T;

const count = (description: string) => Type.Integer({ description });
const share = (description: string) => Type.Number({ minimum: 0, maximum: 1, description });
const orNull = <Schema extends TSchema>(schema: Schema, description?: string) => Type.Union([schema, Type.Null()], description === undefined ? {} : { description });

export const ScopeSchema = Type.Object({
  kind: Type.Unsafe<(typeof SCOPE_KINDS)[number]>(Type.String({ enum: [...SCOPE_KINDS], description: 'What is asked about.' })),
  key: Type.String({ description: 'Digits of a CPV field, key of an organisation, ocid of a framework agreement or system, ISO 3166-1 alpha-2; empty for all.' }),
  name: Type.String({ description: 'As notices write it; of a field its digits.' }),
});
export type ScopeView = Frozen<Static<typeof ScopeSchema>>;

const CallsSchema = Type.Object({
  processes: count('Processes.'),
  with: count('Those with a call for competition.'),
  without: count('Those without one. The rest does not say.'),
});
export type CallsView = Frozen<Static<typeof CallsSchema>>;

const BidsSchema = Type.Object({
  lots: count('Lots, or wholes, whose number of bids is stated and at least one.'),
  single: count('Those of them with exactly one bid.'),
  mean: orNull(Type.Number(), 'Bids for a lot on average.'),
  median: orNull(Type.Number()),
});
export type BidsView = Frozen<Static<typeof BidsSchema>>;

const ConcentrationSchema = Type.Object({
  winners: count('Organisations that won.'),
  cr1: share('Share of the largest.'),
  cr4: share('Share of the four largest.'),
  hhi: share('Herfindahl-Hirschman index: the sum of the squared shares.'),
});
export type ConcentrationView = Frozen<Static<typeof ConcentrationSchema>>;

const OrganisationSchema = Type.Object({ key: Type.String(), name: Type.String() });

const YearSchema = Type.Object({
  year: Type.Integer(),
  calls: CallsSchema,
  bids: BidsSchema,
  awards: count('Awards with a winner that is named.'),
  concentration: orNull(ConcentrationSchema, 'By number of awards.'),
  firstTime: orNull(Type.Integer(), 'Winners that won nothing here in an earlier year; null: too few years before it to tell, or nobody won.'),
});
export type YearView = Frozen<Static<typeof YearSchema>>;

const WinnerSchema = Type.Object({
  ...OrganisationSchema.properties,
  awards: count('Awards that it won, alone or with others.'),
  share: share('Of all awards; what several won together is divided evenly.'),
  buyers: count('Buyers that it won at.'),
  since: orNull(Type.String(), 'ISO 8601 day of its first award.'),
  until: orNull(Type.String(), 'ISO 8601 day of its last award.'),
});
export type WinnerView = Frozen<Static<typeof WinnerSchema>>;

const PlaceSchema = Type.Object({
  key: Type.String({ description: 'Key of a buyer, digits of a field, or ocid and lot.' }),
  name: orNull(Type.String()),
  awards: count('Awards with a named winner.'),
  winners: count('Organisations that won them.'),
  leader: OrganisationSchema,
  leaderShare: share('Of the one that won most there.'),
});
export type PlaceView = Frozen<Static<typeof PlaceSchema>>;

const TenureSchema = Type.Object({
  key: Type.String(),
  name: orNull(Type.String()),
  holder: OrganisationSchema,
  since: Type.String({ description: 'ISO 8601 day of the first award in the unbroken row.' }),
  until: Type.String({ description: 'ISO 8601 day of the last.' }),
  times: count('Days with an award in that row.'),
});
export type TenureView = Frozen<Static<typeof TenureSchema>>;

const DivisionSchema = Type.Object({ calls: CallsSchema, bids: BidsSchema, awards: count('Awards with a named winner.'), concentration: orNull(ConcentrationSchema) });
export type DivisionView = Frozen<Static<typeof DivisionSchema>>;

export const PLACE_KINDS = ['buyer', 'field', 'lot'] as const;

export const CompetitionSchema = Type.Object({
  scope: ScopeSchema,
  updatedAt: orNull(Type.String(), 'When data last came into the register before these figures: ISO 8601 instant.'),
  calls: CallsSchema,
  bids: BidsSchema,
  distribution: Type.Array(Type.Object({ bids: Type.Integer(), lots: Type.Integer() }), { description: 'Lots by their number of bids, fewest first.' }),
  bidders: Type.Object({
    named: count('Organisations that are named behind a bid or as winner.'),
    won: count('Those of them that won.'),
    lots: count('Lots whose number of bids is stated.'),
    lotsNamed: count('Those of them for which so many bidders are named. For the rest only some bidders are known, mostly the winner.'),
  }),
  awards: Type.Object({
    all: count('Awards that count.'), named: count('Those with a winner that is named.'), shared: count('Those that several won together.'),
    dated: count('Those with a winner and a year.'),
  }),
  concentration: orNull(ConcentrationSchema, 'By number of awards, all years.'),
  byValue: Type.Array(Type.Object({ currency: Type.String(), awards: count('Awards to one winner with an amount in this currency.'), ...ConcentrationSchema.properties }),
    { description: 'By amounts of one currency; currencies with at least five such awards.' }),
  years: Type.Array(YearSchema, { description: 'Processes by the year of their first notice, bids and awards by the year of the award; oldest first.' }),
  winners: Type.Array(WinnerSchema, { description: 'The fifteen with most.' }),
  places: Type.Object({ kind: Type.Unsafe<(typeof PLACE_KINDS)[number]>(Type.String({ enum: [...PLACE_KINDS] })), rows: Type.Array(PlaceSchema, { description: 'The twelve with most awards.' }) }),
  tenure: Type.Object({
    places: count('Buyers (of a buyer: fields) with awards on at least two days.'),
    looked: count('Those of them, with most days, that were looked at.'),
    again: count('Those of them where somebody who won last also won the time before.'),
    rows: Type.Array(TenureSchema, { description: 'The longest.' }),
  }),
  divided: Type.Object({
    whole: DivisionSchema, parts: DivisionSchema,
    taken: count('Tenders with several lots, at least two of them awarded, where one organisation won them all.'),
    takenOf: count('Tenders with several lots, at least two of them awarded.'),
  }),
  agreement: orNull(Type.Object({
    technique: Type.Unsafe<'dps' | 'framework'>(Type.String({ enum: ['dps', 'framework'] })),
    admitted: orNull(Type.Integer(), 'Those admitted, where a notice tells of them; null: not told.'),
    processes: count('Processes that belong to it: its own, and those that say that they buy under it.'),
  }), 'Of a framework agreement or system.'),
  closedLeftOut: count('Processes that only a closed source tells of and that are too few to be counted.'),
});
export type CompetitionView = Frozen<Static<typeof CompetitionSchema>>;

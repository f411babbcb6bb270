/** What the notices of a search say together: how it is bought, by whom, from whom, for how much. One shape for pages, files and the API. */
import { Type, type Static } from 'typebox';
import { AmountSchema, type Frozen } from './views.ts';

const count = (description: string) => Type.Integer({ description });

const CallsSchema = Type.Object({
  with: count('Processes with a call for competition.'),
  without: count('Processes without one.'),
  unknown: count('Processes that do not say.'),
});
export type Calls = Frozen<Static<typeof CallsSchema>>;

/** Amounts of one currency; those of different currencies are never added. */
const SumSchema = Type.Object({
  value: AmountSchema,
  awards: count('Awards whose amounts are added.'),
});
export type SumView = Frozen<Static<typeof SumSchema>>;

const CounterpartSchema = Type.Object({
  key: Type.String({ description: 'Key of the organisation.' }),
  name: Type.String(),
  processes: count('Processes of the search that it takes part in.'),
  sums: Type.Array(SumSchema, { description: 'What it was awarded alone, by currency; of a buyer, what it awarded.' }),
});
export type CounterpartView = Frozen<Static<typeof CounterpartSchema>>;

const NewcomerSchema = Type.Object({
  key: Type.String(),
  name: Type.String(),
  first: Type.String({ description: 'First notice of the search that names it as supplier: ISO 8601 instant in UTC.' }),
  ocid: Type.String({ description: 'The process of that notice.' }),
});
export type NewcomerView = Frozen<Static<typeof NewcomerSchema>>;

export const OverviewSchema = Type.Object({
  processes: count('Processes in all.'),
  calls: CallsSchema,
  procedures: Type.Array(Type.Object({
    code: Type.Union([Type.String(), Type.Null()], { description: 'EU codelist "procurement-procedure-type"; null: none is stated.' }),
    method: Type.Union([Type.String(), Type.Null()], { description: 'OCDS codelist "method", where there is no EU procedure.' }),
    processes: count('Processes with it.'),
  }), { description: 'Most frequent first.' }),
  perYear: Type.Array(Type.Object({ year: Type.Integer(), ...CallsSchema.properties }), { description: 'By the year of the first release, oldest first.' }),
  bids: Type.Object({
    counted: count('Lots (of a supplier: awards) whose number of bids is stated.'),
    single: count('Those of them with exactly one bid.'),
    processes: count('Processes with at least one of those.'),
  }),
  awards: Type.Object({
    made: count('Awards in all.'),
    shared: count('Those that several suppliers share; their amounts are in no sum of a supplier.'),
    valued: count('Those with an amount.'),
    sums: Type.Array(SumSchema),
  }),
  buyers: Type.Object({ total: count('Buyers in all.'), top: Type.Array(CounterpartSchema, { description: 'The ten with most processes.' }) }),
  suppliers: Type.Object({ total: count('Suppliers in all.'), top: Type.Array(CounterpartSchema, { description: 'The ten with most processes.' }) }),
  newcomers: Type.Object({
    since: Type.String({ description: 'The day from which a supplier counts as new: ISO 8601.' }),
    total: count('Suppliers whose first award in the search is from that day on.'),
    newest: Type.Array(NewcomerSchema, { description: 'The ten newest.' }),
  }),
  fields: Type.Array(Type.Object({ field: Type.String({ description: 'Digits of a CPV code without the zeros that end it.' }), processes: count('Processes in it.') }),
    { description: 'Fields one step below the one searched for, or divisions; the twelve largest.' }),
  techniques: Type.Object({ dps: count('Dynamic purchasing systems.'), framework: count('Framework agreements.'), 'call-off': count('Purchases under a framework agreement.') }),
  ending: Type.Object({
    until: Type.String({ description: 'The last day that counts as soon: ISO 8601.' }),
    total: count('Contracts that end from today until that day.'),
    known: count('Contracts whose end is known.'),
    contracts: count('Contracts in all.'),
    next: Type.Array(Type.Object({
      ocid: Type.String(),
      title: Type.Union([Type.String(), Type.Null()]),
      buyer: Type.Union([Type.String(), Type.Null()]),
      ends: Type.String({ description: 'ISO 8601 day.' }),
      basis: Type.String({ description: 'Where the end stands; "computed": from start and duration.' }),
      suppliers: Type.Array(Type.String()),
    }), { description: 'The five that end first.' }),
  }),
});
export type OverviewView = Frozen<Static<typeof OverviewSchema>>;

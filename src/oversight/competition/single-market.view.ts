import { Type, type Static } from 'typebox';
import { BANDS, SINGLE_MARKET } from './single-market.ts';
import { ScopeSchema } from './competition.view.ts';

const orNull = <Schema extends Parameters<typeof Type.Array>[0]>(schema: Schema, description: string) => Type.Union([schema, Type.Null()], { description });

export const SingleMarketSchema = Type.Object({
  scope: ScopeSchema,
  indicators: Type.Array(Type.Object({
    indicator: Type.Unsafe<(typeof SINGLE_MARKET)[number]>(Type.String({ enum: [...SINGLE_MARKET] })),
    value: orNull(Type.Number(), 'A share of 0 to 1, or days; null: of none.'),
    count: Type.Integer({ description: 'What the share counts; of days, the same as of.' }),
    of: Type.Integer({ description: 'What it is of.' }),
    band: orNull(Type.Unsafe<(typeof BANDS)[number]>(Type.String({ enum: [...BANDS] })), 'By the limits in the edition of September 2015; null: none were read, or it is of too few.'),
    typical2024: orNull(Type.Number(), 'The typical (mid-ranking) country of the EU in 2024; null: not read.'),
  })),
  medianDays: orNull(Type.Number(), 'Median of the days that the decision speed is the mean of.'),
});
type Frozen<T> = T extends readonly (infer Item)[] ? readonly Frozen<Item>[] : T extends object ? { readonly [Key in keyof T]: Frozen<T[Key]> } : T;
export type SingleMarketView = Frozen<Static<typeof SingleMarketSchema>>;
export type IndicatorView = SingleMarketView['indicators'][number];

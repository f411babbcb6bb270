/** Who won how much: what the figures of concentration are reckoned of. */
import { Type, type Static } from 'typebox';

export const ShareSchema = Type.Object({
  year: Type.Union([Type.Integer(), Type.Null()], { description: 'Year of the awards; null: all years together.' }),
  place: Type.Integer({ description: 'From 1, the largest first; among equals by key.' }),
  organisation: Type.Object({ key: Type.String(), name: Type.String() }),
  awards: Type.Integer({ description: 'Awards that it won; asked by currency, those that it won alone with an amount in it.' }),
  amount: Type.Union([Type.String(), Type.Null()], { description: 'Exact decimal: the sum of these awards, where a currency is asked for.' }),
  currency: Type.Union([Type.String(), Type.Null()]),
  share: Type.Number({ minimum: 0, maximum: 1, description: 'Of the awards, what several won together divided evenly; or of the amounts. The first is CR1.' }),
  together: Type.Number({ minimum: 0, maximum: 1, description: 'Shares of this one and of all larger ones. At the fourth it is CR4.' }),
  square: Type.Number({ minimum: 0, maximum: 1, description: 'The share squared. Their sum is HHI.' }),
});
export type Share = Readonly<Static<typeof ShareSchema>>;

export const SharesSchema = Type.Object({ total: Type.Integer({ description: 'Rows in all.' }), rows: Type.Array(ShareSchema) });

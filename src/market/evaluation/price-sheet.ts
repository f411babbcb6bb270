/** The list of prices: what the buyer asks prices for, what a bidder answered, and the sums of it. */
import { Type, type Static } from 'typebox';

export { sheetTotals, type SheetPrices, type SheetTotals } from './sheet-totals.ts';

export const SheetSchema = Type.Object({
  currency: Type.String({ pattern: '^[A-Z]{3}$' }),
  lines: Type.Array(Type.Object({
    number: Type.String({ pattern: '^[0-9]{1,3}(\\.[0-9]{1,3}){0,2}$', description: 'As the documents number it: "1", "2.1".' }),
    name: Type.String({ minLength: 1, maxLength: 500 }),
    unit: Type.String({ minLength: 1, maxLength: 60 }),
    quantity: Type.Integer({ minimum: 0, maximum: 1_000_000_000, description: 'Whole units of the sheet; for an option that is not evaluated what is expected.' }),
    option: Type.Boolean(),
    evaluated: Type.Boolean({ description: 'Whether the line counts in the evaluated price; all that are no options do.' }),
  }, { additionalProperties: false }), { minItems: 1, maxItems: 500 }),
}, { additionalProperties: false });

export type Sheet = Static<typeof SheetSchema>;
export type SheetLine = Sheet['lines'][number];

/** What the buyer must mend in the sheet itself; empty: nothing. */
export function sheetFaults({ lines }: Sheet): readonly { readonly code: 'line-twice' | 'base-not-evaluated' | 'nothing-evaluated'; readonly line: string | null }[] {
  const numbers = lines.map(({ number }) => number);
  return [
    ...[...new Set(numbers.filter((number, at) => numbers.indexOf(number) !== at))].map((line) => ({ code: 'line-twice', line } as const)),
    ...lines.filter(({ option, evaluated }) => !option && !evaluated).map(({ number }) => ({ code: 'base-not-evaluated', line: number } as const)),
    ...(lines.some(({ evaluated, quantity }) => evaluated && quantity > 0) ? [] : [{ code: 'nothing-evaluated', line: null } as const]),
  ];
}

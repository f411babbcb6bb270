/** The list of prices: what the buyer asks prices for, what a bidder answered, and the sums of it. */
import { Type, type Static } from 'typebox';
import { addMoney, fail, ok, parseMoney, type Money, type Result } from '#base';

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

/** Price of one unit for each line, by its number: plain decimal text, "1234.50". */
export type SheetPrices = Readonly<Record<string, string>>;

export interface SheetTotals {
  readonly lines: readonly { readonly number: string; readonly unitPrice: Money; readonly total: Money }[];
  readonly base: Money;
  readonly optionsEvaluated: Money;
  readonly optionsNotEvaluated: Money;
  /** What goes into the evaluation: base and evaluated options. */
  readonly evaluated: Money;
}

/** What the buyer must mend in the sheet itself; empty: nothing. */
export function sheetFaults({ lines }: Sheet): readonly { readonly code: 'line-twice' | 'base-not-evaluated' | 'nothing-evaluated'; readonly line: string | null }[] {
  const numbers = lines.map(({ number }) => number);
  return [
    ...[...new Set(numbers.filter((number, at) => numbers.indexOf(number) !== at))].map((line) => ({ code: 'line-twice', line } as const)),
    ...lines.filter(({ option, evaluated }) => !option && !evaluated).map(({ number }) => ({ code: 'base-not-evaluated', line: number } as const)),
    ...(lines.some(({ evaluated, quantity }) => evaluated && quantity > 0) ? [] : [{ code: 'nothing-evaluated', line: null } as const]),
  ];
}

/** Sums of a bidder's prices. Fails where a line has no price, a price is no amount or below 0, or a price is for no line: never a sum of a part. */
export function sheetTotals({ currency, lines }: Sheet, prices: SheetPrices): Result<SheetTotals> {
  const stray = Object.keys(prices).find((number) => !lines.some((line) => line.number === number));
  if (stray !== undefined) return invalid(stray, `There is a price for line ${stray.slice(0, 20)}, which the sheet does not have.`, 'Price the lines of the sheet and no others.');
  const totals: { base: Money; optionsEvaluated: Money; optionsNotEvaluated: Money } = { base: none(currency), optionsEvaluated: none(currency), optionsNotEvaluated: none(currency) };
  const priced: SheetTotals['lines'][number][] = [];
  for (const line of lines) {
    const text = Object.hasOwn(prices, line.number) ? prices[line.number] : undefined;
    if (text === undefined) return invalid(line.number, `Line ${line.number} has no price.`, 'Price every line; what is free is 0.');
    const unitPrice = parseMoney(text, currency);
    if (!unitPrice.ok) return fail({ ...unitPrice.failure, place: line.number });
    if (unitPrice.value.minor < 0n) return invalid(line.number, `Line ${line.number} has a price below 0.`, 'A price is 0 or more.');
    const total = { currency, minor: unitPrice.value.minor * BigInt(line.quantity) };
    const kind = kindOf(line);
    const sum = addMoney(totals[kind], total);
    if (!sum.ok) return sum;
    totals[kind] = sum.value;
    priced.push({ number: line.number, unitPrice: unitPrice.value, total });
  }
  const evaluated = addMoney(totals.base, totals.optionsEvaluated);
  return evaluated.ok ? ok({ lines: priced, ...totals, evaluated: evaluated.value }) : evaluated;
}

function kindOf({ option, evaluated }: SheetLine): 'base' | 'optionsEvaluated' | 'optionsNotEvaluated' {
  if (!option) return 'base';
  return evaluated ? 'optionsEvaluated' : 'optionsNotEvaluated';
}

function none(currency: string): Money {
  return { currency, minor: 0n };
}

function invalid(place: string, message: string, help: string): Result<SheetTotals> {
  return fail({ kind: 'invalid', message, help, place });
}

/** Sums of a bidder's prices. Runs in a browser too, where the bidder sees them before anything is sealed. */
import { addMoney, fail, ok, parseMoney, refuse, type Money, type Result, type Words } from '#base';

export interface PriceLine {
  readonly number: string;
  readonly name: string;
  readonly unit: string;
  readonly quantity: number;
  readonly option: boolean;
  readonly evaluated: boolean;
}

export interface PriceLines {
  readonly currency: string;
  readonly lines: readonly PriceLine[];
}

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

/** Sums of a bidder's prices. Fails where a line has no price, a price is no amount or below 0, or a price is for no line: never a sum of a part. */
export function sheetTotals({ currency, lines }: PriceLines, prices: SheetPrices): Result<SheetTotals> {
  const stray = Object.keys(prices).find((number) => !lines.some((line) => line.number === number));
  if (stray !== undefined) return invalid(stray, { da: [`Der er en pris på linje ${stray.slice(0, 20)}, som prislisten ikke har.`, 'Giv pris på prislistens linjer og ingen andre.'], en: [`There is a price for line ${stray.slice(0, 20)}, which the sheet does not have.`, 'Price the lines of the sheet and no others.'] });
  const totals: { base: Money; optionsEvaluated: Money; optionsNotEvaluated: Money } = { base: none(currency), optionsEvaluated: none(currency), optionsNotEvaluated: none(currency) };
  const priced: SheetTotals['lines'][number][] = [];
  for (const line of lines) {
    const text = Object.hasOwn(prices, line.number) ? prices[line.number] : undefined;
    if (text === undefined) return invalid(line.number, { da: [`Linje ${line.number} har ingen pris.`, 'Giv pris på hver linje; det, der er gratis, er 0.'], en: [`Line ${line.number} has no price.`, 'Price every line; what is free is 0.'] });
    const unitPrice = parseMoney(text, currency);
    if (!unitPrice.ok) return fail({ ...unitPrice.failure, danish: { message: `Prisen på linje ${line.number} er ikke et beløb.`, help: 'Skriv den som 1234,50.' }, place: line.number });
    if (unitPrice.value.minor < 0n) return invalid(line.number, { da: [`Linje ${line.number} har en pris under 0.`, 'En pris er 0 eller mere.'], en: [`Line ${line.number} has a price below 0.`, 'A price is 0 or more.'] });
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

function kindOf({ option, evaluated }: PriceLine): 'base' | 'optionsEvaluated' | 'optionsNotEvaluated' {
  if (!option) return 'base';
  return evaluated ? 'optionsEvaluated' : 'optionsNotEvaluated';
}

function none(currency: string): Money {
  return { currency, minor: 0n };
}

function invalid(place: string, words: Words): Result<SheetTotals> {
  return fail(refuse('invalid', words, place));
}

/** Values that are figures and mean nothing, or something else than they say. They stay as published, with a remark. */
import { exactNumber, isObject, type Json } from '#base';
import type { Draft } from './mapping/draft.ts';
import type { Remarks } from './mapping/remarks.ts';

/** Amounts that buyers fill in where they must give one and have none. */
const PLACEHOLDERS = new Set(['0', '0.01', '0.1', '1']);

export function oddities(release: Draft, remarks: Remarks): void {
  const values: Found[] = [];
  // The value of a bid is its contract's and its award's too; it is remarked upon once.
  for (const place of ['awards', 'contracts', 'tender', 'bids']) collect(release[place], place, values);
  const told = new Set<string>();
  for (const { place, amount, currency } of values) {
    const plain = amount.includes('.') ? amount.replace(/\.?0+$/, '') : amount;
    if (!PLACEHOLDERS.has(plain) || told.has(`${plain} ${currency}`)) continue;
    told.add(`${plain} ${currency}`);
    remarks.add(place, `${amount} ${currency}`, `${amount} ${currency}`, 'a placeholder by all appearance: the notice gives no real value');
  }
  for (const [one, other] of sameFigures(values)) {
    remarks.add(one.place, `${one.amount} ${one.currency}`, `${one.amount} ${one.currency}`, `the same figure stands at ${other.place} in ${other.currency}; one of the two currencies is wrong`);
  }
}

interface Found {
  readonly place: string;
  readonly amount: string;
  readonly currency: string;
}

function collect(value: Json | undefined, place: string, into: Found[]): void {
  if (Array.isArray(value)) {
    for (const item of value as readonly Json[]) collect(item, isObject(item) && typeof item['id'] === 'string' ? `${place}/${item['id']}` : place, into);
  } else if (isObject(value)) {
    const amount = exactNumber(value['amount']);
    if (amount !== null && typeof value['currency'] === 'string') into.push({ place, amount, currency: value['currency'] });
    else for (const [name, field] of Object.entries(value)) collect(field, place === '' ? name : `${place}/${name}`, into);
  }
}

/** Large figures that are equal to the last digit in two currencies; small ones are equal by chance. */
function sameFigures(values: readonly Found[]): (readonly [Found, Found])[] {
  const byFigure = Map.groupBy(values.filter(({ amount }) => Number(amount) >= 1000), ({ amount }) => amount.replace(/\.0+$/, ''));
  return [...byFigure.values()].flatMap((same) => {
    const [first] = same;
    const other = same.find(({ currency }) => currency !== first?.currency);
    return first === undefined || other === undefined ? [] : [[other, first] as const];
  });
}

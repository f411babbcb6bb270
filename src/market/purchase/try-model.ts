/** Bids that a reader imagines, out of the address of the page: nothing of them is kept. */
import { moneyText, parseMoney, type Language } from '#base';
import { readDecimal } from '../core/form-text.ts';
import { leaves, type Model } from '../evaluation/model.ts';
import type { EvaluatedBid } from '../evaluation/rank.ts';

export const IMAGINED = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

/** What was typed, by the name of its field. */
export type Typed = Readonly<Record<string, string | undefined>>;

export interface Imagined {
  /** Those that have a price, in the order of their letters; points that are left out are the fewest of the scale. */
  readonly bids: readonly EvaluatedBid[];
  /** Which text tells what is wrong with a field. */
  readonly faults: ReadonlyMap<string, 'wrong.price' | 'wrong.points'>;
}

export function priceField(bid: string): string {
  return `pris.${bid}`;
}

/** @param leaf id of what is scored */
export function pointsField(bid: string, leaf: string): string {
  return `point.${bid}.${leaf}`;
}

export function readImagined(model: Model, typed: Typed, lang: Language): Imagined {
  const faults = new Map<string, 'wrong.price' | 'wrong.points'>();
  const { lowest, highest } = model.scale;
  const points = (field: string): number => {
    const text = (typed[field] ?? '').trim();
    const value = text === '' ? lowest : Number(text);
    if (/^\d{0,4}$/.test(text) && value >= lowest && value <= highest) return value;
    faults.set(field, 'wrong.points');
    return lowest;
  };
  const bids = IMAGINED.flatMap((id) => {
    const field = priceField(id);
    const text = (typed[field] ?? '').trim();
    if (text === '') return [];
    const price = parseMoney(readDecimal(text, lang) ?? '', model.currency);
    if (!price.ok || price.value.minor < 0n) {
      faults.set(field, 'wrong.price');
      return [];
    }
    return [{ id, price: price.value, scores: Object.fromEntries(leaves(model).map((leaf) => [leaf.id, points(pointsField(id, leaf.id))])) }];
  });
  return { bids, faults };
}

/** The same bids as somebody would have typed them. */
export function typedOf(bids: readonly EvaluatedBid[], lang: Language): Typed {
  const [thousand, point] = lang === 'da' ? ['.', ','] : [',', '.'];
  const decimal = (text: string): string => {
    const [whole = '', part = '00'] = text.split('.');
    return `${whole.replaceAll(/\B(?=(?:\d{3})+$)/g, thousand)}${part === '00' ? '' : `${point}${part}`}`;
  };
  return Object.fromEntries(bids.flatMap(({ id, price, scores }) => [[priceField(id), decimal(moneyText(price))], ...Object.entries(scores).map(([leaf, points]): [string, string] => [pointsField(id, leaf), String(points)])]));
}

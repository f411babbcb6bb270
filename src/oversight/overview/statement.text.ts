/** What statements say, as text: the same on pages and in files. */
import { fill, type Language } from '#base';
import { formatAmount, formatDate } from '#ui';
import { figureText } from './figures.ts';
import { da } from './form.da.ts';
import { en } from './form.en.ts';
import { GROUNDS } from './grounds.ts';
import { lawThen } from './law-then.ts';
import type { Speaker, Statement } from './overview.schema.ts';
import { outcomeTexts, statusTexts } from './words.ts';

const texts = { da, en };

/** What a statement holds beside its words; empty: nothing. */
export function valueText(statement: Statement, lang: Language): string {
  switch (statement.kind) {
    case 'way': return statusTexts[statement.way][lang];
    case 'claim': return GROUNDS[statement.ground].said[lang];
    case 'outcome': return [outcomeTexts[statement.outcome][lang], ...amount(statement, lang)].join(', ');
    case 'holding': return statement.amount === undefined ? '' : amountText({ amount: statement.amount, currency: statement.currency ?? null, basis: statement.basis ?? null }, lang);
    case 'figure': return [figureText(statement, lang), ...(statement.per === undefined ? [] : [statement.per[lang]])].join(' ');
    default: return '';
  }
}

function amount({ amount: value, currency }: { readonly amount?: string; readonly currency?: string }, lang: Language): readonly string[] {
  return value === undefined ? [] : [formatAmount({ amount: value, currency: currency ?? null }, lang)];
}

/** An amount with what it is for, where that is known: a price a year is no whole price. */
export function amountText({ amount: value, currency, basis }: { readonly amount: string; readonly currency: string | null; readonly basis: 'year' | 'total' | null }, lang: Language): string {
  const t = texts[lang];
  return [formatAmount({ amount: value, currency }, lang), ...(basis === null ? [] : [basis === 'year' ? t.perYear : t.inAll])].join(' ');
}

export function speakerText(by: Speaker, lang: Language): string {
  if ('other' in by) return by.other[lang];
  return 'supplier' in by ? by.supplier : by.municipality;
}

/** What is firm of the law on the day: whether the rules held, and the threshold where it was read. @param when a year, a month or a day */
export function lawThenTexts(ids: readonly string[], when: string, lang: Language): readonly string[] {
  const t = texts[lang];
  const { notInForce, threshold } = lawThen(ids, when);
  const day = formatDate(when, lang);
  return [
    ...(ids.length === 0 ? [] : [notInForce.length === 0 ? fill(t.heldThen, { when: day }) : fill(t.notHeldThen, { when: day, rules: notInForce.map(({ paragraph }) => paragraph).join(', ') })]),
    threshold === null ? fill(t.thresholdUnknown, { when: day }) : fill(t.thresholdThen, { when: day, amount: formatAmount({ amount: String(threshold.kroner), currency: 'DKK' }, lang), source: threshold.source }),
  ];
}

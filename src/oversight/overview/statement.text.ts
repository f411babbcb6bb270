/** What statements say, as text: the same on pages and in files. */
import type { Language } from '#base';
import { formatAmount } from '#ui';
import { figureText } from './figures.ts';
import { GROUNDS } from './grounds.ts';
import type { Speaker, Statement } from './overview.schema.ts';
import { outcomeTexts, statusTexts } from './words.ts';

/** What a statement holds beside its words; empty: nothing. */
export function valueText(statement: Statement, lang: Language): string {
  switch (statement.kind) {
    case 'way': return statusTexts[statement.way][lang];
    case 'claim': return GROUNDS[statement.ground].said[lang];
    case 'outcome': return [outcomeTexts[statement.outcome][lang], ...amount(statement, lang)].join(', ');
    case 'holding': return amount(statement, lang).join('');
    case 'figure': return [figureText(statement, lang), ...(statement.per === undefined ? [] : [statement.per[lang]])].join(' ');
    default: return '';
  }
}

function amount({ amount: value, currency }: { readonly amount?: string; readonly currency?: string }, lang: Language): readonly string[] {
  return value === undefined ? [] : [formatAmount({ amount: value, currency: currency ?? null }, lang)];
}

export function speakerText(by: Speaker, lang: Language): string {
  if ('other' in by) return by.other[lang];
  return 'supplier' in by ? by.supplier : by.municipality;
}

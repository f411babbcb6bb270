/** What the sections of the notice page share. */
import type { VNode } from 'preact';
import type { Language } from '#base';
import { formatAmount, type Site } from '#ui';
import { da as kindDa } from './notice-kind.da.ts';
import { en as kindEn } from './notice-kind.en.ts';
import type { NoticeKind } from './notice-kind.ts';
import { da } from './notice.da.ts';
import { en } from './notice.en.ts';
import type { NoticePageView } from './notice.view.ts';
import type { AmountView } from './views.ts';

export const noticeTexts = { da, en };
const kindTexts = { da: kindDa, en: kindEn };

export interface NoticeProps {
  readonly site: Site;
  readonly view: NoticePageView;
}

export function noticeKindName(kind: NoticeKind, lang: Language): string {
  return kindTexts[lang][`${kind}.name`];
}

/** What such a notice tells, in a sentence. */
export function noticeKindMeaning(kind: NoticeKind, lang: Language): string {
  return kindTexts[lang][`${kind}.what`];
}

/** What those are called who get the contract: one of them, and several. */
export function supplierLabels(kind: NoticeKind, lang: Language): readonly [one: string, many: string] {
  const t = noticeTexts[lang];
  if (kind === 'ex-ante') return [t.intended, t.intendedMany];
  return kind.startsWith('result') ? [t.winner, t.winners] : [t.supplier, t.suppliers];
}

/** The beginning of the reason that marks a figure nobody means; see `oddities` in the room eforms. */
const PLACEHOLDER = 'a placeholder';

/** A figure of the notice; one that only fills a field says so. */
export function Figure({ site, view, value }: NoticeProps & { readonly value: AmountView }): VNode {
  const written = `${value.amount} ${value.currency ?? ''}`;
  const isPlaceholder = view.notice.remarks.some((remark) => remark.why.startsWith(PLACEHOLDER) && remark.written === written);
  const amount = <span class="figure">{formatAmount(value, site.lang)}</span>;
  return isPlaceholder ? <>{amount} <a class="quiet" href="#bemaerkninger">({noticeTexts[site.lang].placeholder})</a></> : amount;
}

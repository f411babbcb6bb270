/** What the sections of an overview share: where they stand, their texts, their links. */
import type { VNode } from 'preact';
import { fill, type Language } from '#base';
import { formatAmount, formatNumber, type FigureSource, type Site } from '#ui';
import { label } from '#eforms';
import { processListAddress } from './addresses.ts';
import { codeName } from './codes.ts';
import type { ProcessQuery } from './list.view.ts';
import { da } from './overview.da.ts';
import { en } from './overview.en.ts';
import type { Way } from './procedure-mix.ts';
import type { OverviewView, SumView } from './overview.view.ts';

export const overviewTexts = { da, en };

export interface OverviewProps {
  readonly site: Site;
  readonly view: OverviewView;
  /** The search that the figures are of: every figure leads to what it counts. */
  readonly query: ProcessQuery;
  /** Begins the ids of the charts, so that a page can hold two overviews. */
  readonly prefix: string;
}

/** Said below each chart, so that a picture that is passed on keeps it. */
export function sourceOf({ site, view, query }: OverviewProps): FigureSource {
  const name = fill(overviewTexts[site.lang].source, { count: formatNumber(view.processes, site.lang) });
  return { name, href: site.href(processListAddress(query)), updatedAt: site.updatedAt };
}

export function procedureName({ code, method }: Way, lang: Language): string {
  if (code !== null) return label('procurement-procedure-type', code, lang) ?? code;
  return method === null ? overviewTexts[lang].noProcedure : codeName('method', method, lang);
}

/** What several ways of buying are called together. */
export function waysName(ways: readonly Way[], lang: Language): string {
  const [only, ...others] = ways;
  if (only !== undefined && others.length === 0) return procedureName(only, lang);
  return only?.code === null ? overviewTexts[lang].otherMethods : overviewTexts[lang].otherProcedures;
}

/** Sums by currency, each with the number of awards it adds; null when there are none. */
export function sumList(sums: readonly SumView[], lang: Language): VNode | null {
  const t = overviewTexts[lang];
  if (sums.length === 0) return null;
  return (
    <ul class="plain-list">
      {sums.map(({ value, awards }) => (
        <li>{formatAmount(value, lang)} <span class="quiet">({awards === 1 ? t.awardsOfOne : fill(t.awardsOf, { count: formatNumber(awards, lang) })})</span></li>
      ))}
    </ul>
  );
}

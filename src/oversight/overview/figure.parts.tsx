import type { VNode } from 'preact';
import { fill } from '#base';
import { formatNumber, type Site } from '#ui';
import { da } from './form.da.ts';
import { en } from './form.en.ts';
import type { Overview, Statement, StatementOf } from './overview.schema.ts';
import { partyName } from './rules.ts';
import { StatementItem } from './statement.parts.tsx';
import { valueText } from './statement.text.ts';

const texts = { da, en };

interface FigureItemProps {
  readonly site: Site;
  readonly overview: Overview;
  readonly figure: StatementOf<'figure'>;
  readonly before: readonly Statement[];
  readonly sourcesAt?: string;
}

/** A figure never stands without what it rests on and what it does not show. */
export function FigureItem({ site, overview, figure, before, sourcesAt }: FigureItemProps): VNode {
  const { lang } = site;
  const t = texts[lang];
  const { basis, notShown, about } = figure;
  const name = partyName(about);
  return (
    <article class="overview-figure">
      <p class="overview-figure-value">{valueText(figure, lang)}</p>
      {name === null ? null : <p class="quiet">{fill(t.about, { name })}</p>}
      <ul class="overview-statements"><StatementItem site={site} overview={overview} statement={figure} before={before} sourcesAt={sourcesAt} /></ul>
      <p><strong>{t.figureBasis}</strong> {basis[lang]} {compared(figure, lang)}</p>
      <p><strong>{t.figureNotShown}</strong> {notShown[lang]}</p>
    </article>
  );
}

/** Of a difference or a range one must know how many were held against each other; of a single figure there is nothing to count. */
export function compared({ n, unit, value }: StatementOf<'figure'>, lang: Site['lang']): string {
  if (n !== undefined) return fill(texts[lang].figureN, { n: formatNumber(n, lang) });
  return unit === 'times' || value === undefined ? texts[lang].figureNoN : '';
}

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
}

/** A figure never stands without what it rests on and what it does not show. */
export function FigureItem({ site, overview, figure, before }: FigureItemProps): VNode {
  const { lang } = site;
  const t = texts[lang];
  const { basis, notShown, n, about } = figure;
  const name = partyName(about);
  return (
    <article class="overview-figure">
      <p class="overview-figure-value">{valueText(figure, lang)}{name === null ? null : <span class="quiet"> {fill(t.about, { name })}</span>}</p>
      <ul class="overview-statements"><StatementItem site={site} overview={overview} statement={figure} before={before} /></ul>
      <p><strong>{t.figureBasis}</strong> {basis[lang]} {n === undefined ? t.figureNoN : fill(t.figureN, { n: formatNumber(n, lang) })}</p>
      <p><strong>{t.figureNotShown}</strong> {notShown[lang]}</p>
    </article>
  );
}

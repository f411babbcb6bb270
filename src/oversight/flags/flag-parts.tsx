/** A flag as it is shown everywhere: what, who, when, and the rows that it rests on. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { noticeAddress, organisationAddress, processAddress } from '#register';
import { DataTable, formatAmount, formatDateTime, formatDecimal, formatShortDate, LongText, Outside, plainText, shorten, Time, type Column, type Site } from '#ui';
import type { Asked } from '../indicators/indicator.ts';
import { indicatorAddress } from './addresses.ts';
import { da } from './flags.da.ts';
import { en } from './flags.en.ts';
import type { EvidenceRow, FlagRow, Run } from './flags.view.ts';
import { indicatorOf } from './indicator-of.ts';

export const flagTexts = { da, en };
const LONGEST_TITLE = 180;
const DIGITS = 4;

/** The number beside a flag as a reader writes it; null: the indicator gives none. */
export function valueText({ lang }: Pick<Site, 'lang'>, indicator: Asked | null, value: number | null): string | null {
  if (value === null || indicator === null) return null;
  const { unit } = indicator.question;
  if (unit === 'none') return null;
  if (unit === 'share') return lang === 'da' ? `${decimalText(100 * value, lang, 1)}\u00a0%` : `${decimalText(100 * value, lang, 1)}%`;
  return unit === 'days' ? fill(flagTexts[lang]['unit.days'], { n: decimalText(value, lang) }) : decimalText(value, lang);
}

export function decimalText(value: number, lang: Site['lang'], digits = DIGITS): string {
  const rounded = value.toFixed(digits);
  // Beyond what digits can write, the number is written as it is.
  return /^-?\d+(\.\d+)?$/.test(rounded) ? formatDecimal(rounded.replace(/\.?0+$/, ''), lang) : String(value);
}

interface FlagProps {
  readonly site: Site;
  readonly row: FlagRow;
  /** Where the page does not say it already. */
  readonly naming?: { readonly indicator?: boolean; readonly process?: boolean };
  readonly heading?: 'h3' | 'h4';
}

/** One flag in a list. */
export function FlagLine({ site, row, naming = { process: true }, heading: Heading = 'h3' }: FlagProps): VNode {
  const indicator = indicatorOf(row.indicator);
  const value = valueText(site, indicator, row.value);
  const t = flagTexts[site.lang];
  const title = shorten(row.title ?? t.untitled, LONGEST_TITLE);
  return (
    <article class="result">
      <div>
        {naming.indicator === true ? <Heading><IndicatorLink site={site} code={row.indicator} /></Heading> : null}
        {naming.process === true ? (naming.indicator === true ? <p><ProcessLink site={site} row={row} title={title} /></p> : <Heading><ProcessLink site={site} row={row} title={title} /></Heading>) : null}
        {naming.indicator === true && naming.process !== true && indicator !== null ? <p class="result-buyer">{indicator.says[site.lang]}</p> : null}
        <Who site={site} row={row} />
        {row.part === '' ? null : <p class="quiet">{t.part} <Outside text={shorten(row.part, LONGEST_TITLE)} /></p>}
      </div>
      <div class="result-side">
        {value === null ? null : <p class="result-value">{value}</p>}
        {row.day === null ? null : <p><Time value={row.day} text={formatShortDate(row.day, site.lang)} /></p>}
      </div>
      <Evidence site={site} indicator={indicator} rows={row.evidence} about={title} />
    </article>
  );
}

function ProcessLink({ site, row, title }: { readonly site: Site; readonly row: FlagRow; readonly title: string }): VNode {
  return <a href={site.href(processAddress(row.ocid))}><Outside text={title} /></a>;
}

export function IndicatorLink({ site, code }: { readonly site: Site; readonly code: string }): VNode {
  const indicator = indicatorOf(code);
  return indicator === null ? <span>{code}</span> : <a href={site.href(indicatorAddress(code))}>{indicator.title[site.lang]}</a>;
}

function Who({ site, row }: { readonly site: Site; readonly row: FlagRow }): VNode | null {
  if (row.buyer === null && row.supplier === null) return null;
  const link = ({ key, name }: NonNullable<FlagRow['buyer']>): VNode => (key === null ? <Outside text={name} /> : <a href={site.href(organisationAddress(key))}><Outside text={name} /></a>);
  return (
    <p class="result-buyer">
      {row.buyer === null ? null : link(row.buyer)}
      {row.supplier === null ? null : <>{row.buyer === null ? '' : ' \u00b7 '}<span class="quiet">{flagTexts[site.lang].supplierIs}</span> {link(row.supplier)}</>}
    </p>
  );
}

interface EvidenceProps {
  readonly site: Site;
  readonly indicator: Asked | null;
  readonly rows: readonly EvidenceRow[];
  /** Tells the folds of a page apart for those who hear them. */
  readonly about: string;
}

/** The rows of a flag, in a fold. */
function Evidence({ site, indicator, rows, about }: EvidenceProps): VNode | null {
  const t = flagTexts[site.lang];
  const { lang } = site;
  if (rows.length === 0) return null;
  const all: readonly (Column<EvidenceRow> & { readonly filled: (row: EvidenceRow) => boolean })[] = [
    { header: t.row, filled: () => true, cell: ({ what }) => indicator?.question.rows[what]?.[lang] ?? what },
    { header: t.day, filled: ({ day }) => day !== null, cell: ({ day }) => (day === null ? null : <Time value={day} text={formatShortDate(day, lang)} />) },
    { header: t.amount, numeric: true, filled: ({ amount }) => amount !== null, cell: ({ amount, currency }) => (amount === null ? null : plainText(formatAmount({ amount, currency }, lang))) },
    { header: t.number, numeric: true, filled: ({ number }) => number !== null, cell: ({ number }) => (number === null ? null : decimalText(number, lang)) },
    { header: t.words, filled: ({ words }) => words !== null, cell: ({ words }) => (words === null ? null : <LongText text={words} />) },
    { header: t.source, filled: () => true, cell: (row) => <Source site={site} row={row} /> },
  ];
  return (
    <details class="more flag-evidence">
      <summary>{fill(t.evidence, { count: rows.length })}<span class="sr-only">: {about}</span></summary>
      <DataTable lang={lang} caption={`${t.evidenceCaption}: ${about}`} hideCaption columns={all.filter(({ filled }) => rows.some(filled))} rows={rows} />
    </details>
  );
}

function Source({ site, row }: { readonly site: Site; readonly row: EvidenceRow }): VNode {
  const t = flagTexts[site.lang];
  if (row.source === null) return <span class="quiet">{t.computed}</span>;
  const process = <a href={site.href(processAddress(row.source))} title={plainText(row.source)}>{t.toProcess}</a>;
  return row.notice === null ? process : <><a href={site.href(noticeAddress(row.source, row.notice))} title={plainText(row.notice)}>{t.toNotice}</a>{' \u00b7 '}{process}</>;
}

/** When it was asked, and whether data came in since. */
export function whenAsked(site: Site, run: Run): string {
  const t = flagTexts[site.lang];
  return [fill(t.askedShort, { when: formatDateTime(run.madeAt, site.lang) }), ...(isBehind(site, run) ? [t.behind] : []), ...(site.world === 'demo' ? [t.demoLaw] : [])].join(' ');
}

export function isBehind({ updatedAt }: Pick<Site, 'updatedAt'>, { madeAt }: Run): boolean {
  return updatedAt !== null && Temporal.Instant.compare(updatedAt, madeAt) > 0;
}

/** What the codes of an indicator's outcomes are called. */
export function outcomeText({ lang }: Pick<Site, 'lang'>, indicator: Asked | null, said: string): string {
  return indicator?.question.reasons[said]?.[lang] ?? said;
}

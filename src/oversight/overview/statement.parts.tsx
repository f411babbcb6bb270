/** Statements as the page shows them: who says it, the words, the source, when it was entered, and what it said before. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { processAddress } from '#register';
import { formatDate, Outside, type Site } from '#ui';
import { GROUNDS } from './grounds.ts';
import { da } from './overview.da.ts';
import { en } from './overview.en.ts';
import type { Overview, Source, Speaker, Statement } from './overview.schema.ts';
import type { OverviewRow } from './rows.ts';
import { SearchesMade, WhyFound } from './searches.parts.tsx';
import { outcomeTexts, statusTexts } from './words.ts';

const texts = { da, en };

interface StatementProps {
  readonly site: Site;
  readonly overview: Overview;
  readonly statement: Statement;
  /** What it said before, oldest first. */
  readonly before: readonly Statement[];
}

export function StatementItem({ site, overview, statement, before }: StatementProps): VNode {
  const { lang } = site;
  const t = texts[lang];
  const { by, text, quote, sources, entered } = statement;
  return (
    <li class="overview-statement">
      <p><strong>{by === undefined ? t.ofSource : fill(t.by, { name: speaker(by, site) })}:</strong> {text[lang]}{statement.kind === 'question' ? ` ${fill(t.question, { day: formatDate(statement.deadline, lang) })}` : ''}</p>
      {quote === undefined ? null : <blockquote>{quote}</blockquote>}
      <p class="quiet">{statement.date === undefined ? null : `${dateText(statement.date, site)} · `}{sources.map((id, at) => <>{at > 0 ? ', ' : ''}<a href={`#kilde-${id}`}>{overview.sources.find((source) => source.id === id)?.publisher ?? id}</a></>)} · {fill(t.entered, { day: formatDate(entered, lang) })}</p>
      {before.length === 0 ? null : (
        <details><summary>{t.corrected}</summary><ul>{before.map((earlier) => <li>{earlier.text[lang]} <span class="quiet">{fill(t.entered, { day: formatDate(earlier.entered, lang) })}</span></li>)}</ul></details>
      )}
    </li>
  );
}

function speaker(by: Speaker, { lang }: Site): string {
  if ('other' in by) return by.other[lang];
  return 'supplier' in by ? by.supplier : by.municipality;
}

/** A year or a month as it was given: nothing is known of the day. */
function dateText(date: string, { lang }: Site): string {
  return date.length === 10 ? formatDate(date, lang) : date;
}

interface RowProps {
  readonly site: Site;
  readonly row: OverviewRow;
}

export function StatusCell({ site, row: { status, basis } }: RowProps): VNode {
  const { lang } = site;
  const t = texts[lang];
  const help = status === 'no-publication-found' ? t.statusHelpnopub : status === 'outside-coverage' ? t.statusHelpoutside : null;
  return <>{statusTexts[status][lang]}{basis === 'none' ? null : <> <span class="quiet">{t[`basis${basis}`]}</span></>}{help === null ? null : <p class="quiet">{help}</p>}</>;
}

/** Claim and reply in the same size, beside each other. */
export function SaidCell({ site, row: { statements } }: RowProps): VNode {
  const { lang } = site;
  const said = statements.filter(({ kind }) => kind === 'claim' || kind === 'reply' || kind === 'question' || kind === 'silence');
  return (
    <>{said.map((statement) => (
      <p>{statement.kind === 'claim' ? <strong>{GROUNDS[statement.ground].said[lang]}. </strong> : null}{statement.text[lang]}{statement.kind === 'question' ? ` ${fill(texts[lang].question, { day: formatDate(statement.deadline, lang) })}` : ''}</p>
    ))}</>
  );
}

/** That of the municipality, else that of all. */
export function OutcomeCell({ site, row: { statements }, common }: RowProps & { readonly common: readonly Statement[] }): VNode {
  const own = statements.filter((statement) => statement.kind === 'outcome');
  const shown = own.length > 0 ? own : common.filter((statement) => statement.kind === 'outcome' && 'all' in statement.about);
  return <>{shown.map((statement) => (statement.kind === 'outcome' ? <p>{outcomeTexts[statement.outcome][site.lang]}</p> : null))}</>;
}

export function RowEvidence({ site, overview, row }: RowProps & { readonly overview: Overview }): VNode {
  const { statements, notices, holdings, corrected } = row;
  const { lang } = site;
  const t = texts[lang];
  return (
    <details>
      <summary>{t.evidence} ({statements.length + notices.length + holdings.length})</summary>
      <ul class="overview-statements">
        {notices.map(({ ocid, title, day, words, why }) => (
          <li class="overview-statement"><p><strong>{t.notice}:</strong> <a href={site.href(processAddress(ocid))}><Outside text={title ?? ocid} /></a></p><blockquote><Outside text={words} /></blockquote><WhyFound site={site} why={why} />{day === null ? null : <p class="quiet">{formatDate(day, lang)}</p>}</li>
        ))}
        {holdings.map(({ supplier, from, to, source }) => (
          <li class="overview-statement"><p><Outside text={to === null ? fill(t.holding, { supplier, from: formatDate(from ?? '', lang) }) : fill(t.holdingUntil, { supplier, from: formatDate(from ?? '', lang), to: formatDate(to, lang) })} /></p><p class="quiet">{t.source}: <Outside text={source} /></p></li>
        ))}
        {statements.map((statement) => <StatementItem site={site} overview={overview} statement={statement} before={corrected.get(statement.id) ?? []} />)}
      </ul>
      <SearchesMade site={site} row={row} />
    </details>
  );
}

export function SourceList({ site, sources }: { readonly site: Site; readonly sources: readonly Source[] }): VNode {
  const t = texts[site.lang];
  return (
    <ol class="overview-sources">
      {sources.map(({ id, title, publisher, url, published, seen }) => (
        <li id={`kilde-${id}`}><Outside text={title} /> – {publisher}{published === undefined ? '' : `, ${published}`} <span class="quiet">({t[`seen${seen}`]})</span><br /><a href={url} rel="noreferrer">{url}</a></li>
      ))}
    </ol>
  );
}

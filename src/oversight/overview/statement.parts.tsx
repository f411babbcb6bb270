/** Statements as the page shows them: who says it, the words, the source, when it was entered, and what it said before. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { formatDate, Outside, type Site } from '#ui';
import { da as formDa } from './form.da.ts';
import { en as formEn } from './form.en.ts';
import { GROUNDS } from './grounds.ts';
import { da } from './overview.da.ts';
import { en } from './overview.en.ts';
import type { Overview, Source, Statement } from './overview.schema.ts';
import { outcomesOf } from './overview.view.ts';
import type { OverviewRow } from './rows.ts';
import { speakerText, valueText } from './statement.text.ts';
import { outcomeTexts, statusTexts } from './words.ts';

const texts = { da: { ...da, ...formDa }, en: { ...en, ...formEn } };

interface StatementProps {
  readonly site: Site;
  readonly overview: Overview;
  readonly statement: Statement;
  /** What it said before, oldest first. */
  readonly before: readonly Statement[];
  /** Where the list of sources stands, when it is not on this page: absolute. */
  readonly sourcesAt?: string | undefined;
  /** What stands behind its value. */
  readonly note?: string;
}

/** Their value stands above them where they are shown. */
const WITHOUT_VALUE: ReadonlySet<Statement['kind']> = new Set(['way', 'figure']);

export function StatementItem({ site, overview, statement, before, sourcesAt, note }: StatementProps): VNode {
  const { lang } = site;
  const t = texts[lang];
  const { by, text, quote, kind } = statement;
  const value = WITHOUT_VALUE.has(kind) ? '' : valueText(statement, lang);
  return (
    <li class="overview-statement">
      {value === '' ? null : <p><strong>{value}</strong>{note === undefined ? '' : ` (${note})`}</p>}
      <p><strong>{by === undefined ? t.ofSource : fill(t.by, { name: speakerText(by, lang) })}:</strong> {text[lang]}{statement.kind === 'question' ? ` ${fill(t.question, { day: formatDate(statement.deadline, lang) })}` : ''}</p>
      {quote === undefined ? null : <blockquote>{quote}</blockquote>}
      <SourceLine site={site} overview={overview} statement={statement} sourcesAt={sourcesAt} />
      {before.length === 0 ? null : (
        <details class="overview-versions">
          <summary>{t.corrected}</summary>
          <ol>{before.map((earlier, at) => (
            <li>
              <p><strong>{fill(t.version, { number: at + 1, day: formatDate(earlier.entered, lang) })}:</strong> {[valueText(earlier, lang), earlier.text[lang]].filter((part) => part !== '').join('. ')}</p>
              <SourceLine site={site} overview={overview} statement={earlier} sourcesAt={sourcesAt} />
            </li>
          ))}</ol>
        </details>
      )}
    </li>
  );
}

function SourceLine({ site, overview, statement: { date, sources, entered, editor }, sourcesAt }: Pick<StatementProps, 'site' | 'overview' | 'statement' | 'sourcesAt'>): VNode {
  const { lang } = site;
  const t = texts[lang];
  const day = formatDate(entered, lang);
  const name = (editor === undefined ? overview.editors?.[0] : overview.editors?.find(({ id }) => id === editor))?.name;
  return (
    <p class="quiet">
      {date === undefined ? null : `${dateText(date, site)} · `}
      {sources.map((id, at) => <>{at > 0 ? ', ' : ''}<a href={`${sourcesAt ?? ''}#kilde-${id}`} {...(sourcesAt === undefined ? {} : { target: '_blank', rel: 'noopener' })}>{overview.sources.find((source) => source.id === id)?.publisher ?? id}</a></>)}
      {' · '}{name === undefined ? fill(t.entered, { day }) : fill(t.enteredBy, { day, name })}
    </p>
  );
}

/** A year or a month as it was given: nothing is known of the day. */
export function dateText(date: string, { lang }: Pick<Site, 'lang'>): string {
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
export function OutcomeCell({ site, row, common }: RowProps & { readonly common: readonly Statement[] }): VNode {
  return <>{outcomesOf(row, common).map(({ outcome }) => <p>{outcomeTexts[outcome][site.lang]}</p>)}</>;
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

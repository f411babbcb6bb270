/** The figures behind a chart: as a table in a fold and as a file, so that nobody has to read them off a picture. */
import type { VNode } from 'preact';
import type { Language } from '#base';
import { formatDateTime } from './format.ts';
import { Icon } from './icon.tsx';
import type { World } from './site.ts';
import { Outside, plainText, Time } from './text.tsx';
import { texts } from './texts.ts';

export interface FigureDataProps {
  readonly lang: Language;
  readonly caption: string;
  /** Name of the file without suffix, ASCII. */
  readonly file: string;
  /** Column headings: of the labels, then of each cell of a row. */
  readonly headers: readonly [string, ...string[]];
  readonly rows: readonly FigureRow[];
  /** For the file, which is read far from the page. */
  readonly about: FigureAbout;
  /** Left out: the page says it elsewhere. */
  readonly source?: FigureSource | undefined;
  /** False on a page that stands alone: icons lie in a file of their own. */
  readonly hasIcon?: boolean;
}

export interface FigureRow {
  readonly label: string;
  /** Full address or null. */
  readonly href: string | null;
  /** One for each heading after the first. */
  readonly cells: readonly FigureCell[];
}

export interface FigureCell {
  /** Shown. */
  readonly text: string;
  /** In the file: a plain number, or empty when it is not known. */
  readonly value: string;
  /** Full address of what this cell counts; left out: the row's own leads there. */
  readonly href?: string | null;
}

/** Where the figures of a chart come from. */
export interface FigureSource {
  readonly name: string;
  /** Full address of a page about the source, or null. */
  readonly href: string | null;
  /** When the figures were last brought up to date (ISO instant or day), or null when that is not known. */
  readonly updatedAt: string | null;
}

/** What a file of figures says of itself, behind each of its rows as the files of lists do: a file within a link has no other place. */
export interface FigureAbout {
  readonly world: World;
  readonly publisher: string;
  /** Page with the figures; absolute. */
  readonly address: string;
  /**
   * When data last came in (ISO instant), or null when none did. Not when the page was made: as long as nothing
   * changes, a page is the same to the letter.
   */
  readonly updated: string | null;
  /** Address of the licence. */
  readonly licence: string;
}

export function FigureData({ lang, caption, file, headers, rows, about, source, hasIcon = true }: FigureDataProps): VNode {
  const t = texts[lang];
  return (
    <div class="figure-data">
      {source === undefined ? null : <SourceLine lang={lang} source={source} />}
      <details>
        <summary>{t.chartData}<span class="sr-only">: {caption}</span></summary>
        <FigureTable caption={caption} headers={headers} rows={rows} />
      </details>
      <a class="figure-csv" href={csvAddress(lang, headers, rows, about)} download={`torvet-${about.world === 'demo' ? 'demo-' : ''}${file}.csv`}>
        {hasIcon ? <Icon name="download" /> : null}{t.chartCsv}<span class="sr-only">: {caption}</span>
      </a>
    </div>
  );
}

function FigureTable({ caption, headers: [first, ...others], rows }: Pick<FigureDataProps, 'caption' | 'headers' | 'rows'>): VNode {
  const table = (
    <table class="plain-table">
      <caption class="sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {others.map((header) => <th scope="col" class="numeric"><Outside text={header} /></th>)}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, href, cells }) => (
          <tr>
            <th scope="row">{href === null ? <Outside text={label} /> : <a href={href}><Outside text={label} /></a>}</th>
            {cells.map(({ text, href: own = null }) => <td class="numeric">{own === null ? text : <a href={own}>{text}</a>}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  );
  // Many columns scroll within their own frame, which must then be within reach of the keyboard.
  return others.length < 2 ? table : <div class="table-scroll" role="region" aria-label={caption} tabindex={0}>{table}</div>;
}

function SourceLine({ lang, source }: { readonly lang: Language; readonly source: FigureSource }): VNode {
  const t = texts[lang];
  const [before = '', after = ''] = t.chartSource.split('{name}');
  const name = <Outside text={source.name} />;
  return (
    <p class="figure-source">
      {before}{source.href === null ? name : <a href={source.href}>{name}</a>}{after}
      {source.updatedAt === null ? null : <> <Updated lang={lang} at={source.updatedAt} /></>}
    </p>
  );
}

function Updated({ lang, at }: { readonly lang: Language; readonly at: string }): VNode {
  const [before = '', after = ''] = texts[lang].updated.split('{when}');
  return <>{before}<Time value={at} text={formatDateTime(at, lang)} />{after}</>;
}

/** The file is in the link itself: always the very figures that are shown. */
function csvAddress(lang: Language, headers: readonly string[], rows: readonly FigureRow[], about: FigureAbout): string {
  const t = texts[lang];
  const said = [about.updated ?? '', about.publisher, about.address, about.licence].map(csvShort);
  const lines = [
    [...headers, t.chartUpdated, t.chartPublisher, t.chartPage, t.chartLicence].map(csvText),
    ...rows.map(({ label, cells }) => [csvText(label), ...cells.map(({ value }) => csvNumber(value)), ...said]),
  ];
  // A "#" alone would end the file; a page has many rows, and what need not be written otherwise keeps it small.
  return `data:text/csv;charset=utf-8,${encodeURI(lines.map((line) => line.join(',')).join('\r\n')).replaceAll('#', '%23')}`;
}

/** Without quotation marks where nothing asks for them: the same texts stand in every row. */
function csvShort(value: string): string {
  const text = csvText(value);
  return /^"[\w.:/?=&%-]*"$/.test(text) ? text.slice(1, -1) : text;
}

function csvNumber(value: string): string {
  return /^(?:-?\d+(?:\.\d+)?)?$/.test(value) ? value : csvText(value);
}

/** A spreadsheet would run a cell that begins like a formula, behind quotation marks and in full-width signs too. */
function csvText(value: string): string {
  const text = plainText(value);
  const inert = /^[\s"']*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/u.test(text) ? `'${text}` : text;
  return `"${inert.replaceAll('"', '""')}"`;
}

/** The figures behind a chart: as a table in a fold and as a file, so that nobody has to read them off a picture. */
import type { VNode } from 'preact';
import type { Language } from '#base';
import { Icon } from './icon.tsx';
import { Outside, plainText } from './text.tsx';
import { texts } from './texts.ts';

export interface FigureDataProps {
  readonly lang: Language;
  readonly caption: string;
  /** Name of the file without suffix, ASCII. */
  readonly file: string;
  readonly headers: readonly [string, string];
  readonly rows: readonly FigureRow[];
}

export interface FigureRow {
  readonly label: string;
  /** Shown. */
  readonly text: string;
  /** In the file: a plain number, or empty when it is not known. */
  readonly value: string;
  /** Full address or null. */
  readonly href: string | null;
}

export function FigureData({ lang, caption, file, headers, rows }: FigureDataProps): VNode {
  const t = texts[lang];
  return (
    <div class="figure-data">
      <details>
        <summary>{t.chartData}<span class="sr-only">: {caption}</span></summary>
        <table class="plain-table">
          <caption class="sr-only">{caption}</caption>
          <thead><tr><th scope="col">{headers[0]}</th><th scope="col" class="numeric">{headers[1]}</th></tr></thead>
          <tbody>
            {rows.map(({ label, text, href }) => (
              <tr>
                <th scope="row">{href === null ? <Outside text={label} /> : <a href={href}><Outside text={label} /></a>}</th>
                <td class="numeric">{text}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      <a class="figure-csv" href={csvAddress(headers, rows)} download={`${file}.csv`}>
        <Icon name="download" />{t.chartCsv}<span class="sr-only">: {caption}</span>
      </a>
    </div>
  );
}

/** The file is in the link itself: always the very figures that are shown. */
function csvAddress(headers: readonly string[], rows: readonly FigureRow[]): string {
  const lines = [headers.map(csvCell), ...rows.map(({ label, value }) => [csvCell(label), value])];
  return `data:text/csv;charset=utf-8,${encodeURIComponent(lines.map((line) => line.join(',')).join('\r\n'))}`;
}

/** A spreadsheet would run a cell that begins like a formula. */
function csvCell(value: string): string {
  const text = plainText(value);
  const inert = /^[=+\-@\t]/.test(text) ? `'${text}` : text;
  return `"${inert.replaceAll('"', '""')}"`;
}

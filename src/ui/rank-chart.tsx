import type { VNode } from 'preact';
import { cellOf, ChartFrame, PartPatterns, type ChartProps } from './chart-frame.tsx';
import { figureRoom, LevelBar, RowName } from './chart-row.tsx';
import { drawn, exactly, type ChartValue } from './chart-values.ts';
import { plainText } from './text.tsx';

export interface RankRow {
  readonly label: string;
  /** Full address of what the bar is about, or null. */
  readonly href: string | null;
  readonly value: ChartValue;
}

export interface RankChartProps extends ChartProps {
  /** Column headings of the data: of the labels and of the values. */
  readonly headers: readonly [string, string];
  /** In the order of their rank; up to fifteen can be taken in. */
  readonly rows: readonly RankRow[];
}

/** A ranked list with a level bar for each row; in a narrow place the name stands above its bar. */
export function RankChart({ lang, id, title, description, measure, about, source, headers, rows }: RankChartProps): VNode {
  const values = rows.map((row) => row.value);
  const exact = exactly(values).values;
  const highest = exact.map(drawn).reduce((top, value) => (value > top ? value : top), 0n);
  return (
    <ChartFrame
      lang={lang} id={id} title={title} about={about} source={source} headers={headers}
      rows={rows.map(({ label, href, value }) => ({ label, href, cells: [cellOf(value, measure, lang)] }))}
    >
      <p class="sr-only" id={`${id}-desc`}>{plainText(description)}</p>
      <PartPatterns id={id} parts={1} />
      <ol class={`rows rows-rank ${figureRoom(values, measure, lang)}`} aria-labelledby={`${id}-caption`} aria-describedby={`${id}-desc`}>
        {rows.map(({ label, href, value }, index) => (
          <li>
            <RowName label={label} href={href} />
            <div class="row-bars">
              <LevelBar lang={lang} id={id} part={0} name={null} measure={measure} value={value} exact={exact[index] ?? null} highest={highest} />
            </div>
          </li>
        ))}
      </ol>
    </ChartFrame>
  );
}

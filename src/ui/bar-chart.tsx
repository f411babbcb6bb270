import type { VNode } from 'preact';
import type { Language } from '#base';
import { FigureData, type FigureAbout, type FigureSource } from './figure-data.tsx';
import { formatNumber } from './format.ts';
import { plainText } from './text.tsx';

export interface Bar {
  readonly label: string;
  /** A count from 0. */
  readonly value: number;
  /** Full address of what the bar counts, or null. */
  readonly href: string | null;
}

export interface BarChartProps {
  readonly lang: Language;
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  /** One sentence that says what the picture shows. */
  readonly description: string;
  /** Column headings of the data: of the labels and of the values. */
  readonly headers: readonly [string, string];
  readonly bars: readonly Bar[];
  readonly about: FigureAbout;
  readonly source?: FigureSource | undefined;
}

const HEIGHT = 200;
/** Room for the figure above a bar and the label below. */
const TOP = 24;
const BOTTOM = 28;
/** More labels than this would run into each other on a phone. */
const LABELS = 7;
const FIGURES = 10;

/**
 * Upright bars. Places across are in per cent and type is in pixels, so that the letters keep their size when the
 * chart gets narrow.
 */
export function BarChart({ lang, id, title, description, headers, bars, about, source }: BarChartProps): VNode {
  const highest = Math.max(1, ...bars.map((bar) => bar.value));
  return (
    <figure class="chart">
      <figcaption id={`${id}-caption`}>{title}</figcaption>
      <svg class="bars" width="100%" height={HEIGHT} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
        <title id={`${id}-title`}>{plainText(title)}</title>
        <desc id={`${id}-desc`}>{plainText(description)}</desc>
        {bars.map((bar, index) => <BarMark lang={lang} bar={bar} index={index} of={bars.length} highest={highest} />)}
        <line class="axis" x1="0" x2="100%" y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} />
      </svg>
      <FigureData
        lang={lang} caption={title} file={id} headers={headers} about={about} source={source}
        rows={bars.map(({ label, value, href }) => ({
          label, href, cells: [{ value: String(value), text: formatNumber(value, lang) }],
        }))}
      />
    </figure>
  );
}

interface BarMarkProps {
  readonly lang: Language;
  readonly bar: Bar;
  readonly index: number;
  readonly of: number;
  readonly highest: number;
}

function BarMark({ lang, bar, index, of, highest }: BarMarkProps): VNode {
  const slot = 100 / of;
  const middle = `${(slot * (index + 0.5)).toFixed(3)}%`;
  const height = (bar.value / highest) * (HEIGHT - TOP - BOTTOM);
  const base = HEIGHT - BOTTOM;
  const labelled = (of - 1 - index) % Math.ceil(of / LABELS) === 0;
  return (
    <>
      <rect
        class="bar" x={`${(slot * (index + 0.15)).toFixed(3)}%`} width={`${(slot * 0.7).toFixed(3)}%`}
        y={(base - height).toFixed(1)} height={height.toFixed(1)}
      />
      {of <= FIGURES || bar.value === highest
        ? <text class="bar-value" x={middle} y={(base - height - 7).toFixed(1)} text-anchor="middle">{formatNumber(bar.value, lang)}</text>
        : null}
      {labelled
        ? <text class="bar-label" x={middle} y={HEIGHT - 8} text-anchor="middle">{plainText(bar.label)}</text>
        : null}
    </>
  );
}

/** Level bars: each a picture of its own with its figure at the end, so that the names beside them can be links and wrap. */
import type { VNode } from 'preact';
import type { Language } from '#base';
import { partFill, pieceClass, type PartKey } from './chart-frame.tsx';
import { drawn, fullValue, portion, shortValue, type ChartValue, type Measure } from './chart-values.ts';
import { Outside, plainText, shorten } from './text.tsx';

export interface LevelBarProps {
  readonly lang: Language;
  /** Of the chart, whose patterns fill the bar. */
  readonly id: string;
  readonly part: PartKey;
  /** Whose figure this is, when a row has several. */
  readonly name: string | null;
  readonly measure: Measure;
  readonly value: ChartValue;
  /** The value and the highest of the chart on one scale. */
  readonly exact: bigint | null;
  readonly highest: bigint;
}

const HEIGHT = 18;
const GAP = 8;
/** The hatched piece of what is not covered has one size, which says nothing. */
const NONE = 28;

export function LevelBar({ lang, id, part, name, measure, value, exact, highest }: LevelBarProps): VNode {
  const full = fullValue(value, measure, lang);
  const share = `${portion(drawn(exact), highest, 100).toFixed(3)}%`;
  const shown = exact === null ? 'none' : part;
  const [x, offset] = exact === null ? [0, NONE + GAP] : [share, GAP];
  return (
    <svg class="level" width="100%" height={HEIGHT} role="img">
      <title>{name === null ? full : `${plainText(name)}: ${full}`}</title>
      {exact === null
        ? <rect class={pieceClass('none')} x="0.5" y="1.5" width={NONE} height={HEIGHT - 3} fill={partFill(id, shown)} />
        : <line class="axis" x1="0.5" x2="0.5" y1="0" y2={HEIGHT} />}
      {/* However small, what is not nothing is seen. */}
      {drawn(exact) > 0n
        ? ['3', share].map((width) => <rect class={pieceClass(shown)} y="1" width={width} height={HEIGHT - 2} fill={partFill(id, shown)} />)
        : null}
      <text class="level-value" x={x} dx={offset} y={HEIGHT - 4}>{shortValue(value, measure, lang)}</text>
    </svg>
  );
}

/** How much room the figures need at the end of the longest bar; the bars share what is left. */
export function figureRoom(values: readonly ChartValue[], measure: Measure, lang: Language): string {
  const longest = Math.max(0, ...values.map((value) => shortValue(value, measure, lang).length));
  return `room-${[8, 14, 19].find((length) => longest <= length) ?? 'most'}`;
}

const LONGEST_NAME = 90;

/** The name of a row; a very long one is cut, with the whole in its title (and in the table of the chart). */
export function RowName({ label, href }: { readonly label: string; readonly href: string | null }): VNode {
  const short = shorten(label, LONGEST_NAME);
  const whole = plainText(label);
  const title = short === whole ? {} : { title: whole };
  return href === null
    ? <span class="row-name" {...title}><Outside text={short} /></span>
    : <a class="row-name" href={href} {...title}><Outside text={short} /></a>;
}

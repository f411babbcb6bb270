/** The ground of charts with upright columns: lines with round figures, and years along the foot. */
import type { ComponentChildren, VNode } from 'preact';
import { axisUnit, type Axis, portion } from './chart-values.ts';
import type { ChartProps } from './chart-frame.tsx';
import { plainText, shorten } from './text.tsx';

const HEIGHT = 260;
/** Room for the unit above the highest line and the labels below the foot. */
const TOP = 28;
const BOTTOM = 28;
const FOOT = HEIGHT - BOTTOM;
const RISE = FOOT - TOP;
/** More labels than this would run into each other on a phone. */
const LABELS = 6;
/** What all labels together have room for on a phone, in letters. */
const LETTERS = 40;
/** Fewer columns than this keep the width they would have among so many. */
const LEAST_SLOTS = 6;
/** Among more columns than this, the year below the last would stand outside the picture on a phone. */
const NARROW_SLOTS = 20;
/** Longest ticks, in letters, that fit the margins of three widths. */
const NARROW = 5;
const WIDE = 10;

export interface ColumnPlotProps extends Pick<ChartProps, 'lang' | 'id' | 'title' | 'description' | 'measure'> {
  readonly axis: Axis;
  /** Years, or what is as short. */
  readonly labels: readonly string[];
  readonly children: ComponentChildren;
}

export function ColumnPlot({ lang, id, title, description, measure, axis, labels, children }: ColumnPlotProps): VNode {
  const longest = Math.max(...axis.ticks.map(({ label }) => label.length));
  const margin = longest <= NARROW ? '' : longest <= WIDE ? ' columns-wide' : ' columns-widest';
  const of = labels.length;
  const letters = Math.floor(LETTERS / Math.min(of, LABELS));
  return (
    <svg class={`columns${margin}`} width="100%" height={HEIGHT} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
      <title id={`${id}-title`}>{plainText(title)}</title>
      <desc id={`${id}-desc`}>{plainText(description)}</desc>
      <text class="tick" x="-10" y={TOP - 17} text-anchor="end">{axisUnit(measure, lang)}</text>
      {axis.ticks.map(({ label, at }) => {
        const y = FOOT - portion(at, axis.top, RISE);
        return (
          <>
            <line class={at === 0n ? 'axis' : 'grid-line'} x1="0" x2="100%" y1={y} y2={y} />
            <text class="tick" x="-10" y={y + 4.5} text-anchor="end">{label}</text>
          </>
        );
      })}
      {children}
      {labels.map((label, index) => {
        if ((of - 1 - index) % Math.ceil(of / LABELS) !== 0) return null;
        const inward = of > NARROW_SLOTS && index === of - 1;
        return (
          <text class="bar-label" x={inward ? '100%' : across(index, of, 0.5)} y={HEIGHT - 8} text-anchor={inward ? 'end' : 'middle'}>
            {shorten(label, letters)}
          </text>
        );
      })}
    </svg>
  );
}

/** A place across: `within` is from 0 to 1 inside the slot of a column. */
function across(index: number, of: number, within: number): string {
  return `${((100 * (index + within)) / Math.max(of, LEAST_SLOTS)).toFixed(3)}%`;
}

/** The part of a column's slot between two places inside it. */
export function slotPart(index: number, of: number, from: number, to: number): { readonly x: string; readonly width: string } {
  return { x: across(index, of, from), width: across(0, of, to - from) };
}

/** Between a piece and the one below it. */
const SEAM = 1.5;

/** A piece of a column between two values. What is not nothing is at least 2 pixels high. */
export function piece(from: bigint, to: bigint, top: bigint): { readonly y: string; readonly height: string } {
  const seam = from > 0n ? SEAM : 0;
  const height = Math.max(2, portion(to - from, top, RISE) - seam);
  return { y: (FOOT - portion(from, top, RISE) - seam - height).toFixed(1), height: height.toFixed(1) };
}

/** The whole height, for a column that is not covered. */
export const BAND = { y: TOP, height: RISE } as const;
/** A cap on a column of which a part is not covered: its size says nothing. */
const CAP = 10;

export function cap(on: bigint, top: bigint): { readonly y: string; readonly height: number } {
  return { y: (FOOT - portion(on, top, RISE) - CAP - 2).toFixed(1), height: CAP };
}

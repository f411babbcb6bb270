/** What the charts have in common: the frame with its figures, and the patterns that tell parts apart without colour. */
import type { ComponentChildren, VNode } from 'preact';
import type { Language } from '#base';
import { fullValue, plainValue, type ChartValue, type Measure } from './chart-values.ts';
import { FigureData, type FigureAbout, type FigureCell, type FigureDataProps, type FigureSource } from './figure-data.tsx';
import { Outside } from './text.tsx';
import { texts } from './texts.ts';

export interface ChartProps {
  readonly lang: Language;
  /** Unique on the page; ASCII, also the name of the file. */
  readonly id: string;
  readonly title: string;
  /** One sentence that says what the picture shows. */
  readonly description: string;
  readonly measure: Measure;
  readonly about: FigureAbout;
  readonly source?: FigureSource | undefined;
}

interface FrameProps extends Pick<ChartProps, 'lang' | 'id' | 'title' | 'about' | 'source'>, Pick<FigureDataProps, 'headers' | 'rows'> {
  readonly children: ComponentChildren;
}

/** Caption, picture and figures; a sentence in the place of a picture of nothing. */
export function ChartFrame({ lang, id, title, about, source, headers, rows, children }: FrameProps): VNode {
  return (
    <figure class="chart">
      <figcaption id={`${id}-caption`}>{title}</figcaption>
      {rows.length === 0 ? <p class="quiet">{texts[lang].chartEmpty}</p> : (
        <>
          {children}
          <FigureData lang={lang} caption={title} file={id} headers={headers} rows={rows} about={about} source={source} />
        </>
      )}
    </figure>
  );
}

export function cellOf(value: ChartValue, measure: Measure, lang: Language): FigureCell {
  return { text: fullValue(value, measure, lang), value: plainValue(value) };
}

/** A part's place among the parts, from 0, or 'none' for what is not covered. */
export type PartKey = number | 'none';

/** The strokes of each part within a square of 8: whole, rising, dotted, level, crossed, upright. */
const STROKES = ['', 'M-2,2l4,-4M0,8l8,-8M6,10l4,-4', 'M2,2h0M6,6h0', 'M0,2h8M0,6h8', 'M0,1h8M1,0v8', 'M2,0v8M6,0v8'] as const;
const NONE = 'M-2,6l4,4M0,0l8,8M6,-2l4,4';
export const MOST_PARTS = STROKES.length;

/** More parts than there are patterns could not be told apart: a mistake of the page, which gathers the smallest first. */
export function demandPatterns(count: number, most: number): void {
  if (count > most) throw new Error(`A chart of ${count} parts cannot be told apart; gather the smallest until there are ${most}.`);
}

/** The patterns of a chart with this many parts. Once in each chart, before what is filled with them. */
export function PartPatterns({ id, parts }: { readonly id: string; readonly parts: number }): VNode {
  return (
    <svg class="chart-patterns" width="0" height="0" aria-hidden="true" focusable="false">
      <defs>
        {STROKES.slice(0, parts).map((strokes, part) => <PartPattern id={id} part={part} strokes={strokes} />)}
        <PartPattern id={id} part="none" strokes={NONE} />
      </defs>
    </svg>
  );
}

function PartPattern({ id, part, strokes }: { readonly id: string; readonly part: PartKey; readonly strokes: string }): VNode {
  return (
    <pattern id={patternId(id, part)} class={`part part-${part}`} width="8" height="8" patternUnits="userSpaceOnUse">
      <rect width="8" height="8" />
      {strokes === '' ? null : <path d={strokes} />}
    </pattern>
  );
}

/** For the attribute `fill`. */
export function partFill(id: string, part: PartKey): string {
  return `url(#${patternId(id, part)})`;
}

function patternId(id: string, part: PartKey): string {
  return `${id}-part-${part}`;
}

export function Swatch({ id, part }: { readonly id: string; readonly part: PartKey }): VNode {
  return (
    <svg class="swatch" width="18" height="18" aria-hidden="true" focusable="false">
      <rect class={pieceClass(part)} x="1" y="1" width="16" height="16" rx="2" fill={partFill(id, part)} />
    </svg>
  );
}

export function pieceClass(part: PartKey): string {
  return part === 'none' ? 'piece piece-none' : 'piece';
}

interface LegendProps {
  readonly lang: Language;
  readonly id: string;
  readonly labels: readonly string[];
  /** Something in the chart is not covered. */
  readonly missing: boolean;
}

export function PartLegend({ lang, id, labels, missing }: LegendProps): VNode {
  const t = texts[lang];
  return (
    <ul class="chart-legend" aria-label={t.legend}>
      {labels.map((label, part) => <li><Swatch id={id} part={part} /><Outside text={label} /></li>)}
      {missing ? <li><Swatch id={id} part="none" />{t.notCovered}</li> : null}
    </ul>
  );
}

import type { VNode } from 'preact';
import { cellOf, ChartFrame, demandPatterns, MOST_PARTS, partFill, PartLegend, PartPatterns, pieceClass, type ChartProps } from './chart-frame.tsx';
import { axisOf, drawn, exactly, fullValue, sumOf, type Axis, type ChartValue } from './chart-values.ts';
import { BAND, cap, ColumnPlot, piece, slotPart } from './column-plot.tsx';
import { plainText } from './text.tsx';
import { texts } from './texts.ts';

export interface StackColumn {
  /** A year, or what is as short. */
  readonly label: string;
  /** Full address of what the column counts, or null. */
  readonly href: string | null;
  /** One for each part. */
  readonly values: readonly ChartValue[];
}

export interface StackChartProps extends ChartProps {
  /** Column heading of the labels. */
  readonly header: string;
  /** Up to six, from the foot up. */
  readonly parts: readonly string[];
  readonly columns: readonly StackColumn[];
}

/** Columns of parts, one above the other. A column that is not covered is a hatched band, never a gap. */
export function StackChart(props: StackChartProps): VNode {
  const { lang, id, title, measure, about, source, header, parts, columns } = props;
  demandPatterns(parts.length, MOST_PARTS);
  const { one, values } = exactly(columns.flatMap((column) => parts.map((_part, index) => column.values[index] ?? null)));
  const stacks = columns.map((_column, index) => values.slice(index * parts.length, (index + 1) * parts.length));
  const highest = stacks.map(sumDrawn).reduce((top, sum) => (sum > top ? sum : top), 0n);
  const axis = axisOf(highest, one, measure, lang);
  return (
    <ChartFrame
      lang={lang} id={id} title={title} about={about} source={source} headers={[header, ...parts, texts[lang].chartTotal]}
      rows={columns.map(({ label, href, values: own }) => ({
        label, href, cells: [...parts.map((_part, index) => own[index] ?? null), sumOf(parts.map((_part, index) => own[index] ?? null))]
          .map((value) => cellOf(value, measure, lang)),
      }))}
    >
      <PartPatterns id={id} parts={parts.length} />
      <PartLegend lang={lang} id={id} labels={parts} missing={values.includes(null)} />
      <ColumnPlot {...props} axis={axis} labels={columns.map(({ label }) => label)}>
        {columns.map((column, index) => <Stack {...props} column={column} index={index} stack={stacks[index] ?? []} axis={axis} />)}
      </ColumnPlot>
    </ChartFrame>
  );
}

function sumDrawn(stack: readonly (bigint | null)[]): bigint {
  return stack.reduce<bigint>((sum, value) => sum + drawn(value), 0n);
}

interface StackProps extends StackChartProps {
  readonly column: StackColumn;
  readonly index: number;
  readonly stack: readonly (bigint | null)[];
  readonly axis: Axis;
}

const FROM = 0.14;
const TO = 0.86;

function Stack({ lang, id, measure, parts, columns, column, index, stack, axis }: StackProps): VNode {
  const place = slotPart(index, columns.length, FROM, TO);
  const name = (part: string): string => `${plainText(column.label)}, ${plainText(part)}: `;
  const missing = parts.filter((_part, at) => stack[at] === null);
  const none = missing.length === stack.length ? BAND : cap(sumDrawn(stack), axis.top);
  return (
    <g class="stack">
      {stack.map((value, part) => {
        if (drawn(value) === 0n) return null;
        const below = sumDrawn(stack.slice(0, part));
        return (
          <rect class={pieceClass(part)} {...place} {...piece(below, below + drawn(value), axis.top)} fill={partFill(id, part)}>
            <title>{name(parts[part] ?? '') + fullValue(column.values[part] ?? null, measure, lang)}</title>
          </rect>
        );
      })}
      {missing.length === 0 ? null : (
        <rect class={pieceClass('none')} {...place} {...none} fill={partFill(id, 'none')}>
          <title>{`${name(missing.join(', '))}${texts[lang].notCovered}`}</title>
        </rect>
      )}
    </g>
  );
}

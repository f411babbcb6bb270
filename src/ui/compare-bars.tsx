import type { VNode } from 'preact';
import { cellOf, ChartFrame, demandPatterns, partFill, PartLegend, PartPatterns, pieceClass, type ChartProps } from './chart-frame.tsx';
import { figureRoom, LevelBar, RowName } from './chart-row.tsx';
import { axisOf, drawn, exactly, fullValue, type Axis, type ChartValue } from './chart-values.ts';
import { BAND, ColumnPlot, piece, slotPart } from './column-plot.tsx';
import { plainText } from './text.tsx';

export interface CompareGroup {
  readonly label: string;
  /** Full address of what the group counts, or null. */
  readonly href: string | null;
  /** One for each series. */
  readonly values: readonly ChartValue[];
  /** Full address of what each value counts, for the table; left out: the group's own leads there. */
  readonly hrefs?: readonly (string | null)[];
}

export interface CompareBarsProps extends ChartProps {
  /** Years stand upright along an axis; names, which may be long, lie one below the other with their figures. */
  readonly along: 'years' | 'names';
  /** Column heading of the labels. */
  readonly header: string;
  /** Two or three, such as the names of organisations. */
  readonly series: readonly string[];
  readonly groups: readonly CompareGroup[];
}

const MOST_SERIES = 3;

/** The same figures of two or three, side by side. */
export function CompareBars(props: CompareBarsProps): VNode {
  const { lang, id, title, measure, about, source, header, series } = props;
  demandPatterns(series.length, MOST_SERIES);
  const groups = props.groups.map((group) => ({ ...group, values: series.map((_name, index) => group.values[index] ?? null) }));
  const { one, values } = exactly(groups.flatMap((group) => group.values));
  const highest = values.map(drawn).reduce((top, value) => (value > top ? value : top), 0n);
  const marks = { ...props, groups, values };
  return (
    <ChartFrame
      lang={lang} id={id} title={title} about={about} source={source} headers={[header, ...series]}
      rows={groups.map(({ label, href, values: own, hrefs = [] }) => ({ label, href, cells: own.map((value, part) => ({ ...cellOf(value, measure, lang), href: hrefs[part] ?? null })) }))}
    >
      <PartPatterns id={id} parts={series.length} />
      <PartLegend lang={lang} id={id} labels={series} missing={values.includes(null)} />
      {props.along === 'names' ? <Level {...marks} highest={highest} /> : <Upright {...marks} axis={axisOf(highest, one, measure, lang)} />}
    </ChartFrame>
  );
}

interface MarksProps extends CompareBarsProps {
  /** Of all groups, one after the other, on one scale. */
  readonly values: readonly (bigint | null)[];
}

function Level({ lang, id, description, measure, series, groups, values, highest }: MarksProps & { readonly highest: bigint }): VNode {
  const room = figureRoom(groups.flatMap((group) => group.values), measure, lang);
  return (
    <>
      <p class="sr-only" id={`${id}-desc`}>{plainText(description)}</p>
      <ul class={`rows rows-compare ${room}`} aria-labelledby={`${id}-caption`} aria-describedby={`${id}-desc`}>
        {groups.map(({ label, href, values: own }, index) => (
          <li>
            <RowName label={label} href={href} />
            <div class="row-bars">
              {own.map((value, part) => (
                <LevelBar
                  lang={lang} id={id} part={part} name={series[part] ?? ''} measure={measure} value={value}
                  exact={values[index * series.length + part] ?? null} highest={highest}
                />
              ))}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

const FROM = 0.12;
const TO = 0.88;

function Upright(props: MarksProps & { readonly axis: Axis }): VNode {
  const { lang, id, measure, series, groups, values, axis } = props;
  const width = (TO - FROM) / series.length;
  return (
    <ColumnPlot {...props} labels={groups.map(({ label }) => label)}>
      {groups.map(({ label, values: own }, index) => own.map((value, part) => {
        const exact = values[index * series.length + part] ?? null;
        if (exact !== null && drawn(exact) === 0n) return null;
        const shown = exact === null ? 'none' : part;
        const place = slotPart(index, groups.length, FROM + part * width, FROM + (part + 0.94) * width);
        const height = exact === null ? BAND : piece(0n, exact, axis.top);
        return (
          <rect class={pieceClass(shown)} {...place} {...height} fill={partFill(id, shown)}>
            <title>{`${plainText(label)}, ${plainText(series[part] ?? '')}: ${fullValue(value, measure, lang)}`}</title>
          </rect>
        );
      }))}
    </ColumnPlot>
  );
}

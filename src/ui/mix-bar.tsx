import type { VNode } from 'preact';
import { cellOf, ChartFrame, demandPatterns, MOST_PARTS, partFill, PartPatterns, pieceClass, Swatch, type ChartProps } from './chart-frame.tsx';
import { drawn, exactly, fullValue, portion, shortValue, type ChartValue } from './chart-values.ts';
import { formatShare } from './share.tsx';
import { Outside, plainText } from './text.tsx';
import { texts } from './texts.ts';

export interface MixPart {
  readonly label: string;
  /** Full address of what the part counts, or null. */
  readonly href: string | null;
  readonly value: ChartValue;
}

export interface MixBarProps extends ChartProps {
  /** Column headings of the data: of the labels and of the values. */
  readonly headers: readonly [string, string];
  /** Up to six. */
  readonly parts: readonly MixPart[];
}

const HEIGHT = 36;
/** The hatched end for what is not covered has one size, which says nothing; the known parts share the rest. */
const NONE = 10;

/** The parts of a whole as one level bar, with the figure and the share of each below it. */
export function MixBar(props: MixBarProps): VNode {
  const { lang, id, title, measure, about, source, headers, parts } = props;
  demandPatterns(parts.length, MOST_PARTS);
  const t = texts[lang];
  const { values } = exactly(parts.map(({ value }) => value));
  const whole = values.reduce<bigint>((sum, value) => sum + drawn(value), 0n);
  const missing = values.includes(null);
  const share = (index: number): bigint | null => (missing || whole === 0n ? null : drawn(values[index]));
  return (
    <ChartFrame
      lang={lang} id={id} title={title} about={about} source={source} headers={[...headers, `${t.chartShare} (%)`]}
      rows={parts.map(({ label, href, value }, index) => {
        const part = share(index);
        return {
          label, href, cells: [cellOf(value, measure, lang), {
            text: part === null ? '\u2013' : formatShare(part, whole, lang), value: part === null ? '' : portion(part, whole, 100).toFixed(2),
          }],
        };
      })}
    >
      <PartPatterns id={id} parts={parts.length} />
      <Mix {...props} values={values} whole={whole} />
      <ul class="mix-parts">
        {parts.map(({ label, href, value }, index) => {
          const part = share(index);
          return (
            <li>
              <Swatch id={id} part={values[index] === null ? 'none' : index} />
              <span class="mix-name">{href === null ? <Outside text={label} /> : <a href={href}><Outside text={label} /></a>}</span>
              <span class="mix-value" title={fullValue(value, measure, lang)}>{shortValue(value, measure, lang)}</span>
              <span class="mix-share">{part === null ? '' : formatShare(part, whole, lang)}</span>
            </li>
          );
        })}
      </ul>
      {missing ? <p class="quiet">{t.sharesUnknown}</p> : null}
    </ChartFrame>
  );
}

interface MixProps extends MixBarProps {
  readonly values: readonly (bigint | null)[];
  readonly whole: bigint;
}

/** Narrower than this, in per cent, a part would not be seen on a phone; it takes the width from the others. */
const LEAST = 0.8;

/** The widths of the parts in per cent: `room` together, or nothing of nothing. */
function widthsOf(values: readonly (bigint | null)[], whole: bigint, room: number): readonly number[] {
  const wanted = values.map((value) => (drawn(value) === 0n ? 0 : Math.max(LEAST, portion(drawn(value), whole, 100))));
  const sum = wanted.reduce((total, width) => total + width, 0);
  return wanted.map((width) => (sum === 0 ? 0 : (width * room) / sum));
}

function Mix({ lang, id, title, description, measure, parts, values, whole }: MixProps): VNode {
  const missing = values.includes(null);
  const widths = widthsOf(values, whole, missing ? 100 - NONE : 100);
  const known = whole === 0n ? 0 : 100 - NONE;
  return (
    <svg class="mix" width="100%" height={HEIGHT} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
      <title id={`${id}-title`}>{plainText(title)}</title>
      <desc id={`${id}-desc`}>{plainText(description)}</desc>
      {whole === 0n ? <rect class="mix-whole" y="0.5" width="100%" height={HEIGHT - 1} /> : null}
      {parts.map(({ label, value }, index) => {
        const width = widths[index] ?? 0;
        if (width === 0) return null;
        const before = widths.slice(0, index).reduce((sum, each) => sum + each, 0);
        return (
          <rect
            class={pieceClass(index)} x={`${before.toFixed(3)}%`} width={`${width.toFixed(3)}%`}
            height={HEIGHT} fill={partFill(id, index)}
          >
            <title>{`${plainText(label)}: ${fullValue(value, measure, lang)}`}</title>
          </rect>
        );
      })}
      {missing ? (
        <rect class={pieceClass('none')} x={`${known}%`} y="0.5" width={`${100 - known}%`} height={HEIGHT - 1} fill={partFill(id, 'none')}>
          <title>{texts[lang].notCovered}</title>
        </rect>
      ) : null}
    </svg>
  );
}

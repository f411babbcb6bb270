import type { VNode } from 'preact';
import { FigureData, type FigureAbout, type FigureSource } from './figure-data.tsx';
import { formatNumber } from './format.ts';
import type { Site } from './site.ts';
import { plainText } from './text.tsx';
import { texts } from './texts.ts';
import type { Tile } from './tile-map.view.ts';

export interface TileMapProps {
  readonly site: Site;
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** What the figures count, as a column heading. */
  readonly unit: string;
  readonly tiles: readonly Tile[];
  readonly about: FigureAbout;
  readonly source?: FigureSource | undefined;
}

export const STEP = 48;
export const SIZE = 45;
const SHADES = 4;
/** Room for the lines round the outermost tiles. */
export const EDGE = 1;

/** A map with one equal tile for each municipality. "Not covered" is hatched grey and never the same as zero. */
export function TileMap({ site, id, title, description, unit, tiles, about, source }: TileMapProps): VNode {
  const t = texts[site.lang];
  const steps = shadeSteps(tiles);
  const hatch = `${id}-hatch`;
  const width = STEP * Math.max(0, ...tiles.map((tile) => tile.column)) + SIZE + 2 * EDGE;
  const height = STEP * Math.max(0, ...tiles.map((tile) => tile.row)) + SIZE + 2 * EDGE;
  return (
    <figure class="chart tile-figure">
      <figcaption id={`${id}-caption`}>{title}</figcaption>
      <svg class="tiles" viewBox={`${-EDGE} ${-EDGE} ${width} ${height}`} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
        <title id={`${id}-title`}>{plainText(title)}</title>
        <desc id={`${id}-desc`}>{plainText(description)}</desc>
        <Hatching id={hatch} />
        {tiles.map((tile) => <TileMark site={site} tile={tile} shade={shadeOf(tile.value, steps)} hatch={hatch} />)}
      </svg>
      <Legend site={site} steps={steps} hatch={hatch} missing={tiles.some((tile) => tile.value === null)} />
      <FigureData
        lang={site.lang} caption={title} file={id} headers={[t.tile, unit]} about={about} source={source}
        rows={tiles.map(({ name, value, path }) => ({
          label: name, href: path === null ? null : site.href(path),
          cells: [value === null ? { value: '', text: t.notCovered } : { value: String(value), text: formatNumber(value, site.lang) }],
        }))}
      />
    </figure>
  );
}

/** Grey with lines across, so that "not covered" is no shade of the scale, in black and white either. */
export function Hatching({ id }: { readonly id: string }): VNode {
  return (
    <defs>
      <pattern id={id} class="hatch" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="9" height="9" /><path d="M0 0V9" />
      </pattern>
    </defs>
  );
}

interface TileMarkProps {
  readonly site: Site;
  readonly tile: Tile;
  readonly shade: string;
  readonly hatch: string;
}

function TileMark({ site, tile, shade, hatch }: TileMarkProps): VNode {
  const x = tile.column * STEP;
  const y = tile.row * STEP;
  const value = tile.value === null ? texts[site.lang].notCovered : formatNumber(tile.value, site.lang);
  return (
    <g class={`tile tile-${shade}`}>
      <title>{`${plainText(tile.name)}: ${value}`}</title>
      <rect x={x} y={y} width={SIZE} height={SIZE} rx="3" fill={fillOf(shade, hatch)} />
      <text x={x + SIZE / 2} y={y + SIZE / 2} dy="0.36em" text-anchor="middle">{plainText(tile.short)}</text>
    </g>
  );
}

interface LegendProps {
  readonly site: Site;
  readonly steps: readonly number[];
  readonly hatch: string;
  readonly missing: boolean;
}

function Legend({ site, steps, hatch, missing }: LegendProps): VNode {
  const t = texts[site.lang];
  const number = (value: number): string => formatNumber(value, site.lang);
  const ranges = steps.map((top, index) => {
    const bottom = (steps[index - 1] ?? 0) + 1;
    return { shade: String(index + 1), label: bottom === top ? number(top) : `${number(bottom)}\u2013${number(top)}` };
  });
  const entries = [{ shade: 'zero', label: '0' }, ...ranges, ...(missing ? [{ shade: 'none', label: t.notCovered }] : [])];
  return (
    <ul class="tile-legend" aria-label={t.legend}>
      {entries.map(({ shade, label }) => (
        <li>
          <svg width="18" height="18" aria-hidden="true" focusable="false" class={`tile tile-${shade}`}>
            <rect x="1" y="1" width="16" height="16" rx="3" fill={fillOf(shade, hatch)} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

/** The highest count of each shade: equal steps up to the highest count, fewer when there are few counts. */
function shadeSteps(tiles: readonly Tile[]): number[] {
  const highest = Math.max(0, ...tiles.map((tile) => tile.value ?? 0));
  const steps = Array.from({ length: SHADES }, (_none, index) => Math.ceil((highest * (index + 1)) / SHADES));
  return [...new Set(steps)].filter((step) => step > 0);
}

/** The shades of counts stand in the style sheet; a pattern is named by its place on the page. */
function fillOf(shade: string, hatch: string): string | undefined {
  return shade === 'none' ? `url(#${hatch})` : undefined;
}

function shadeOf(value: number | null, steps: readonly number[]): string {
  if (value === null) return 'none';
  if (value <= 0) return 'zero';
  return String(steps.findIndex((top) => value <= top) + 1);
}

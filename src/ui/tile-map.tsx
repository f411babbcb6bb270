import type { VNode } from 'preact';
import { FigureData, type FigureSource } from './figure-data.tsx';
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
  readonly source?: FigureSource | undefined;
}

const STEP = 48;
const SIZE = 44;
const SHADES = 4;

/** A map with one equal tile for each municipality. "Not covered" is hatched grey and never the same as zero. */
export function TileMap({ site, id, title, description, unit, tiles, source }: TileMapProps): VNode {
  const t = texts[site.lang];
  const steps = shadeSteps(tiles);
  const width = STEP * (1 + Math.max(0, ...tiles.map((tile) => tile.column)));
  const height = STEP * (1 + Math.max(0, ...tiles.map((tile) => tile.row)));
  return (
    <figure class="chart tile-figure">
      <figcaption id={`${id}-caption`}>{title}</figcaption>
      <svg class="tiles" viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
        <title id={`${id}-title`}>{plainText(title)}</title>
        <desc id={`${id}-desc`}>{plainText(description)}</desc>
        {tiles.map((tile) => <TileMark site={site} tile={tile} shade={shadeOf(tile.value, steps)} />)}
      </svg>
      <Legend site={site} steps={steps} missing={tiles.some((tile) => tile.value === null)} />
      <FigureData
        lang={site.lang} caption={title} file={id} headers={[t.tile, unit]} source={source}
        rows={tiles.map(({ name, value, path }) => ({
          label: name, href: path === null ? null : site.href(path),
          cells: [value === null ? { value: '', text: t.notCovered } : { value: String(value), text: formatNumber(value, site.lang) }],
        }))}
      />
    </figure>
  );
}

function TileMark({ site, tile, shade }: { readonly site: Site; readonly tile: Tile; readonly shade: string }): VNode {
  const x = tile.column * STEP;
  const y = tile.row * STEP;
  const value = tile.value === null ? texts[site.lang].notCovered : formatNumber(tile.value, site.lang);
  return (
    <g class={`tile tile-${shade}`}>
      <title>{`${plainText(tile.name)}: ${value}`}</title>
      <rect x={x} y={y} width={SIZE} height={SIZE} rx="3" />
      <text x={x + SIZE / 2} y={y + SIZE / 2 + 5} text-anchor="middle">{plainText(tile.short)}</text>
    </g>
  );
}

interface LegendProps {
  readonly site: Site;
  readonly steps: readonly number[];
  readonly missing: boolean;
}

function Legend({ site, steps, missing }: LegendProps): VNode {
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
            <rect x="1" y="1" width="16" height="16" rx="3" />
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

function shadeOf(value: number | null, steps: readonly number[]): string {
  if (value === null) return 'none';
  if (value <= 0) return 'zero';
  return String(steps.findIndex((top) => value <= top) + 1);
}

import type { VNode } from 'preact';
import { FigureData, type FigureAbout } from './figure-data.tsx';
import { formatNumber } from './format.ts';
import type { Site } from './site.ts';
import { plainText } from './text.tsx';
import { texts } from './texts.ts';
import { EDGE, Hatching, SIZE, STEP } from './tile-map.tsx';
import type { LandTile } from './tile-map.view.ts';

/** A kind of tile. Its mark tells it from the others without colour. */
export interface TileCategory {
  readonly code: string;
  readonly label: string;
  /** One letter or sign; empty for a tile without one. */
  readonly mark: string;
  /** Colour 1 to 9 of the style sheet; hatched: outside what is covered; open: nothing is known. */
  readonly look: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 'hatched' | 'open';
}

export interface CategoryTile extends LandTile {
  /** Code of its category. */
  readonly category: string;
  /** Full address or fragment of what is known of it; null: nowhere. */
  readonly href: string | null;
  /** Whether it is one of few that the keyboard should stop at; the others stand in the table too. */
  readonly isStop: boolean;
}

export interface CategoryMapProps {
  readonly site: Site;
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** What the categories are of, as a column heading. */
  readonly heading: string;
  /** In the order of the legend; one without tiles is left out of it. */
  readonly categories: readonly TileCategory[];
  readonly tiles: readonly CategoryTile[];
  readonly about: FigureAbout;
  /** Where links open: a window of their own, for a page within a frame. */
  readonly target?: '_blank' | undefined;
  /** On a page that fetches nothing. */
  readonly standsAlone?: boolean;
}

/** A map with one equal tile for each municipality, told apart by kind: by a letter first and by colour second. Each tile leads to what is known of it. */
export function CategoryMap({ site, id, title, description, heading, categories, tiles, about, target, standsAlone = false }: CategoryMapProps): VNode {
  const t = texts[site.lang];
  const hatch = `${id}-hatch`;
  const width = STEP * Math.max(0, ...tiles.map((tile) => tile.column)) + SIZE + 2 * EDGE;
  const height = STEP * Math.max(0, ...tiles.map((tile) => tile.row)) + SIZE + 2 * EDGE;
  const byCode = new Map(categories.map((category) => [category.code, category]));
  const shown = tiles.flatMap((tile) => {
    const category = byCode.get(tile.category);
    return category === undefined ? [] : [{ tile, category }];
  });
  return (
    <figure class="chart tile-figure">
      <figcaption id={`${id}-caption`}>{title}</figcaption>
      <svg class="tiles" viewBox={`${-EDGE} ${-EDGE} ${width} ${height}`} role="group" aria-labelledby={`${id}-title`} aria-describedby={`${id}-desc`}>
        <title id={`${id}-title`}>{plainText(title)}</title>
        <desc id={`${id}-desc`}>{plainText(description)}</desc>
        <Hatching id={hatch} />
        {shown.map(({ tile, category }) => <Mark tile={tile} category={category} hatch={hatch} target={target} />)}
      </svg>
      <CategoryLegend site={site} categories={categories} tiles={tiles} hatch={hatch} />
      <FigureData
        lang={site.lang} caption={title} file={id} headers={[t.tile, heading]} about={about} hasIcon={!standsAlone}
        rows={shown.map(({ tile: { name, href }, category: { label } }) => ({ label: name, href: target === undefined ? href : null, cells: [{ value: label, text: label }] }))}
      />
    </figure>
  );
}

interface MarkProps {
  readonly tile: CategoryTile;
  readonly category: TileCategory;
  readonly hatch: string;
  readonly target: '_blank' | undefined;
}

/** Line of the name and of the mark within a tile. */
const NAME_LINE = 19;
const MARK_LINE = 39;

/** Its title is its name; the letters are for the eye, which finds what they mean in the legend. */
function Mark({ tile, category: { label, mark, look }, hatch, target }: MarkProps): VNode {
  const [x, y] = [tile.column * STEP, tile.row * STEP];
  const said = `${plainText(tile.name)}: ${label}`;
  const drawn = (
    <>
      <rect x={x} y={y} width={SIZE} height={SIZE} rx="3" fill={look === 'hatched' ? `url(#${hatch})` : undefined} />
      <text aria-hidden="true" x={x + SIZE / 2} y={mark === '' ? y + SIZE / 2 : y + NAME_LINE} dy={mark === '' ? '0.36em' : undefined} text-anchor="middle">{plainText(tile.short)}</text>
      {mark === '' ? null : <text aria-hidden="true" class="tile-mark" x={x + SIZE / 2} y={y + MARK_LINE} text-anchor="middle">{mark}</text>}
    </>
  );
  if (tile.href === null) return <g class={`tile tile-look-${look}`}><title>{said}</title>{drawn}</g>;
  return <a class={`tile tile-look-${look}`} href={tile.href} target={target} rel={target === undefined ? undefined : 'noopener'} tabindex={tile.isStop ? undefined : -1}><title>{said}</title>{drawn}</a>;
}

function CategoryLegend({ site, categories, tiles, hatch }: Pick<CategoryMapProps, 'site' | 'categories' | 'tiles'> & { readonly hatch: string }): VNode {
  const counts = new Map([...Map.groupBy(tiles, ({ category }) => category)].map(([code, own]) => [code, own.length]));
  return (
    <ul class="tile-legend category-legend" aria-label={texts[site.lang].legend}>
      {categories.filter(({ code }) => counts.has(code)).map(({ code, label, mark, look }) => (
        <li>
          <svg width="26" height="26" viewBox="0 0 26 26" aria-hidden="true" focusable="false" class={`tile tile-look-${look}`}>
            <rect x="1" y="1" width="24" height="24" rx="3" fill={look === 'hatched' ? `url(#${hatch})` : undefined} />
            {mark === '' ? null : <text class="tile-mark" x="13" y="13" dy="0.36em" text-anchor="middle">{mark}</text>}
          </svg>
          {label} <strong>{formatNumber(counts.get(code) ?? 0, site.lang)}</strong>
        </li>
      ))}
    </ul>
  );
}

import type { VNode } from 'preact';
import { figureAbout, type Land } from '#register';
import { CategoryMap, type Site, type TileCategory } from '#ui';
import { da } from './form.da.ts';
import { en } from './form.en.ts';
import type { OverviewView } from './overview.view.ts';
import { STATUSES, statusTexts, type Status } from './words.ts';

const texts = { da, en };

/** Letters in the order of the list, so that none of them judges. */
const MARKS: Readonly<Record<Status, Pick<TileCategory, 'mark' | 'look'>>> = {
  tendered: { mark: 'A', look: 1 },
  framework: { mark: 'B', look: 2 },
  central: { mark: 'C', look: 3 },
  'negotiated-with-notice': { mark: 'D', look: 4 },
  'without-notice': { mark: 'E', look: 5 },
  'below-threshold': { mark: 'F', look: 6 },
  'in-house': { mark: 'G', look: 7 },
  'does-not-have': { mark: 'H', look: 8 },
  'no-publication-found': { mark: 'I', look: 9 },
  'outside-coverage': { mark: '–', look: 'hatched' },
  'not-known': { mark: '', look: 'open' },
};

interface StatusMapProps {
  readonly site: Site;
  readonly view: OverviewView;
  readonly land: Land;
  /** Where a tile leads. */
  readonly hrefOf: (municipality: string, isKnown: boolean) => string | null;
  readonly target?: '_blank';
  readonly standsAlone?: boolean;
}

export function StatusMap({ site, view: { rows, rest }, land, hrefOf, target, standsAlone = false }: StatusMapProps): VNode {
  const t = texts[site.lang];
  const nothing = new Set(rest);
  const statuses = new Map(rows.map(({ municipality, status }) => [municipality, status]));
  return (
    <CategoryMap
      site={site} id="kort" title={t.map} description={t.mapText} heading={t.mapHeading} about={figureAbout(site)} target={target} standsAlone={standsAlone}
      categories={STATUSES.map((code) => ({ code, label: statusTexts[code][site.lang], ...MARKS[code] }))}
      tiles={land.places.map(({ code, name, short, column, row }) => ({
        code, name, short, column, row, category: statuses.get(name) ?? 'not-known', href: hrefOf(name, !nothing.has(name)), isStop: !nothing.has(name),
      }))}
    />
  );
}

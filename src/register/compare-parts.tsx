/** What the parts of a comparison share: texts, names, links of a side, the two columns. */
import type { ComponentChildren, VNode } from 'preact';
import { Outside, shorten, type Site } from '#ui';
import { compareAddress, marketAddress, organisationAddress } from './addresses.ts';
import { sideQuery } from './compare.ts';
import { da } from './compare.da.ts';
import { en } from './compare.en.ts';
import type { CompareSide, CompareTarget, ComparisonView } from './compare.view.ts';
import type { OrganisationRole } from './organisation.view.ts';
import type { OverviewProps } from './overview-parts.tsx';

export const compareTexts = { da, en };

const NAME_LENGTH = 70;

export interface CompareProps {
  readonly site: Site;
  readonly view: ComparisonView;
}

export const SIDES = ['a', 'b'] as const;
export type SideName = (typeof SIDES)[number];

export function nameOf(site: Site, { names }: Pick<CompareTarget, 'names'>): string {
  return shorten(names[site.lang], NAME_LENGTH);
}

/** The page of the side alone. */
export function ownPage(site: Site, { key, field }: Pick<CompareTarget, 'key' | 'field'>): string {
  return site.href(key === null ? marketAddress({ cpv: field }) : organisationAddress(key));
}

/** What the sections of an overview need to show one side. */
export function overviewProps({ site, view }: CompareProps, name: SideName): OverviewProps {
  const side = view[name];
  return { site, view: side.overview, query: sideQuery(side, view.as), prefix: name };
}

interface PairProps extends CompareProps {
  /** Levels of headings are not left out: h3 within a section, h4 below a heading in it. */
  readonly level?: 3 | 4;
  readonly body: (side: CompareSide, name: SideName) => ComponentChildren;
}

/** Both sides, each below its name: two columns, or on a narrow screen one below the other. */
export function Pair({ site, view, level = 3, body }: PairProps): VNode {
  return (
    <div class="pair">
      {SIDES.map((name) => {
        const title = <Outside text={nameOf(site, view[name])} />;
        return (
          <div class="pair-side">
            {level === 3 ? <h3 class="pair-name">{title}</h3> : <h4 class="pair-name">{title}</h4>}
            <div>{body(view[name], name)}</div>
          </div>
        );
      })}
    </div>
  );
}

/** A quiet line on the page of an organisation or a field that leads to its comparison with another. */
export function CompareLink({ site, side, as }: { readonly site: Site; readonly side: string; readonly as: OrganisationRole | null }): VNode {
  const t = compareTexts[site.lang];
  const label = as === null ? t.linkField : as === 'buyer' ? t.linkBuyer : t.linkSupplier;
  return <p class="compare-link"><a href={site.href(compareAddress({ a: side, as }))}>{label}</a></p>;
}

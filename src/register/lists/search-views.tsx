/** The ways to look at one search: its processes, their contracts, the changes of those, the market they make. */
import type { VNode } from 'preact';
import type { Site } from '#ui';
import { CONTRACTS, MARKET, PROCESSES } from '../addresses.ts';
import type { ProcessQuery } from '../list.view.ts';
import { CHANGES, viewAddress } from './addresses.ts';
import { da } from './search-views.da.ts';
import { en } from './search-views.en.ts';

const texts = { da, en };

const VIEWS = [['processes', PROCESSES], ['contracts', CONTRACTS], ['changes', CHANGES], ['markets', MARKET]] as const;

export interface SearchViewsProps {
  readonly site: Site;
  readonly search: ProcessQuery;
  /** Path of the view that is shown. */
  readonly here: string;
}

export function SearchViews({ site, search, here }: SearchViewsProps): VNode {
  const t = texts[site.lang];
  return (
    <nav class="search-views" aria-label={t.label}>
      <ul>
        {VIEWS.map(([name, path]) => (
          <li>
            <a href={site.href(viewAddress(path, search))} {...(path === here ? { 'aria-current': 'page' as const } : {})}>{t[name]}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

import type { ActiveFilter, Site } from '#ui';
import { fieldLabel } from './cpv/names.ts';
import { listTexts, optionName } from './list-parts.tsx';
import { PROCESS_FACETS, type ProcessQuery } from './list.view.ts';
import { howBoughtFilters } from './lists/how-bought.ts';

interface Chosen {
  readonly query: ProcessQuery;
  /** Names of `query.buyer` and `query.supplier`. */
  readonly buyerName: string | null;
  readonly supplierName: string | null;
}

/**
 * The choices of a search, each with the address without it.
 * @param address where the search is looked at: the list, the market, …
 */
export function activeFilters(site: Site, view: Chosen, address: (query: ProcessQuery) => string): readonly ActiveFilter[] {
  const t = listTexts[site.lang];
  const { query } = view;
  const without = (change: Partial<ProcessQuery>): string => site.href(address({ ...query, ...change }));
  const facets = PROCESS_FACETS.flatMap((name) => (query.filters[name] ?? []).map((value) => ({
    label: t[name],
    value: optionName(name, value, site.lang),
    removeHref: without({
      filters: { ...query.filters, [name]: (query.filters[name] ?? []).filter((other) => other !== value) },
    }),
  })));
  const organisations = [
    { label: t.buyer, key: query.buyer, name: view.buyerName, removeHref: without({ buyer: null }) },
    { label: t.supplier, key: query.supplier, name: view.supplierName, removeHref: without({ supplier: null }) },
  ];
  const field = query.cpv === null ? [] : [{ label: t.cpv, value: fieldLabel(query.cpv, site.lang), removeHref: without({ cpv: null }) }];
  const open = query.open === true ? [{ label: t.openLabel, value: t.openNow, removeHref: without({ open: false }) }] : [];
  return [
    ...open,
    ...field,
    ...organisations.flatMap(({ label, key, name, removeHref }) => (key === null ? [] : [{ label, value: name ?? key, removeHref }])),
    ...howBoughtFilters(site, query, without),
    ...facets,
  ];
}

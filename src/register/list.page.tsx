import type { VNode } from 'preact';
import { fill } from '#base';
import {
  ActiveFilters, Breadcrumbs, DownloadLinks, EmptyState, Facets, Page, Pagination, SearchField, shorten,
  type ActiveFilter, type Site,
} from '#ui';
import { EMPTY_PROCESS_QUERY, LIST_FORMATS, PROCESSES, processListAddress, processListFile } from './addresses.ts';
import { fieldLabel } from './cpv/names.ts';
import { facetGroups, filterFields, hiddenFields, ListCount, listTexts, optionName, Spelling } from './list-parts.tsx';
import { PROCESS_FACETS, PROCESS_SORTS, type ProcessListView, type ProcessQuery } from './list.view.ts';
import { howBoughtFields, howBoughtFilters } from './lists/how-bought.ts';
import { SearchViews } from './lists/search-views.tsx';
import { ProcessLines } from './process-line.tsx';

interface Props {
  readonly site: Site;
  readonly view: ProcessListView;
}

export function renderProcessList(site: Site, view: ProcessListView): VNode {
  const t = listTexts[site.lang];
  const { query } = view;
  const title = query.q === '' ? t.processesTitle : fill(t.searchTitle, { q: shorten(query.q, 60) });
  const crumbs = <Breadcrumbs lang={site.lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: t.processesTitle, href: null }]} />;
  const hidden = [
    ...filterFields(query.filters), ...howBoughtFields(query), ...hiddenFields(carried(query)),
  ];
  return (
    <Page site={site} title={title} noindex={hasChoice(query)} before={crumbs}>
      <div class="wrap">
        <div class="page-head">
          <h1>{t.processesTitle}</h1>
          <SearchField lang={site.lang} action={site.href(PROCESSES)} label={t.processesSearch} value={query.q} hidden={hidden} />
        </div>
        <SearchViews site={site} search={query} here={PROCESSES} />
        <div class="list-page">
          <Filters site={site} view={view} />
          <Results site={site} view={view} />
        </div>
      </div>
    </Page>
  );
}

function Filters({ site, view }: Props): VNode {
  const { query } = view;
  return (
    <Facets
      lang={site.lang} action={site.href(PROCESSES)} groups={facetGroups(site, view.facets, query.filters)}
      hidden={[...howBoughtFields(query), ...hiddenFields({ q: query.q, ...carried(query) })]}
      clearHref={hasChoice({ ...query, q: '' }) ? site.href(processListAddress({ q: query.q })) : null}
    />
  );
}

function Results({ site, view }: Props): VNode {
  const t = listTexts[site.lang];
  const { query } = view;
  return (
    <div>
      <Spelling
        site={site} q={query.q} other={view.didYouMean} corrected={view.corrected}
        href={site.href(processListAddress({ ...query, q: view.didYouMean ?? '' }))}
      />
      <ActiveFilters lang={site.lang} filters={activeFilters(site, view)} />
      <ListCount site={site} total={view.total} one={t.resultsOne} many={t.resultsMany}>
        {view.total > 1 ? <Sorting site={site} view={view} /> : null}
      </ListCount>
      {view.rows.length === 0
        ? <EmptyState heading={t.nothingHeading}><p>{t.nothingText}</p><p><a href={site.href(PROCESSES)}>{t.showEverything}</a></p></EmptyState>
        : <ProcessLines site={site} rows={view.rows} />}
      <Pagination
        lang={site.lang}
        previous={view.previous === null ? null : site.href(processListAddress(query, { before: view.previous }))}
        next={view.next === null ? null : site.href(processListAddress(query, { after: view.next }))}
      />
      {view.total === 0 ? null : (
        <DownloadLinks
          lang={site.lang}
          downloads={LIST_FORMATS.map((format) => ({ format, href: site.href(processListFile(query, format)) }))}
        />
      )}
    </div>
  );
}

/** "Best match" only with a search text; "amount" only within one currency, because amounts are never compared across. */
function Sorting({ site, view }: Props): VNode {
  const t = listTexts[site.lang];
  const { query } = view;
  const offered = PROCESS_SORTS.filter((sort) =>
    sort === view.sort || (sort === 'relevance' ? query.q !== '' : sort !== 'value' || query.filters.currency?.length === 1));
  return (
    <nav aria-label={t.sort}>
      <ul class="sorting">
        {offered.map((sort) => (
          <li>
            {sort === view.sort
              ? <span aria-current="true">{t[`sort.${sort}`]}</span>
              : <a href={site.href(processListAddress({ ...query, sort }))}>{t[`sort.${sort}`]}</a>}
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What a form carries along besides the search text and the facets. */
function carried(query: ProcessQuery): Readonly<Record<string, string | null>> {
  return { cpv: query.cpv, buyer: query.buyer, supplier: query.supplier, open: query.open === true ? 'yes' : null, sort: query.sort };
}

function activeFilters(site: Site, view: ProcessListView): readonly ActiveFilter[] {
  const t = listTexts[site.lang];
  const { query } = view;
  const without = (change: Partial<ProcessQuery>): string => site.href(processListAddress({ ...query, ...change }));
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

/** Every choice has an address of its own; only the plain list is for search engines. */
function hasChoice(query: ProcessQuery): boolean {
  return processListAddress({ ...query, sort: null }) !== processListAddress(EMPTY_PROCESS_QUERY);
}

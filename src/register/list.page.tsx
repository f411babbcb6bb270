import type { VNode } from 'preact';
import { fill } from '#base';
import {
  ActiveFilters, Breadcrumbs, DownloadLinks, EmptyState, Facets, formatNumber, Page, Pagination, SearchField, shorten,
  type Alternate, type Site,
} from '#ui';
import { NOTHING_SAID, type Said } from './aside.ts';
import { EMPTY_PROCESS_QUERY, FOLLOW_FORMATS, PROCESS_FORMATS, PROCESSES, processListAddress, processListFile } from './addresses.ts';
import { facetGroups, filterFields, hiddenFields, ListCount, listTexts, Spelling } from './list-parts.tsx';
import { MOST_WEIGHED, PROCESS_SORTS, type ProcessListView, type ProcessQuery } from './list.view.ts';
import { howBoughtFields } from './lists/how-bought.ts';
import { SearchViews } from './lists/search-views.tsx';
import { activeFilters } from './process-filters.tsx';
import { ProcessLines } from './process-line.tsx';

interface Props {
  readonly site: Site;
  readonly view: ProcessListView;
}

export function renderProcessList(site: Site, view: ProcessListView, said: Said = NOTHING_SAID): VNode {
  const t = listTexts[site.lang];
  const { query } = view;
  const title = query.q === '' ? t.processesTitle : fill(t.searchTitle, { q: shorten(query.q, 60) });
  const crumbs = <Breadcrumbs lang={site.lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: t.processesTitle, href: null }]} />;
  const hidden = [
    ...filterFields(query.filters), ...howBoughtFields(query), ...hiddenFields(carried(query)),
  ];
  return (
    <Page site={site} title={title} noindex={hasChoice(query)} before={crumbs} alternates={alternates(site, view)}>
      <div class="wrap">
        <div class="page-head">
          <h1>{t.processesTitle}</h1>
          <SearchField lang={site.lang} action={site.href(PROCESSES)} label={t.processesSearch} value={query.q} hidden={hidden} />
        </div>
        <SearchViews site={site} search={query} here={PROCESSES} />
        {said.sections.map(({ id, heading, body }) => <section class="list-said" aria-labelledby={id}><h2 id={id}>{heading}</h2>{body}</section>)}
        <div class="list-page">
          <Filters site={site} view={view} />
          <Results site={site} view={view} />
        </div>
      </div>
    </Page>
  );
}

/** The list as files. One without rows can still be followed: the first hit may come tomorrow. */
function Files({ site, view }: Props): VNode {
  const lists = PROCESS_FORMATS.map((format) => ({ format, href: site.href(processListFile(view.query, format)) }));
  const follow = FOLLOW_FORMATS.map((format) => ({ format, href: site.href(processListFile(followedQuery(view), format)) }));
  return view.total === 0
    ? <DownloadLinks lang={site.lang} heading={listTexts[site.lang].followHeading} downloads={follow} />
    : <DownloadLinks lang={site.lang} downloads={[...lists, ...follow]} />;
}

/** A followed search is taken at its word, so it begins with the spelling that found something. */
function followedQuery({ query, corrected, didYouMean }: ProcessListView): ProcessQuery {
  return { ...query, q: corrected && didYouMean !== null ? didYouMean : query.q, sort: null };
}

function alternates(site: Site, view: ProcessListView): readonly Alternate[] {
  const t = listTexts[site.lang];
  const types = { atom: 'application/atom+xml', ics: 'text/calendar' } as const;
  return FOLLOW_FORMATS.map((format) => ({ type: types[format], href: site.href(processListFile(followedQuery(view), format)), title: t[`follow.${format}`] }));
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
      <ActiveFilters lang={site.lang} filters={activeFilters(site, view, processListAddress)} />
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
      <Files site={site} view={view} />
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
      {view.sort === 'relevance' && view.total > MOST_WEIGHED ? <p class="hint">{fill(t.notWeighed, { most: formatNumber(MOST_WEIGHED, site.lang) })}</p> : null}
    </nav>
  );
}

/** What a form carries along besides the search text and the facets. */
function carried(query: ProcessQuery): Readonly<Record<string, string | null>> {
  return { cpv: query.cpv, buyer: query.buyer, supplier: query.supplier, open: query.open === true ? 'yes' : null, sort: query.sort };
}

/** Every choice has an address of its own; only the plain list is for search engines. */
function hasChoice(query: ProcessQuery): boolean {
  return processListAddress({ ...query, sort: null }) !== processListAddress(EMPTY_PROCESS_QUERY);
}

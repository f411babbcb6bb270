/** The page of a list of what stands in processes: search, filters, order, rows, pages, files. */
import type { ComponentChildren, VNode } from 'preact';
import {
  ActiveFilters, Breadcrumbs, DownloadLinks, EmptyState, Facets, Page, Pagination, SearchField, shorten, type ActiveFilter, type Alternate, type Site,
} from '#ui';
import { LIST_FORMATS, type FollowFormat } from '../addresses.ts';
import { fieldLabel } from '../cpv/names.ts';
import { facetGroups, filterFields, hiddenFields, ListCount, listTexts, optionName, Spelling } from '../list-parts.tsx';
import { PROCESS_FACETS, type ProcessQuery } from '../list.view.ts';
import { viewAddress, viewFile, type OwnFields } from './addresses.ts';
import { howBoughtFields, howBoughtFilters } from './how-bought.ts';
import { partTexts } from './part-line.tsx';
import type { PartListView, PartQuery } from './part.view.ts';
import { SearchViews } from './search-views.tsx';

export interface PartPageTexts {
  readonly title: string;
  readonly lead: string;
  readonly search: string;
  readonly one: string;
  readonly many: string;
}

export interface PartPageProps<Query extends PartQuery, Row> {
  readonly site: Site;
  readonly view: PartListView<Query, Row>;
  readonly path: string;
  readonly texts: PartPageTexts;
  readonly sortNames: Readonly<Record<string, string>>;
  /** What the list adds to the search besides its order. */
  readonly own: OwnFields;
  /** The search that the other views show, where this page's own address says a part of it. */
  readonly views?: ProcessQuery;
  /** Stands above the list, when the page must say what it is. */
  readonly intro?: ComponentChildren;
  /** Stands above the count: choices of the list's own. */
  readonly choices?: ComponentChildren;
  /** Stands below the count: what the reader must know about the rows. */
  readonly note?: ComponentChildren;
  readonly row: (row: Row) => VNode;
  /** How the list can be followed, with what the feed or calendar keeps of the list's own choices. */
  readonly follow: readonly { readonly format: FollowFormat; readonly own: OwnFields }[];
}

export function PartPage<Query extends PartQuery, Row>(props: PartPageProps<Query, Row>): VNode {
  const { site, view, path, texts } = props;
  const { search } = view.query;
  const title = search.q === '' ? texts.title : `${texts.title}: ${shorten(search.q, 60)}`;
  const own = ownOf(props);
  const crumbs = <Breadcrumbs lang={site.lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: texts.title, href: null }]} />;
  return (
    <Page site={site} title={title} description={texts.lead} noindex={viewAddress(path, search) !== path} before={crumbs} alternates={alternates(props)}>
      <div class="wrap">
        <div class="page-head">
          <h1>{texts.title}</h1>
          <p class="lead">{texts.lead}</p>
          <SearchField
            lang={site.lang} action={site.href(path)} label={texts.search} value={search.q}
            hidden={[...filterFields(search.filters), ...howBoughtFields(search), ...hiddenFields({ ...carried(search), ...own })]}
          />
        </div>
        {props.intro}
        <SearchViews site={site} search={props.views ?? search} here={path} />
        <div class="list-page">
          <Facets
            lang={site.lang} action={site.href(path)} groups={facetGroups(site, view.facets, search.filters)}
            hidden={[...howBoughtFields(search), ...hiddenFields({ q: search.q, ...carried(search), ...own })]}
            clearHref={viewAddress(path, { ...search, q: '' }) === path ? null : site.href(viewAddress(path, { q: search.q }, own))}
          />
          <Results {...props} />
        </div>
      </div>
    </Page>
  );
}

function Results<Query extends PartQuery, Row>(props: PartPageProps<Query, Row>): VNode {
  const { site, view, path, texts, row } = props;
  const t = partTexts[site.lang];
  const { search } = view.query;
  const own = ownOf(props);
  const at = (place: { after?: string | null; before?: string | null }): string => site.href(viewAddress(path, search, own, place));
  return (
    <div>
      <Spelling
        site={site} q={search.q} other={view.didYouMean} corrected={view.corrected}
        href={site.href(viewAddress(path, { ...search, q: view.didYouMean ?? '' }, own))}
      />
      <ActiveFilters lang={site.lang} filters={activeFilters(props)} />
      {props.choices}
      <ListCount site={site} total={view.total} one={texts.one} many={texts.many}>{view.total > 1 ? <Sorting {...props} /> : null}</ListCount>
      {props.note}
      {view.rows.length === 0
        ? <EmptyState heading={t.nothingHeading}><p>{t.nothingText}</p><p><a href={site.href(path)}>{t.showEverything}</a></p></EmptyState>
        : <ul class="results">{view.rows.map((one) => <li>{row(one)}</li>)}</ul>}
      <Pagination
        lang={site.lang} previous={view.previous === null ? null : at({ before: view.previous })} next={view.next === null ? null : at({ after: view.next })}
      />
      <Files {...props} />
    </div>
  );
}

/** The list as files. One without rows can still be followed: the first may come tomorrow. */
function Files<Query extends PartQuery, Row>(props: PartPageProps<Query, Row>): VNode {
  const { site, view, path } = props;
  const lists = LIST_FORMATS.map((format) => ({ format, href: site.href(viewFile(path, view.query.search, ownOf(props), format)) }));
  return view.total === 0
    ? <DownloadLinks lang={site.lang} heading={listTexts[site.lang].followHeading} downloads={followed(props)} />
    : <DownloadLinks lang={site.lang} downloads={[...lists, ...followed(props)]} />;
}

/** A followed search is taken at its word, so it begins with the spelling that found something. */
function followed<Query extends PartQuery, Row>({ site, view, path, follow }: PartPageProps<Query, Row>): readonly { readonly format: FollowFormat; readonly href: string }[] {
  const { search } = view.query;
  const q = view.corrected && view.didYouMean !== null ? view.didYouMean : search.q;
  return follow.map(({ format, own }) => ({ format, href: site.href(viewFile(path, { ...search, q }, own, format)) }));
}

function alternates<Query extends PartQuery, Row>(props: PartPageProps<Query, Row>): readonly Alternate[] {
  const t = partTexts[props.site.lang];
  const types = { atom: 'application/atom+xml', ics: 'text/calendar' } as const;
  return followed(props).map(({ format, href }) => ({ type: types[format], href, title: t[`follow.${format}`] }));
}

function Sorting<Query extends PartQuery, Row>({ site, view, path, own, sortNames }: PartPageProps<Query, Row>): VNode | null {
  if (view.sorts.length < 2) return null;
  return (
    <nav aria-label={partTexts[site.lang].sort}>
      <ul class="sorting">
        {view.sorts.map((sort) => (
          <li>
            {sort === view.sort
              ? <span aria-current="true">{sortNames[sort]}</span>
              : <a href={site.href(viewAddress(path, view.query.search, { ...own, sort }))}>{sortNames[sort]}</a>}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function ownOf<Query extends PartQuery, Row>({ view, own }: PartPageProps<Query, Row>): OwnFields {
  return { ...own, sort: view.query.sort };
}

/** What a form carries along besides the search text and the filters. */
function carried(search: ProcessQuery): OwnFields {
  return { cpv: search.cpv, buyer: search.buyer, supplier: search.supplier };
}

function activeFilters<Query extends PartQuery, Row>(props: PartPageProps<Query, Row>): readonly ActiveFilter[] {
  const { site, view, path } = props;
  const t = listTexts[site.lang];
  const { search } = view.query;
  const without = (change: Partial<ProcessQuery>): string => site.href(viewAddress(path, { ...search, ...change }, ownOf(props)));
  const facets = PROCESS_FACETS.flatMap((name) => (search.filters[name] ?? []).map((value) => ({
    label: t[name], value: optionName(name, value, site.lang),
    removeHref: without({ filters: { ...search.filters, [name]: (search.filters[name] ?? []).filter((other) => other !== value) } }),
  })));
  return [
    ...(search.cpv === null ? [] : [{ label: t.cpv, value: fieldLabel(search.cpv, site.lang), removeHref: without({ cpv: null }) }]),
    ...(search.buyer === null ? [] : [{ label: t.buyer, value: view.buyerName ?? search.buyer, removeHref: without({ buyer: null }) }]),
    ...(search.supplier === null ? [] : [{ label: t.supplier, value: view.supplierName ?? search.supplier, removeHref: without({ supplier: null }) }]),
    ...howBoughtFilters(site, search, without),
    ...facets,
  ];
}

export interface ChoicesProps<Choice extends string> {
  readonly site: Site;
  readonly label: string;
  readonly options: readonly { readonly value: Choice; readonly label: string; readonly count: string; readonly href: string }[];
  readonly chosen: Choice;
}

/** One choice of several, each with what it would give. */
export function Choices<Choice extends string>({ label, options, chosen }: ChoicesProps<Choice>): VNode {
  return (
    <nav class="choices" aria-label={label}>
      <p aria-hidden="true">{label}</p>
      <ul>
        {options.map((option) => (
          <li>
            <a href={option.href} {...(option.value === chosen ? { 'aria-current': 'true' as const } : {})}>{option.label} <span>{option.count}</span></a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What the list holds and leaves out, for those who want to know. */
export function How({ heading, lines }: { readonly heading: string; readonly lines: readonly string[] }): VNode {
  return (
    <details class="more results-how">
      <summary>{heading}</summary>
      <div class="prose">{lines.map((line) => <p>{line}</p>)}</div>
    </details>
  );
}

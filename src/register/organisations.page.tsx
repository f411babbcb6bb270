import type { VNode } from 'preact';
import { fill } from '#base';
import {
  ActiveFilters, Breadcrumbs, DataTable, DownloadLinks, EmptyState, Facets, formatNumber, Outside, Page, Pagination,
  SearchField, shorten, type Column, type Site,
} from '#ui';
import { LIST_FORMATS, ORGANISATIONS, organisationAddress, organisationListAddress, organisationListFile } from './addresses.ts';
import { countryName } from './codes.ts';
import { facetGroups, filterFields, hiddenFields, ListCount, listTexts, optionName, Spelling } from './list-parts.tsx';
import { ORGANISATION_FACETS, type OrganisationListView, type OrganisationSummary } from './organisation.view.ts';

interface Props {
  readonly site: Site;
  readonly view: OrganisationListView;
}

export function renderOrganisationList(site: Site, view: OrganisationListView): VNode {
  const t = listTexts[site.lang];
  const { query } = view;
  const title = query.q === '' ? t.organisationsTitle : fill(t.searchTitle, { q: shorten(query.q, 60) });
  const crumbs = <Breadcrumbs lang={site.lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: t.organisationsTitle, href: null }]} />;
  const isFiltered = filterFields(query.filters).length > 0;
  return (
    <Page site={site} title={title} noindex={isFiltered || query.q !== ''} before={crumbs}>
      <div class="wrap">
        <div class="page-head">
          <h1>{t.organisationsTitle}</h1>
          <SearchField
            lang={site.lang} action={site.href(ORGANISATIONS)} label={t.organisationsSearch} hint={t.organisationsHint}
            value={query.q} hidden={filterFields(query.filters)}
          />
        </div>
        <div class="list-page">
          <Facets
            lang={site.lang} action={site.href(ORGANISATIONS)} groups={facetGroups(site, view.facets, query.filters)}
            hidden={hiddenFields({ q: query.q })}
            clearHref={isFiltered ? site.href(organisationListAddress({ q: query.q })) : null}
          />
          <Results site={site} view={view} />
        </div>
      </div>
    </Page>
  );
}

function Results({ site, view }: Props): VNode {
  const t = listTexts[site.lang];
  const { query } = view;
  return (
    <div>
      <Spelling
        site={site} q={query.q} other={view.didYouMean} corrected={view.corrected}
        href={site.href(organisationListAddress({ ...query, q: view.didYouMean ?? '' }))}
      />
      <ActiveFilters lang={site.lang} filters={activeFilters(site, view)} />
      <ListCount site={site} total={view.total} one={t.organisationsOne} many={t.organisationsMany} />
      {view.rows.length === 0
        ? <EmptyState heading={t.nothingHeading}><p>{t.nothingText}</p><p><a href={site.href(ORGANISATIONS)}>{t.showEverything}</a></p></EmptyState>
        : <DataTable lang={site.lang} caption={t.organisationsCaption} hideCaption columns={columns(site)} rows={view.rows} />}
      <Pagination
        lang={site.lang}
        previous={view.previous === null ? null : site.href(organisationListAddress(query, { before: view.previous }))}
        next={view.next === null ? null : site.href(organisationListAddress(query, { after: view.next }))}
      />
      {view.total === 0 ? null : (
        <DownloadLinks
          lang={site.lang}
          downloads={LIST_FORMATS.map((format) => ({ format, href: site.href(organisationListFile(query, format)) }))}
        />
      )}
    </div>
  );
}

function columns(site: Site): readonly Column<OrganisationSummary>[] {
  const t = listTexts[site.lang];
  const number = (value: number): string => formatNumber(value, site.lang);
  return [
    { header: t.organisation, cell: (row) => <a href={site.href(organisationAddress(row.key))}><Outside text={row.name} /></a> },
    { header: t.number, cell: (row) => (row.identifier === null ? '\u2013' : <Outside text={identifierText(row.identifier)} />) },
    { header: t.place, cell: (row) => <Outside text={placeText(site, row)} /> },
    { header: t.asBuyer, numeric: true, cell: (row) => number(row.asBuyer) },
    { header: t.asSupplier, numeric: true, cell: (row) => number(row.asSupplier) },
  ];
}

/** "DK-CVR 64942212" */
export function identifierText(identifier: { readonly scheme: string | null; readonly id: string | null }): string {
  return [identifier.scheme, identifier.id].filter((part) => part !== null).join(' ');
}

export function placeText(site: Site, row: OrganisationSummary): string {
  const country = row.country === null ? null : countryName(row.country, site.lang);
  const place = [row.locality, country].filter((part) => part !== null).join(', ');
  return place === '' ? '\u2013' : place;
}

function activeFilters(site: Site, { query }: OrganisationListView) {
  return ORGANISATION_FACETS.flatMap((name) => (query.filters[name] ?? []).map((value) => ({
    label: listTexts[site.lang][name],
    value: optionName(name, value, site.lang),
    removeHref: site.href(organisationListAddress({
      ...query, filters: { ...query.filters, [name]: (query.filters[name] ?? []).filter((other) => other !== value) },
    })),
  })));
}

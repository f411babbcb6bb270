/** A field, or any search, seen as a market: the same processes as the list, said together. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { ActiveFilters, Breadcrumbs, DownloadLinks, EmptyState, formatNumber, Outside, Page, SearchField, shorten, type Crumb, type Site } from '#ui';
import { contractListAddress, LIST_FORMATS, MARKET, marketAddress, overviewDataAddress, processListAddress, processListFile } from './addresses.ts';
import { NOTHING_SAID, type Said } from './aside.ts';
import { CompareLink } from './compare-parts.tsx';
import { codeOf } from './cpv/fields.ts';
import { fieldLabel, fieldName, wider } from './cpv/names.ts';
import { filterFields, hiddenFields } from './list-parts.tsx';
import { activeFilters } from './process-filters.tsx';
import { howBoughtFields } from './lists/how-bought.ts';
import { da } from './market.da.ts';
import { en } from './market.en.ts';
import type { MarketView } from './market.view.ts';
import { EndingSoon } from './overview-ending.section.tsx';
import { Awarded, HowBought, OverviewFigures } from './overview-how.section.tsx';
import { Counterparts, Fields, Newcomers } from './overview-parties.section.tsx';
import { Sectioned, sectionIf, type Section } from './sectioned.tsx';

const texts = { da, en };
const QUERY_LENGTH = 60;

interface Props {
  readonly site: Site;
  readonly view: MarketView;
}

export function renderMarket(site: Site, view: MarketView, said: Said = NOTHING_SAID): VNode {
  const t = texts[site.lang];
  const { query, overview } = view;
  const title = titleOf(site, view);
  const isPlain = marketAddress(query) === MARKET;
  return (
    <Page site={site} title={isPlain ? t.title : `${title} – ${t.title}`} description={t.lead} noindex={query.q !== '' || said.noindex} before={<Crumbs site={site} view={view} title={title} />}>
      <div class="wrap">
        <div class="page-head">
          <h1><Outside text={title} /></h1>
          <p class="lead">{t.lead}</p>
          <SearchField
            lang={site.lang} action={site.href(MARKET)} label={t.search} hint={t.searchHint} value={query.q}
            hidden={[...filterFields(query.filters), ...howBoughtFields(query), ...hiddenFields({ cpv: query.cpv, buyer: query.buyer, supplier: query.supplier, open: query.open === true ? 'yes' : null })]}
          />
          <Suggested site={site} view={view} />
        </div>
        {view.didYouMean === null ? null : <p role="status"><Outside text={fill(t.corrected, { q: query.q, other: view.didYouMean })} /></p>}
        <ActiveFilters lang={site.lang} filters={activeFilters(site, view, marketAddress)} />
        {overview.processes === 0
          ? <EmptyState heading={t.nothingHeading}><p>{t.nothingText}</p><p><a href={site.href(MARKET)}>{t.showWhole}</a></p></EmptyState>
          : <Sectioned contents={t.contents} sections={sectionsOf(site, view, said)} />}
      </div>
    </Page>
  );
}

function titleOf(site: Site, { query }: MarketView): string {
  const t = texts[site.lang];
  const field = query.cpv === null ? null : fieldName(query.cpv, site.lang) ?? codeOf(query.cpv);
  const search = query.q === '' ? null : fill(t.searchFor, { q: shorten(query.q, QUERY_LENGTH) });
  if (field !== null && search !== null) return fill(t.with, { field, search });
  return field ?? (search === null ? t.whole : `${t.title}: ${search}`);
}

function Crumbs({ site, view, title }: Props & { readonly title: string }): VNode {
  const { query } = view;
  const round = query.cpv === null ? [] : wider(query.cpv).map(({ field, names }): Crumb => ({ label: shorten(names[site.lang], QUERY_LENGTH), href: site.href(marketAddress({ cpv: field })) }));
  const crumbs: Crumb[] = [
    { label: 'Torvet', href: site.href('/') },
    { label: texts[site.lang].title, href: site.href(MARKET) },
    ...round,
    { label: shorten(title, QUERY_LENGTH), href: null },
  ];
  return <Breadcrumbs lang={site.lang} crumbs={crumbs} />;
}

function Suggested({ site, view }: Props): VNode | null {
  if (view.suggested.length === 0) return null;
  return (
    <div class="suggested">
      <p>{texts[site.lang].suggested}</p>
      <ul class="plain-list">
        {view.suggested.map(({ field }) => <li><a href={site.href(marketAddress({ cpv: field }))}>{fieldLabel(field, site.lang)}</a></li>)}
      </ul>
    </div>
  );
}

function sectionsOf(site: Site, { query, overview, didYouMean }: MarketView, said: Said): readonly Section[] {
  const t = texts[site.lang];
  // The links lead to what the figures are of, which is what was meant.
  const meant = didYouMean === null ? query : { ...query, q: didYouMean };
  const props = { site, view: overview, query: meant, prefix: 'marked' };
  const ending = site.href(contractListAddress(meant));
  return [
    { id: 'overblik', heading: t.figures, body: <><OverviewFigures {...props} ending={ending} /><Awarded {...props} />{query.cpv === null ? null : <CompareLink site={site} side={`cpv:${query.cpv}`} as={null} />}</> },
    ...sectionIf(overview.fields.length > 0, { id: 'omraader', heading: t.fields, body: <Fields {...props} /> }),
    { id: 'hvordan', heading: t.how, body: <HowBought {...props} /> },
    ...sectionIf(query.buyer === null, { id: 'koebere', heading: t.buyers, body: <Counterparts {...props} of="buyers" /> }),
    ...sectionIf(query.supplier === null && overview.suppliers.total > 0, { id: 'leverandoerer', heading: t.suppliers, body: <Counterparts {...props} of="suppliers" /> }),
    ...sectionIf(query.supplier === null && overview.suppliers.total > 0, { id: 'nye', heading: t.newcomers, body: <Newcomers {...props} /> }),
    ...sectionIf(overview.ending.contracts > 0, { id: 'udloeb', heading: t.ending, body: <EndingSoon {...props} all={ending} by={['buyer', 'supplier']} /> }),
    ...said.sections,
    {
      id: 'data', heading: t.data,
      body: (
        <>
          <DownloadLinks lang={site.lang} downloads={LIST_FORMATS.map((format) => ({ format, href: site.href(processListFile(meant, format)) }))} />
          <p><a href={site.dataHref(overviewDataAddress(meant))}>{t.api}</a> {'·'} <a href={site.href(processListAddress(meant))}>{fill(t.seeProcesses, { count: formatNumber(overview.processes, site.lang) })}</a></p>
        </>
      ),
    },
  ];
}

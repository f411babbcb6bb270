import type { VNode } from 'preact';
import { fill } from '#base';
import { Breadcrumbs, DownloadLinks, formatNumber, Outside, Page, shorten, SummaryList, Tag, type Site } from '#ui';
import { contractListAddress, EMPTY_PROCESS_QUERY, LIST_FORMATS, marketAddress, ORGANISATIONS, organisationDataAddress, processListAddress, processListFile } from './addresses.ts';
import { NOTHING_SAID, type Said } from './aside.ts';
import { codeName } from './codes.ts';
import { CompareLink } from './compare-parts.tsx';
import { listTexts } from './list-parts.tsx';
import type { ProcessQuery } from './list.view.ts';
import { da } from './organisation.da.ts';
import { en } from './organisation.en.ts';
import { identityTexts, OrganisationIdentity } from './organisation-identity.section.tsx';
import type { OrganisationView } from './organisation.view.ts';
import { identifierText, placeText } from './organisations.page.tsx';
import { EndingSoon } from './overview-ending.section.tsx';
import { Awarded, HowBought, OverviewFigures } from './overview-how.section.tsx';
import { Counterparts, Fields } from './overview-parties.section.tsx';
import type { OverviewProps } from './overview-parts.tsx';
import type { OverviewView } from './overview.view.ts';
import { ProcessLines } from './process-line.tsx';
import { Sectioned, sectionIf, type Section } from './sectioned.tsx';
import type { ProcessSummary } from './views.ts';

const texts = { da, en };
const NAME_LENGTH = 90;

interface Props {
  readonly site: Site;
  readonly view: OrganisationView;
}

export function renderOrganisation(site: Site, view: OrganisationView, said: Said = NOTHING_SAID): VNode {
  const t = texts[site.lang];
  const { summary } = view;
  const name = shorten(summary.name, NAME_LENGTH);
  const number = view.identifiers[0] ?? summary.identifier;
  const title = number === null ? name : `${name} (${identifierText(number)})`;
  const crumbs = (
    <Breadcrumbs
      lang={site.lang}
      crumbs={[
        { label: 'Torvet', href: site.href('/') },
        { label: listTexts[site.lang].organisationsTitle, href: site.href(ORGANISATIONS) },
        { label: name, href: null },
      ]}
    />
  );
  return (
    <Page site={site} title={title} description={fill(t.description, { name })} noindex={said.noindex} before={crumbs}>
      <div class="wrap">
        <Head site={site} view={view} />
        <Sectioned contents={t.contents} sections={sectionsOf(site, view, said)} />
      </div>
    </Page>
  );
}

function Head({ site, view }: Props): VNode {
  const t = texts[site.lang];
  const { summary } = view;
  return (
    <div class="page-head">
      <p class="title-line">
        {summary.asBuyer > 0 ? <Tag tone="info">{t.buyer}</Tag> : null}
        {summary.asSupplier > 0 ? <Tag tone="accent">{t.supplier}</Tag> : null}
        <span><Outside text={placeText(site, summary)} /></span>
      </p>
      <h1><Outside text={shorten(summary.name, 200)} /></h1>
      <p class="lead">{fill(leadOf(site, view), { bought: formatNumber(summary.asBuyer, site.lang), supplied: formatNumber(summary.asSupplier, site.lang) })}</p>
    </div>
  );
}

function leadOf(site: Site, { summary }: OrganisationView): string {
  const t = texts[site.lang];
  if (summary.asBuyer > 0) return summary.asSupplier > 0 ? t.leadBoth : t.leadBuyer;
  return summary.asSupplier > 0 ? t.leadSupplier : t.leadOther;
}

/** A buyer is asked what, how, from whom; a supplier what, how, to whom; then who it is. */
function sectionsOf(site: Site, view: OrganisationView, said: Said): readonly Section[] {
  const t = texts[site.lang];
  const { key, asBuyer, asSupplier } = view.summary;
  const both = asBuyer > 0 && asSupplier > 0;
  return [
    ...sideOf({ site, overview: view.asBuyer, query: { ...EMPTY_PROCESS_QUERY, buyer: key }, newest: view.bought, prefix: 'koeb', called: both ? t.asBuyer : null }),
    ...sideOf({ site, overview: view.asSupplier, query: { ...EMPTY_PROCESS_QUERY, supplier: key }, newest: view.supplied, prefix: 'salg', called: both ? t.asSupplier : null }),
    ...said.sections,
    { id: 'navne', heading: identityTexts[site.lang].heading, body: <Who site={site} view={view} /> },
    { id: 'data', heading: t.data, body: <Data site={site} view={view} /> },
  ];
}

function Who({ site, view }: Props): VNode {
  const t = texts[site.lang];
  const roles = view.roles.map(({ role, count }) => fill(t.roleCount, { role: codeName('role', role, site.lang), count: formatNumber(count, site.lang) }));
  return (
    <>
      <SummaryList
        rows={[
          { label: t.place, value: <Outside text={placeText(site, view.summary)} /> },
          { label: t.roles, value: roles.length === 0 ? null : <ul class="plain-list">{roles.map((role) => <li><Outside text={role} /></li>)}</ul> },
        ]}
      />
      <OrganisationIdentity site={site} identity={view.identity} />
    </>
  );
}

interface Side {
  readonly site: Site;
  readonly overview: OverviewView | null;
  readonly query: ProcessQuery;
  readonly newest: readonly ProcessSummary[];
  readonly prefix: 'koeb' | 'salg';
  /** The role, in the headings, when the organisation has both. */
  readonly called: string | null;
}

function sideOf({ site, overview, query, newest, prefix, called }: Side): readonly Section[] {
  if (overview === null || overview.processes === 0) return [];
  const t = texts[site.lang];
  const props: OverviewProps = { site, view: overview, query, prefix };
  const named = (heading: string): string => (called === null ? heading : `${called}: ${heading}`);
  const buys = prefix === 'koeb';
  const ending = site.href(contractListAddress(query));
  return [
    { id: `${prefix}-overblik`, heading: called ?? t.glance, body: <><OverviewFigures {...props} ending={ending} /><Awarded {...props} /><CompareLink site={site} side={query.buyer ?? query.supplier ?? ''} as={buys ? 'buyer' : 'supplier'} /></> },
    {
      id: `${prefix}-hvad`, heading: named(buys ? t.whatBought : t.whatSupplied),
      body: <><Fields {...props} /><Newest site={site} rows={newest} total={overview.processes} query={query} /></>,
    },
    { id: `${prefix}-hvordan`, heading: named(t.how), body: <HowBought {...props} /> },
    {
      id: `${prefix}-hvem`, heading: named(buys ? t.fromWhom : t.toWhom),
      body: <Counterparts {...props} of={buys ? 'suppliers' : 'buyers'} />,
    },
    ...sectionIf(overview.ending.contracts > 0, {
      id: `${prefix}-udloeb`, heading: named(t.ending), body: <EndingSoon {...props} all={ending} by={[buys ? 'supplier' : 'buyer']} />,
    }),
  ];
}

interface NewestProps {
  readonly site: Site;
  readonly rows: readonly ProcessSummary[];
  readonly total: number;
  readonly query: ProcessQuery;
}

function Newest({ site, rows, total, query }: NewestProps): VNode {
  const t = texts[site.lang];
  return (
    <>
      <h3>{t.newest}</h3>
      <ProcessLines site={site} rows={rows} short />
      <p>
        <a href={site.href(processListAddress(query))}>{fill(t.seeAll, { count: formatNumber(total, site.lang) })}</a>
        {' · '}
        <a href={site.href(marketAddress(query))}>{t.seeMarket}</a>
      </p>
    </>
  );
}

function Data({ site, view }: Props): VNode {
  const t = texts[site.lang];
  const { key, asBuyer, asSupplier } = view.summary;
  const files = (query: Partial<ProcessQuery>) => LIST_FORMATS.map((format) => ({ format, href: site.href(processListFile({ ...EMPTY_PROCESS_QUERY, ...query }, format)) }));
  return (
    <>
      {asBuyer === 0 ? null : <DownloadLinks lang={site.lang} heading={t.filesBuyer} downloads={files({ buyer: key })} />}
      {asSupplier === 0 ? null : <DownloadLinks lang={site.lang} heading={t.filesSupplier} downloads={files({ supplier: key })} />}
      <p><a href={site.dataHref(organisationDataAddress(key))}>{t.api}</a> <span class="quiet">{t.apiNote}</span></p>
    </>
  );
}

import type { VNode } from 'preact';
import { fill } from '#base';
import {
  Breadcrumbs, formatNumber, KeyFigures, Outside, Page, shorten, SummaryList, Tag, type Site,
} from '#ui';
import { ORGANISATIONS, processListAddress } from './addresses.ts';
import { codeName } from './codes.ts';
import { YearChart } from './front.page.tsx';
import { listTexts } from './list-parts.tsx';
import { da } from './organisation.da.ts';
import { en } from './organisation.en.ts';
import { identityTexts, OrganisationIdentity } from './organisation-identity.section.tsx';
import type { OrganisationView } from './organisation.view.ts';
import { identifierText, placeText } from './organisations.page.tsx';
import { ProcessLines } from './process-line.tsx';
import type { ProcessSummary } from './views.ts';

const texts = { da, en };
const NAME_LENGTH = 90;

export function renderOrganisation(site: Site, view: OrganisationView): VNode {
  const t = texts[site.lang];
  const { summary } = view;
  const name = shorten(summary.name, NAME_LENGTH);
  const number = view.identifiers[0] ?? summary.identifier;
  const title = number === null || number === undefined ? name : `${name} (${identifierText(number)})`;
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
    <Page site={site} title={title} description={fill(t.description, { name })} before={crumbs}>
      <div class="wrap">
        <Head site={site} view={view} />
        <div class="split">
          <div>
            <Processes
              site={site} heading={t.bought} none={t.noneBought} rows={view.bought} total={summary.asBuyer}
              href={site.href(processListAddress({ buyer: summary.key }))}
            />
            <Processes
              site={site} heading={t.supplied} none={t.noneSupplied} rows={view.supplied} total={summary.asSupplier}
              href={site.href(processListAddress({ supplier: summary.key }))}
            />
          </div>
          <About site={site} view={view} />
        </div>
        <section class="section" aria-labelledby="identitet">
          <h2 id="identitet">{identityTexts[site.lang].heading}</h2>
          <OrganisationIdentity site={site} identity={view.identity} />
        </section>
      </div>
    </Page>
  );
}

interface Props {
  readonly site: Site;
  readonly view: OrganisationView;
}

function Head({ site, view }: Props): VNode {
  const t = texts[site.lang];
  const { summary } = view;
  const figure = (value: number, label: string, path: string) => ({
    value: formatNumber(value, site.lang), label, href: value === 0 ? null : site.href(path),
  });
  return (
    <div class="page-head">
      <p class="title-line">
        {summary.asBuyer > 0 ? <Tag tone="info">{t.buyer}</Tag> : null}
        {summary.asSupplier > 0 ? <Tag tone="accent">{t.supplier}</Tag> : null}
        <span><Outside text={placeText(site, summary)} /></span>
      </p>
      <h1><Outside text={shorten(summary.name, 200)} /></h1>
      <KeyFigures
        figures={[
          figure(summary.asBuyer, t.boughtCount, processListAddress({ buyer: summary.key })),
          figure(summary.asSupplier, t.suppliedCount, processListAddress({ supplier: summary.key })),
        ]}
      />
    </div>
  );
}

interface ProcessesProps {
  readonly site: Site;
  readonly heading: string;
  readonly none: string;
  readonly rows: readonly ProcessSummary[];
  readonly total: number;
  readonly href: string;
}

function Processes({ site, heading, none, rows, total, href }: ProcessesProps): VNode {
  const t = texts[site.lang];
  return (
    <section class="organisation-part">
      <div class="section-head">
        <h2>{heading}</h2>
        {total > rows.length
          ? <a href={href}>{fill(t.seeAll, { count: formatNumber(total, site.lang) })}<span class="sr-only">: {heading}</span></a>
          : null}
      </div>
      {rows.length === 0 ? <p class="quiet">{none}</p> : <ProcessLines site={site} rows={rows} />}
    </section>
  );
}

function About({ site, view }: Props): VNode {
  const t = texts[site.lang];
  const { summary, identifiers, otherNames, roles } = view;
  return (
    <div>
      <section>
        <h2>{t.about}</h2>
        <SummaryList
          rows={[
            { label: t.identifiers, value: list(identifiers.map(identifierText)) },
            { label: t.place, value: <Outside text={placeText(site, summary)} /> },
            {
              label: t.roles,
              value: list(roles.map(({ role, count }) => fill(t.roleCount, {
                role: codeName('role', role, site.lang), count: formatNumber(count, site.lang),
              }))),
            },
            { label: t.names, value: list(otherNames) },
          ]}
        />
        <p class="quiet">{t.asWritten}</p>
      </section>
      <section class="section"><YearChart site={site} perYear={view.perYear} /></section>
    </div>
  );
}

function list(values: readonly string[]): VNode | null {
  return values.length === 0 ? null : <ul class="plain-list">{values.map((value) => <li><Outside text={value} /></li>)}</ul>;
}

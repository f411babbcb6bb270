import type { ComponentChildren, VNode } from 'preact';
import { fill } from '#base';
import {
  Breadcrumbs, formatAmount, formatDate, formatNumber, Outside, Page, shorten, Tag, Time, type Site,
} from '#ui';
import { PROCESSES } from './addresses.ts';
import { NOTHING_SAID, type Said } from './aside.ts';
import { codeName, countryName } from './codes.ts';
import { listTexts } from './list-parts.tsx';
import { OrganisationName } from './process-line.tsx';
import { procedureName } from './procedure-words.tsx';
import { processTexts, Title, type ProcessProps } from './process-parts.tsx';
import { History, Take } from './process-history.section.tsx';
import { Documents, Related, Results } from './process-results.section.tsx';
import { HowMuch, When } from './process-values.section.tsx';
import { How, What, Who } from './process-what.section.tsx';
import { Sectioned, sectionIf, type Section } from './sectioned.tsx';
import type { ProcessPageView } from './process.view.ts';
import type { OrganisationLink } from './views.ts';

const TITLE_LENGTH = 90;

export function renderProcess(site: Site, view: ProcessPageView, said: Said = NOTHING_SAID): VNode {
  const t = processTexts[site.lang];
  const title = view.summary.title ?? view.details.title ?? view.details.description ?? t.untitled;
  const sections = sectionsOf({ site, view, said });
  const crumbs = (
    <Breadcrumbs
      lang={site.lang}
      crumbs={[
        { label: 'Torvet', href: site.href('/') },
        { label: listTexts[site.lang].processesTitle, href: site.href(PROCESSES) },
        { label: shorten(title, TITLE_LENGTH), href: null },
      ]}
    />
  );
  return (
    // The number of the process keeps the titles of two pages apart when the publisher uses one title twice.
    <Page site={site} title={`${shorten(title, TITLE_LENGTH)} (${view.summary.ocid})`} noindex={said.noindex} before={crumbs}>
      <div class="wrap">
        <Head site={site} view={view} title={title} />
        <Sectioned contents={t.contents} sections={sections} />
      </div>
    </Page>
  );
}

/** The questions of a reader, in order. The last ones only where there is something to show. */
function sectionsOf({ site, view, said }: ProcessProps & { readonly said: Said }): readonly Section[] {
  const t = processTexts[site.lang];
  const { details } = view;
  return [
    { id: 'hvad', heading: t.what, body: <What site={site} view={view} /> },
    { id: 'hvem', heading: t.who, body: <Who site={site} view={view} /> },
    { id: 'hvordan', heading: t.how, body: <How site={site} view={view} /> },
    { id: 'beloeb', heading: t.howMuch, body: <HowMuch site={site} view={view} /> },
    { id: 'hvornaar', heading: t.when, body: <When site={site} view={view} /> },
    ...sectionIf(details.awards.length + details.contracts.length > 0, {
      id: 'resultat', heading: t.results, body: <Results site={site} view={view} />,
    }),
    ...sectionIf(details.documents.length > 0, { id: 'dokumenter', heading: t.documents, body: <Documents site={site} view={view} /> }),
    ...sectionIf(details.related.length > 0, { id: 'andre', heading: t.related, body: <Related site={site} view={view} /> }),
    ...said.sections,
    { id: 'kilder', heading: t.history, body: <History site={site} view={view} /> },
    { id: 'data', heading: t.take, body: <Take site={site} view={view} /> },
  ];
}

function Head({ site, view, title }: ProcessProps & { readonly title: string }): VNode {
  const { summary, details } = view;
  return (
    <div class="page-head">
      <p class="title-line">
        {summary.stage === null ? null : <Tag tone="info">{codeName('stage', summary.stage, site.lang)}</Tag>}
        {details.status === null ? null : <Tag><Outside text={codeName('tenderStatus', details.status, site.lang)} /></Tag>}
        {summary.country === null ? null : <span>{countryName(summary.country, site.lang)}</span>}
      </p>
      <Title text={title} lang={details.language} />
      <KeyFacts site={site} view={view} />
    </div>
  );
}

function KeyFacts({ site, view }: ProcessProps): VNode {
  const t = processTexts[site.lang];
  const { summary, details } = view;
  const { tenderers } = details.procedure;
  const method = procedureName(details.procedure, site.lang);
  const facts: readonly (readonly [string, ComponentChildren])[] = [
    [t.buyer, summary.buyer === null ? null : <OrganisationName site={site} organisation={summary.buyer} />],
    [summary.suppliers.length > 1 ? t.suppliers : t.supplier, <Suppliers site={site} suppliers={summary.suppliers} />],
    [t.value, summary.value === null ? otherValues(site, view) : formatAmount(summary.value, site.lang)],
    [t.competition, method === null ? null : (
      <><Outside text={shorten(method, TITLE_LENGTH)} />
        {tenderers === null ? null : <span class="quiet">{t.tenderers}: {tenderers}</span>}</>
    )],
    summary.tenderEnd === null
      ? [t.lastNotice, <Time value={summary.lastDate} text={formatDate(summary.lastDate, site.lang)} />]
      : [t.deadline, <Time value={summary.tenderEnd} text={formatDate(summary.tenderEnd, site.lang)} />],
  ];
  return (
    <dl class="key-facts">
      {facts.map(([label, value]) => (
        <div><dt>{label}</dt><dd>{value ?? <span class="quiet">{t.notStated}</span>}</dd></div>
      ))}
    </dl>
  );
}

/** Amounts that do not come to one figure (several currencies, a minimum only) stand below. */
function otherValues(site: Site, view: ProcessProps['view']): VNode | null {
  return view.details.values.length === 0 ? null : <a href="#beloeb">{processTexts[site.lang].valuesBelow}</a>;
}

function Suppliers({ site, suppliers }: { readonly site: Site; readonly suppliers: readonly OrganisationLink[] }): VNode {
  const t = processTexts[site.lang];
  const [first, ...rest] = suppliers;
  if (first === undefined) return <span class="quiet">{t.notStated}</span>;
  return (
    <>
      <OrganisationName site={site} organisation={first} />
      {rest.length === 0
        ? null
        : <>{' '}<a class="quiet" href="#hvem">{fill(t.andMore, { count: formatNumber(rest.length, site.lang) })}</a></>}
    </>
  );
}

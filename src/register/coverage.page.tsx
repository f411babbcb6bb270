import type { VNode } from 'preact';
import { fill } from '#base';
import {
  Alert, Breadcrumbs, DownloadLinks, EmptyState, formatNumber, formatShortDate, KeyFigures, Page, type KeyFigure, type Site,
} from '#ui';
import { coverageFile, LIST_FORMATS } from './addresses.ts';
import { FillRates } from './coverage-fields.section.tsx';
import { coverageTexts, type CoverageProps } from './coverage-parts.tsx';
import { Fresh, Missing } from './coverage-limits.section.tsx';
import { Forms, Sources, Where } from './coverage-holdings.section.tsx';
import { Sectioned } from './sectioned.tsx';
import type { CoveragePageView } from './coverage.view.ts';

export function renderCoverage(site: Site, view: CoveragePageView): VNode {
  const t = coverageTexts[site.lang];
  return (
    <Page
      site={site} title={t.title} description={t.lead}
      before={<Breadcrumbs lang={site.lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: t.title, href: null }]} />}
    >
      <div class="wrap">
        <div class="page-head">
          <h1>{t.title}</h1>
          <p class="lead">{t.lead}</p>
          {site.world === 'demo' ? <Alert tone="warning" heading={t.demo}><p>{t.demoText}</p></Alert> : null}
          {view.uncounted === 0 ? null : <Alert tone="info"><p>{fill(t.uncounted, { count: formatNumber(view.uncounted, site.lang) })}</p></Alert>}
          {view.releases === 0 ? null : <KeyFigures figures={figuresOf({ site, view })} />}
        </div>
        {view.releases + view.uncounted === 0 ? <Empty site={site} view={view} /> : <Content site={site} view={view} />}
      </div>
    </Page>
  );
}

function figuresOf({ site, view }: CoverageProps): readonly KeyFigure[] {
  const t = coverageTexts[site.lang];
  const countries = view.countries.filter(({ country }) => country !== '').length;
  const years = view.years.map(({ year }) => year).filter((year) => year > 0);
  const [first, last] = [years[0], years.at(-1)];
  return [
    { value: formatNumber(view.releases, site.lang), label: view.releases === 1 ? t.notice : t.notices, href: '#kilder' },
    ...(countries === 0 ? [] : [{ value: formatNumber(countries, site.lang), label: countries === 1 ? t.countryFigure : t.countriesFigure, href: '#lande' }]),
    ...(first === undefined || last === undefined ? [] : [{ value: first === last ? String(first) : `${first}\u2013${last}`, label: t.period, href: '#aar' }]),
    ...(view.importedAt === null ? [] : [{ value: formatShortDate(view.importedAt, site.lang), label: t.lastImport, href: '#hvornaar' }]),
  ];
}

function Empty({ site, view }: CoverageProps): VNode {
  const t = coverageTexts[site.lang];
  return (
    <>
      <EmptyState heading={t.emptyHeading}>
        <p>{t.emptyText}</p>
        <pre tabindex={0}><code>{t.emptyCommand}</code></pre>
      </EmptyState>
      <section class="section" aria-labelledby="mangler"><h2 id="mangler">{t.missingHeading}</h2><Missing site={site} view={view} /></section>
    </>
  );
}

function Content({ site, view }: CoverageProps): VNode {
  const t = coverageTexts[site.lang];
  const sections = [
    { id: 'kilder', heading: t.sourcesHeading, body: <Sources site={site} view={view} /> },
    { id: 'hvornaar', heading: t.freshHeading, body: <Fresh site={site} view={view} /> },
    { id: 'lande', heading: t.whereHeading, body: <Where site={site} view={view} /> },
    { id: 'formularer', heading: t.formsHeading, body: <Forms site={site} view={view} /> },
    { id: 'udfyldt', heading: t.fieldsHeading, body: <FillRates site={site} view={view} /> },
    { id: 'mangler', heading: t.missingHeading, body: <Missing site={site} view={view} /> },
  ];
  return (
    <Sectioned contents={t.contents} sections={sections}>
      <DownloadLinks
        lang={site.lang} heading={t.downloadsHeading}
        downloads={LIST_FORMATS.map((format) => ({ format, href: site.href(coverageFile(view.query, format)) }))}
      />
    </Sectioned>
  );
}


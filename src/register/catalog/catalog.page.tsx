import type { VNode } from 'preact';
import { fill } from '#base';
import { Alert, Breadcrumbs, formatDateTime, Icon, Page, type Site } from '#ui';
import { licenceTerms } from '../licence.ts';
import { Sectioned } from '../sectioned.tsx';
import { da } from './catalog.da.ts';
import { en } from './catalog.en.ts';
import { DATASETS, type CatalogDataset } from './datasets.ts';

const texts = { da, en };

export function renderCatalog(site: Site): VNode {
  const t = texts[site.lang];
  const sections = [
    ...DATASETS.map((dataset) => ({ id: dataset.id, heading: dataset.title[site.lang], body: <Dataset site={site} dataset={dataset} /> })),
    { id: 'api', heading: t.apiTitle, body: <><p>{t.apiText}</p><p><a href={site.href('/api')}>{t.apiLink}</a></p></> },
    { id: 'terms', heading: t.termsHeading, body: <div class="prose"><ul>{licenceTerms(site).map((sentence) => <li>{sentence}</li>)}</ul></div> },
    { id: 'machines', heading: t.machineHeading, body: <Machines site={site} /> },
  ];
  const alternates = Object.entries(CATALOG_FILES).map(([type, path]) => ({ type, href: site.dataHref(path), title: t.name }));
  return (
    <Page
      site={site} title={t.title} description={t.lead} alternates={alternates}
      before={<Breadcrumbs lang={site.lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: t.title, href: null }]} />}
    >
      <div class="wrap">
        <div class="page-head">
          <h1>{t.title}</h1>
          <p class="lead">{t.lead}</p>
          {site.world === 'demo' ? <Alert tone="warning"><p>{t.demo}</p></Alert> : null}
          <p>{site.updatedAt === null ? t.empty : fill(t.fresh, { when: formatDateTime(site.updatedAt, site.lang) })}</p>
        </div>
        <Sectioned contents={t.contents} sections={sections} />
      </div>
    </Page>
  );
}

/** The catalogue for machines, by media type. */
export const CATALOG_FILES = { 'application/ld+json': '/catalog.jsonld', 'text/turtle': '/catalog.ttl' } as const;

function Dataset({ site, dataset }: { readonly site: Site; readonly dataset: CatalogDataset }): VNode {
  const t = texts[site.lang];
  return (
    <>
      <p>{dataset.description[site.lang]}</p>
      <p><a href={site.href(dataset.page)}>{fill(t.page, { title: dataset.title[site.lang] })}</a></p>
      <h3>{t.files}</h3>
      <ul class="plain-list file-list">
        {dataset.files.map(({ format, path, conformsTo }) => (
          <li>
            <a class="file-link" href={site.href(path)}><Icon name="document" />{t[`format.${format}`]}{conformsTo === undefined ? null : ` (${t.standard})`}</a>
          </li>
        ))}
      </ul>
      {dataset.page === '/udbud' ? <p>{t.searches}</p> : null}
      {dataset.api === null ? null : <p><Filled text={t.api} value={<a href={site.dataHref(dataset.api)}><code>{dataset.api}</code></a>} /></p>}
    </>
  );
}

function Filled({ text, value }: { readonly text: string; readonly value: VNode }): VNode {
  const [before = '', after = ''] = text.split('{path}');
  return <>{before}{value}{after}</>;
}

function Machines({ site }: { readonly site: Site }): VNode {
  return (
    <>
      <p>{texts[site.lang].machine}</p>
      <ul class="plain-list file-list">
        {Object.entries(CATALOG_FILES).map(([type, path]) => <li><a class="file-link" href={site.dataHref(path)}><Icon name="document" />{path.slice(1)} ({type})</a></li>)}
      </ul>
    </>
  );
}

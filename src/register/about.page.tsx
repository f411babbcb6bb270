import type { VNode } from 'preact';
import { fill } from '#base';
import { Breadcrumbs, DataTable, formatDateTime, formatNumber, Outside, Page, Time, type Column, type Site } from '#ui';
import { COVERAGE } from './addresses.ts';
import { DATA } from './analysis/data.ts';
import { da } from './about.da.ts';
import { en } from './about.en.ts';
import type { AboutView, SourceView } from './front.view.ts';
import { licenceTerms } from './licence.ts';
import { Folded } from './process-parts.tsx';

const texts = { da, en };
const SOURCES_SHOWN = 20;

export function renderAbout(site: Site, view: AboutView): VNode {
  const t = texts[site.lang];
  return (
    <Page
      site={site} title={t.title} description={t.lead}
      before={<Breadcrumbs lang={site.lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: t.title, href: null }]} />}
    >
      <div class="wrap">
        <div class="page-head"><h1>{t.title}</h1><p class="lead">{t.lead}</p></div>
        <div class="prose">
          <h2>{t.whyHeading}</h2>
          <p>{t.why}</p>
          <h2>{t.worldsHeading}</h2>
          <ul><li>{t.worldRegister}</li><li>{t.worldDemo}</li></ul>
          <h2>{t.methodHeading}</h2>
          <ul>{[t.method1, t.method2, t.method3, t.method4, t.method5].map((line) => <li>{line}</li>)}</ul>
          <h2>{t.personsHeading}</h2>
          <p>{t.persons}</p>
          <h2 id="data">{t.dataHeading}</h2>
          <p>{t.data}</p>
          <p><a href={site.href(DATA)}>{t.tables}</a></p>
          <p><a href={site.href('/catalog')}>{t.catalog}</a></p>
          <p><a href={site.href('/api')}>{t.api}</a></p>
          {licenceTerms(site).map((sentence) => <p>{sentence}</p>)}
          <p>{t.licence}</p>
          <h2>{t.sourcesHeading}</h2>
          <Sources site={site} view={view} />
          <p><a href={site.href(COVERAGE)}>{t.coverage}</a></p>
        </div>
      </div>
    </Page>
  );
}

function Sources({ site, view }: { readonly site: Site; readonly view: AboutView }): VNode {
  const t = texts[site.lang];
  if (view.sources.length === 0) return <p>{t.noSources}</p>;
  const columns: readonly Column<SourceView>[] = [
    { header: t.file, cell: ({ name }) => <Outside text={name} /> },
    { header: t.releases, numeric: true, cell: ({ releases }) => formatNumber(releases, site.lang) },
    { header: t.imported, cell: ({ importedAt }) => <Time value={importedAt} text={formatDateTime(importedAt, site.lang)} /> },
  ];
  return (
    <>
      <p>
        {fill(t.sourcesText, {
          processes: formatNumber(view.processes, site.lang), releases: formatNumber(view.releases, site.lang),
        })}
      </p>
      <Folded
        rows={view.sources} shown={SOURCES_SHOWN} label={t.sourcesCount} site={site}
        draw={(rows) => <DataTable lang={site.lang} caption={t.sourcesHeading} hideCaption columns={columns} rows={rows} />}
      />
    </>
  );
}

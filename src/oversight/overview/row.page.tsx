import type { VNode } from 'preact';
import { fill } from '#base';
import { Breadcrumbs, Page, type Site } from '#ui';
import { overviewAddress, OVERVIEWS } from './addresses.ts';
import { Case } from './case.parts.tsx';
import { da as formDa } from './form.da.ts';
import { en as formEn } from './form.en.ts';
import { da } from './overview.da.ts';
import { en } from './overview.en.ts';
import type { OverviewView } from './overview.view.ts';
import { PublishedBy } from './published.parts.tsx';
import type { OverviewRow } from './rows.ts';
import { SourceList } from './statement.parts.tsx';

const texts = { da: { ...da, ...formDa }, en: { ...en, ...formEn } };

interface RowPageProps {
  readonly site: Site;
  readonly view: OverviewView;
  readonly row: OverviewRow;
  readonly whole: { readonly since: string; readonly until: string } | null;
}

/** What an overview says of one municipality, or that it says nothing. */
export function renderRow({ site, view, row, whole }: RowPageProps): VNode {
  const { lang } = site;
  const t = texts[lang];
  const { overview, common, rest } = view;
  const { municipality } = row;
  const title = fill(t.rowTitle, { municipality, title: overview.title[lang] });
  const isKnown = !rest.includes(municipality);
  return (
    <Page
      site={site} title={title} description={fill(t.rowLead, { municipality })} noindex
      before={<Breadcrumbs lang={lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: t.title, href: site.href(OVERVIEWS) }, { label: overview.title[lang], href: site.href(overviewAddress(overview.id)) }, { label: municipality, href: null }]} />}
    >
      <div class="wrap overview">
        <div class="page-head"><h1>{municipality}</h1><p class="lead">{overview.title[lang]}</p><PublishedBy site={site} overview={overview} whole={whole} /></div>
        {isKnown ? <Case site={site} overview={overview} row={row} common={common} level={2} /> : <p>{fill(t.notKnown, { municipality })}</p>}
        <p><a href={site.href(overviewAddress(overview.id))}>{t.toOverview}</a></p>
        {isKnown ? <section class="section" aria-labelledby="kilder"><h2 id="kilder">{t.sources}</h2><SourceList site={site} sources={overview.sources} /></section> : null}
      </div>
    </Page>
  );
}

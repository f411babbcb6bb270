import type { VNode } from 'preact';
import { Breadcrumbs, DataTable, Outside, Page, type Column, type Site } from '#ui';
import { overviewAddress } from '../overview/addresses.ts';
import { systemTexts } from './system.texts.ts';
import { systemAddress } from './system.addresses.ts';
import type { KnownSystem } from './systems.ts';

export function renderSystems(site: Site, systems: readonly KnownSystem[]): VNode {
  const { lang } = site;
  const t = systemTexts[lang];
  const columns: readonly Column<KnownSystem>[] = [
    { header: t.system, cell: ({ slug, name }) => <a href={site.href(systemAddress(slug))}><Outside text={name} /></a> },
    { header: t.overviews, cell: ({ overviews }) => overviews.map(({ id, title }) => <p><a href={site.href(overviewAddress(id))}>{title[lang]}</a></p>) },
  ];
  return (
    <Page site={site} title={t.title} description={t.lead} noindex before={<Breadcrumbs lang={lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: t.title, href: null }]} />}>
      <div class="wrap overview">
        <div class="page-head"><h1>{t.title}</h1><p class="lead">{t.lead}</p><p>{t.listText}</p></div>
        {systems.length === 0 ? <p>{t.none}</p> : <DataTable lang={lang} caption={t.title} hideCaption columns={columns} rows={systems} />}
      </div>
    </Page>
  );
}

/** A system before somebody buys it: who has it, how they got it, what can be learnt from them. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { Breadcrumbs, DownloadLinks, Page, SummaryList, type Site } from '#ui';
import { overviewAddress } from '../overview/addresses.ts';
import { SourceList } from '../overview/statement.parts.tsx';
import { Before } from './before.section.tsx';
import { Endings } from './endings.section.tsx';
import { Holders } from './holders.section.tsx';
import { Prices } from './prices.section.tsx';
import { systemTexts } from './system.texts.ts';
import { SYSTEMS, systemAddress } from './system.addresses.ts';
import type { SystemView } from './system.view.ts';
import { Tendered } from './tendered.section.tsx';

/** @param today ISO date */
export function renderSystem(site: Site, view: SystemView, today: string): VNode {
  const { lang } = site;
  const t = systemTexts[lang];
  const { system, suppliers, spoken } = view;
  const title = fill(t.pageTitle, { name: system.name });
  return (
    <Page
      site={site} title={title} description={t.lead} noindex
      before={<Breadcrumbs lang={lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: t.title, href: site.href(SYSTEMS) }, { label: system.name, href: null }]} />}
    >
      <div class="wrap overview">
        <div class="page-head"><h1>{title}</h1><p class="lead">{t.lead}</p><Publisher site={site} /></div>
        <SummaryList
          rows={[
            { label: t.also, value: system.names.length > 1 ? system.names.slice(1).join(', ') : null },
            { label: t.suppliers, value: suppliers.length > 0 ? suppliers.join(', ') : null },
          ]}
        />
        {system.overviews.length === 0 ? <p>{t.noOverview}</p> : (
          <><p>{t.ofOverview}</p><ul>{system.overviews.map(({ id, title: name }) => <li><a href={site.href(overviewAddress(id))}>{name[lang]}</a></li>)}</ul></>
        )}
        <Holders site={site} view={view} />
        <Tendered site={site} view={view} />
        <Endings site={site} view={view} today={today} />
        <Prices site={site} view={view} />
        <Before site={site} view={view} />
        {spoken.sources.length === 0 ? null : <section class="section" aria-labelledby="kilder"><h2 id="kilder">{t.list}</h2><SourceList site={site} sources={spoken.sources} /></section>}
        <DownloadLinks lang={lang} heading={t.file} downloads={[{ format: 'csv', href: site.href(`${systemAddress(system.slug)}.csv`) }, { format: 'json', href: site.href(`${systemAddress(system.slug)}.json`) }]} />
      </div>
    </Page>
  );
}

function Publisher({ site: { lang, publisher: { name, email } } }: { readonly site: Site }): VNode {
  const t = systemTexts[lang];
  return <p class="quiet">{email === null ? fill(t.publishedOnly, { publisher: name }) : fill(t.published, { publisher: name, email })}</p>;
}

import type { VNode } from 'preact';
import { Breadcrumbs, Page, type Site } from '#ui';
import { FLAGS } from './addresses.ts';
import { flagTexts } from './flag-parts.tsx';
import type { FlagListView } from './flags.view.ts';
import { FlagList, LIST_ID } from './list.section.tsx';
import { PlainWords } from './overview.page.tsx';

/** All flags in one list. It names parties, so search engines keep out. */
export function renderFlagList(site: Site, view: FlagListView): VNode {
  const t = flagTexts[site.lang];
  return (
    <Page
      site={site} title={t.listTitle} description={t.listLead} noindex
      before={<Breadcrumbs lang={site.lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: t.title, href: site.href(FLAGS) }, { label: t.listTitle, href: null }]} />}
    >
      <div class="wrap">
        <div class="page-head"><h1>{t.listTitle}</h1><p class="lead">{t.listLead}</p></div>
        <PlainWords site={site} />
        <section aria-labelledby={LIST_ID}>
          <h2 id={LIST_ID}>{t.listHeading}</h2>
          <FlagList site={site} view={view} code={null} />
        </section>
      </div>
    </Page>
  );
}

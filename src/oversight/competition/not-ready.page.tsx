import type { VNode } from 'preact';
import { EmptyState, Page, type Site } from '#ui';
import { texts } from './parts.tsx';

/** In the place of figures while there are no analysis files. */
export function renderNotReady(site: Site): VNode {
  const t = texts[site.lang];
  return (
    <Page site={site} title={t.title} description={t.lead} noindex>
      <div class="wrap">
        <div class="page-head"><h1>{t.title}</h1><p class="lead">{t.lead}</p></div>
        <EmptyState heading={t.notReady}><p>{t.notReadyText}</p></EmptyState>
      </div>
    </Page>
  );
}

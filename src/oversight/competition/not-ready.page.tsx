import type { VNode } from 'preact';
import { EmptyState, Page, SearchField, type Site } from '#ui';
import { chooseTexts } from './choose.page.tsx';
import { texts } from './parts.tsx';
import { COMPETITION } from './scope.ts';

/** In the place of figures while there are no analysis files. */
export function renderNotReady(site: Site): VNode {
  const t = texts[site.lang];
  return (
    <Page site={site} title={t.title} description={t.lead} noindex>
      <div class="wrap">
        <div class="page-head"><h1>{t.title}</h1><p class="lead">{t.lead}</p></div>
        <SearchField lang={site.lang} action={site.href(COMPETITION)} label={chooseTexts[site.lang].search} hint={chooseTexts[site.lang].hint} value="" />
        <EmptyState heading={t.notReady}><p>{t.notReadyText}</p></EmptyState>
      </div>
    </Page>
  );
}

/** How each figure of competition is made. */
import type { VNode } from 'preact';
import { fill } from '#base';
import { Sectioned, type Section } from '#register';
import { Breadcrumbs, Page, SummaryList, type Site } from '#ui';
import { LEAST_VALUED } from './competition.store.ts';
import { LEAST_CLOSED } from './disclosure.ts';
import { LOOK_BACK_YEARS } from './measures.ts';
import { da } from './method.da.ts';
import { en } from './method.en.ts';
import { LEAST_DIVIDED } from './parts.tsx';
import { COMPETITION } from './scope.ts';

const methodTexts = { da, en };
const TOPICS = ['scope', 'year', 'bids', 'single', 'bidders', 'awards', 'first', 'cr', 'hhi', 'where', 'tenure', 'calls', 'divided', 'small', 'closed'] as const;
const NUMBERS = { lookBack: LOOK_BACK_YEARS, leastDivided: LEAST_DIVIDED, leastValued: LEAST_VALUED, least: LEAST_CLOSED };

/** @param more sections on figures of their own */
export function renderMethod(site: Site, more: readonly Section[] = []): VNode {
  const t = methodTexts[site.lang];
  const crumbs = [{ label: 'Torvet', href: site.href('/') }, { label: t.competitionLink, href: site.href(COMPETITION) }, { label: t.title, href: null }];
  const topics = TOPICS.map((topic): Section => ({
    id: topic, heading: t[`${topic}.heading`],
    body: <SummaryList rows={(['is', 'formula', 'not', 'from'] as const).map((part) => ({ label: t[part], value: fill(t[`${topic}.${part}`], NUMBERS) }))} />,
  }));
  const own: Section = {
    id: 'register', heading: t.sources,
    body: <p>{t.sourcesText} <a href={site.href('/data')}>{t.dataLink}</a> {'·'} <a href={site.href('/daekning')}>{t.coverageLink}</a></p>,
  };
  return (
    <Page site={site} title={t.title} description={t.lead} before={<Breadcrumbs lang={site.lang} crumbs={crumbs} />}>
      <div class="wrap">
        <div class="page-head"><h1>{t.title}</h1><p class="lead">{t.lead}</p></div>
        <Sectioned contents={t.contents} sections={[...topics, ...more, own]} />
      </div>
    </Page>
  );
}

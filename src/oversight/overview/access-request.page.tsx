import type { VNode } from 'preact';
import { fill } from '#base';
import { RULES } from '#law';
import { Breadcrumbs, Page, type Site } from '#ui';
import { requestAddress, requestText, requestTexts, type RequestedCase } from './access-request.ts';
import { overviewAddress, OVERVIEWS } from './addresses.ts';
import { da } from './overview.da.ts';
import { en } from './overview.en.ts';
import type { Overview } from './overview.schema.ts';
import type { Status } from './words.ts';

const overviewTexts = { da, en };
const BIDS_RULE = 'udbudsloven-5a';

export interface RequestView extends RequestedCase {
  readonly overview: Overview;
  readonly status: Status;
}

/** The text as it is sent, what it says in English, and what it rests on. */
export function renderRequest(site: Site, view: RequestView): VNode {
  const { lang } = site;
  const t = requestTexts[lang];
  const { overview, municipality, status } = view;
  const lead = { 'outside-coverage': t.leadOutside, 'no-publication-found': t.leadNothing }[status as string] ?? t.lead;
  return (
    <Page
      site={site} title={fill(t.title, { municipality })} noindex
      before={<Breadcrumbs lang={lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: overviewTexts[lang].title, href: site.href(OVERVIEWS) }, { label: overview.title[lang], href: site.href(overviewAddress(overview.id)) }, { label: municipality, href: null }]} />}
    >
      <div class="wrap overview">
        <div class="page-head"><h1>{fill(t.heading, { municipality })}</h1><p class="lead">{fill(lead, { municipality })}</p></div>
        <section aria-labelledby="tekst">
          <h2 id="tekst">{t.text}</h2>
          <div class="request-text" lang="da">{requestText(view, 'da')}</div>
          <p><a class="file-link" href={site.href(`${requestAddress(overview.id, municipality)}.txt`)} download>{t.fileText}</a></p>
        </section>
        <section class="section" aria-labelledby="brug"><h2 id="brug">{t.how}</h2><ol><li>{t.how1}</li><li>{t.how2}</li><li>{t.how3}</li></ol></section>
        <section class="section" aria-labelledby="lov">
          <h2 id="lov">{t.law}</h2>
          <p class="prose">{t.lawText} {RULES.filter(({ id }) => id === BIDS_RULE).map(({ id, paragraph, title }) => <a href={site.href(`/regler#${id}`)}>{paragraph}: {title[lang]}</a>)}.</p>
          <p class="prose">{t.lawLess}</p>
        </section>
        <details class="section"><summary>{t.english}</summary><div class="request-text" lang="en">{requestText(view, 'en')}</div></details>
        <p><a href={site.href(overviewAddress(overview.id))}>{t.back}</a></p>
      </div>
    </Page>
  );
}

import type { VNode } from 'preact';
import { Breadcrumbs, Page, type Site } from '#ui';
import type { Field } from '../field/field.schema.ts';
import { fieldAddress, fieldTexts } from '../field/field.texts.ts';
import { feedOfAll, OnwardFromAll } from './onward.tsx';
import type { Overview } from './overview.schema.ts';
import { overviewAddress, overviewTexts } from './overview.page.tsx';

export function renderOverviews(site: Site, overviews: readonly Overview[], fields: readonly Field[]): VNode {
  const { lang } = site;
  const t = overviewTexts[lang];
  return (
    <Page site={site} title={t.title} description={t.lead} noindex alternates={feedOfAll(site)} before={<Breadcrumbs lang={lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: t.title, href: null }]} />}>
      <div class="wrap overview">
        <div class="page-head"><h1>{t.title}</h1><p class="lead">{t.lead}</p></div>
        {overviews.length + fields.length === 0 ? <p>{t.none}</p> : (
          <ul class="plain-list overview-list">{overviews.map(({ id, title, lead }) => <li><h2><a href={site.href(overviewAddress(id))}>{title[lang]}</a></h2><p>{lead[lang]}</p></li>)}
            {fields.map(({ id, title, lead }) => <li><h2><a href={site.href(fieldAddress(id))}>{title[lang]}</a></h2><p>{lead[lang]} <span class="quiet">{fieldTexts[lang].madeOfNotices}.</span></p></li>)}
          </ul>
        )}
        <OnwardFromAll site={site} />
      </div>
    </Page>
  );
}

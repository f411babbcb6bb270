import type { VNode } from 'preact';
import { fill } from '#base';
import { Breadcrumbs, formatDate, Page, type Site } from '#ui';
import { da } from './accessibility.da.ts';
import { en } from './accessibility.en.ts';
import type { AccessibilityView } from './front.view.ts';

const texts = { da, en };

/** The accessibility statement. It says only what is true of the site as it is tested. */
export function renderAccessibility(site: Site, view: AccessibilityView): VNode {
  const t = texts[site.lang];
  const { name, email } = site.publisher;
  return (
    <Page
      site={site} title={t.title} description={t.lead}
      before={<Breadcrumbs lang={site.lang} crumbs={[{ label: 'Torvet', href: site.href('/') }, { label: t.title, href: null }]} />}
    >
      <div class="wrap">
        <div class="page-head"><h1>{t.title}</h1><p class="lead">{t.lead}</p></div>
        <div class="prose">
          <h2>{t.statusHeading}</h2>
          <p>{t.status}</p>
          <h2>{t.testedHeading}</h2>
          <p>{fill(t.testedOn, { date: formatDate(view.testedOn, site.lang) })}</p>
          <ul>{[t.tested1, t.tested2, t.tested3, t.tested4].map((line) => <li>{line}</li>)}</ul>
          <h2>{t.limitsHeading}</h2>
          <ul>{[t.limit1, t.limit2, t.limit3].map((line) => <li>{line}</li>)}</ul>
          <h2>{t.complainHeading}</h2>
          <p>{t.complain}</p>
          {email === null
            ? <p>{fill(t.noContact, { name })}</p>
            : <p>{fill(t.contact, { name })} <a href={`mailto:${email}`}>{email}</a></p>}
          <p>{t.authority}</p>
        </div>
      </div>
    </Page>
  );
}

/** The small version of an overview, which other pages may show in a frame; and the code that they copy. */
import { createHash } from 'node:crypto';
import type { VNode } from 'preact';
import { fill, type Language } from '#base';
import type { Land } from '#register';
import { formatDateTime, Standalone, STANDALONE_STYLE, type Site } from '#ui';
import { overviewAddress } from './addresses.ts';
import { rowAnchor } from './case-fold.tsx';
import { da } from './form.da.ts';
import { en } from './form.en.ts';
import type { OverviewView } from './overview.view.ts';
import { PublishedBy } from './published.parts.tsx';
import { StatusMap } from './status-map.tsx';
import { EmbedTable } from './embed-table.tsx';

const texts = { da, en };

/** For this page alone: any page may frame it, and the one style that it carries holds. Still no program, no picture, nothing from elsewhere. */
export const EMBED_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STANDALONE_STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors *`,
  'cross-origin-resource-policy': 'cross-origin',
};

interface EmbedProps {
  readonly site: Site;
  readonly view: OverviewView;
  readonly land: Land;
  readonly whole: { readonly since: string; readonly until: string } | null;
}

export function renderEmbedded({ site, view, land, whole }: EmbedProps): VNode {
  const { lang } = site;
  const t = texts[lang];
  const { overview } = view;
  // Whoever opens it from elsewhere must come back to where it is published.
  const full = (site.origin ?? '') + site.href(overviewAddress(overview.id));
  const rowHref = (municipality: string): string => `${full}#${rowAnchor(municipality)}`;
  return (
    <Standalone lang={lang} title={overview.title[lang]}>
      <div class="wrap overview">
        <h1>{overview.title[lang]}</h1>
        <p>{overview.lead[lang]}</p>
        {overview.names.length === 0 && view.known.length === 0 ? null : <StatusMap site={site} view={view} land={land} hrefOf={(municipality, isKnown) => (isKnown ? rowHref(municipality) : null)} target="_blank" standsAlone />}
        <EmbedTable site={site} view={view} full={full} rowHref={rowHref} />
        <footer class="standalone-foot">
          <p><a href={full} target="_blank" rel="noopener">{t.embedBack}</a></p>
          <p class="quiet">{fill(t.embedFrom, { publisher: site.publisher.name })} {site.updatedAt === null ? t.noData : fill(t.updated, { day: formatDateTime(site.updatedAt, lang) })}</p>
          <PublishedBy site={site} overview={overview} whole={whole} />
        </footer>
      </div>
    </Standalone>
  );
}

interface EmbedCodeProps {
  readonly lang: Language;
  readonly title: string;
  /** Absolute. */
  readonly address: string;
  readonly href: string;
}

export function EmbedCode({ lang, title, address, href }: EmbedCodeProps): VNode {
  const t = texts[lang];
  return (
    <section class="section embed-code" aria-labelledby="indlejring">
      <h2 id="indlejring">{t.embed}</h2>
      <p>{t.embedText}</p>
      <label for="indlejring-kode">{t.embedCode}</label>
      <textarea id="indlejring-kode" readonly rows={4} spellcheck={false}>{frameCode(address, title)}</textarea>
      <p><a href={href}>{t.embedLink}</a></p>
    </section>
  );
}

function frameCode(address: string, title: string): string {
  return `<iframe src="${attribute(address)}" title="${attribute(title)}" width="100%" height="900" loading="lazy" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`;
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

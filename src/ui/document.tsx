/** The frame around every page: head, header with the world banner, main and footer. */
import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { fill, type Language } from '#base';
import { asset } from './assets.ts';
import { formatDateTime } from './format.ts';
import { Mark } from './icon.tsx';
import { address, type Site, type World } from './site.ts';
import { Outside, plainText, Time, withoutControls } from './text.tsx';
import { texts } from './texts.ts';

/** The same in another form, for programs that look in the head of a page: a feed, a calendar. */
export interface Alternate {
  readonly type: string;
  readonly href: string;
  readonly title: string;
}

export interface PageProps {
  readonly site: Site;
  /** What this page alone is about; the frame adds the site's name. */
  readonly title: string;
  /** One sentence for search engines. */
  readonly description?: string;
  /** Keeps the page out of search engines: searches, error pages, pages about parties. */
  readonly noindex?: boolean;
  readonly alternates?: readonly Alternate[];
  /** By room and name, `market/unsaved` for `src/market/browser/unsaved.ts`. They make the page better; it must work without. */
  readonly scripts?: readonly string[];
  /** Between header and main: the breadcrumbs. */
  readonly before?: VNode | null;
  readonly children?: ComponentChildren;
}

/** A whole page. */
export function Page(props: PageProps): VNode {
  const { site } = props;
  return (
    <html lang={site.lang}>
      <Head {...props} />
      <body class={`world-${site.world}`}>
        <a class="skip-link" href="#indhold">{texts[site.lang].skip}</a>
        <Header site={site} />
        {props.before}
        <main id="indhold" tabindex={-1}>{props.children}</main>
        <Footer site={site} />
      </body>
    </html>
  );
}

/** The page as HTML text with its doctype. Characters that HTML forbids are left out wherever they stand, attributes too. */
export function renderDocument(page: VNode): string {
  return withoutControls(`<!DOCTYPE html>${renderToString(page)}`);
}

/** A tree of elements as an XML document; a character that XML forbids is left out wherever it stands. */
export function renderXml(root: VNode): string {
  // The renderer leaves ">" as it stands, which HTML allows; XML does not after two brackets.
  return withoutControls(`<?xml version="1.0" encoding="utf-8"?>\n${renderToString(root).replaceAll(']]>', ']]&gt;')}\n`);
}

const STYLES = ['dkfds/css/dkfds.min.css', 'torvet.css', 'parts.css', 'charts.css', 'pages.css', 'guide.css', 'oversight.css', 'form.css', 'market.css'] as const;

function Head({ site, title, description, noindex = false, alternates = [], scripts = [] }: PageProps): VNode {
  const world = site.world === 'demo' ? ` (${texts[site.lang].demoName})` : '';
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${plainText(title)} \u2013 Torvet${world}`}</title>
      {description ? <meta name="description" content={plainText(description)} /> : null}
      {noindex || site.world === 'demo' ? <meta name="robots" content="noindex" /> : null}
      <meta name="color-scheme" content="light" />
      <meta name="theme-color" content="#0d4f52" />
      {STYLES.map((name) => <link rel="stylesheet" href={asset(name)} />)}
      <link rel="stylesheet" href={asset('print.css')} media="print" />
      <link rel="icon" href={asset('logo.svg')} type="image/svg+xml" />
      <link rel="canonical" href={absolute(site, site.lang)} />
      <link rel="alternate" hreflang="da" href={absolute(site, 'da')} />
      <link rel="alternate" hreflang="en" href={absolute(site, 'en')} />
      {alternates.map(({ type, href, title: name }) => <link rel="alternate" type={type} href={href} title={plainText(name)} />)}
      {scripts.map((name) => <Script site={site} name={name} />)}
    </head>
  );
}

/** A module waits by itself until the page is there. A name that is not known is a mistake in a page and is thrown. */
function Script({ site, name }: { readonly site: Site; readonly name: string }): VNode | null {
  if (site.scripts === undefined || site.scripts.size === 0) return null;
  const script = site.scripts.get(name);
  if (script === undefined) throw new Error(`There is no script "${name}"; it would be src/${name.replace('/', '/browser/')}.ts.`);
  return <script type="module" src={script.src} integrity={script.integrity} />;
}

function absolute(site: Site, lang: Language): string {
  return (site.origin ?? '') + address(site.path, lang, site.world);
}

function Header({ site }: { readonly site: Site }): VNode {
  const t = texts[site.lang];
  const other = site.lang === 'da' ? 'en' : 'da';
  return (
    <header class="site-header">
      <WorldBanner site={site} />
      <div class="site-header-row wrap">
        <a class="wordmark" href={site.href('/')} aria-label={t.home}>
          <Mark /><span>Torvet</span>
        </a>
        <nav class="site-nav" aria-label={t.mainNavigation}>
          <ul>
            {site.navigation.map((item) => (
              <li><a href={site.href(item.path)} {...current(site.path, item.path)}>{item.label}</a></li>
            ))}
          </ul>
        </nav>
        <AccountLink site={site} />
        <a class="language-switch" href={address(site.path, other, site.world)} lang={other} hreflang={other}>
          {t.otherLanguage}
        </a>
      </div>
    </header>
  );
}

function AccountLink({ site }: { readonly site: Site }): VNode | null {
  const { account } = site;
  if (account === undefined) return null;
  // Whoever comes from the pages of the login goes to the account, not in a ring.
  const back = /^\/log-(?:ind|ud)/.test(site.path) ? '' : `?til=${encodeURIComponent(site.path)}`;
  if (account === null) return <a class="account-link" rel="nofollow" href={site.href(`/log-ind${back}`)}>{texts[site.lang].login}</a>;
  return (
    <a class="account-link" href={site.href('/konto')}>
      <span><Outside text={account.name} /></span> <span class="account-organisation"><Outside text={account.organisation} /></span> <span class="sr-only">{texts[site.lang].account}</span>
    </a>
  );
}

function WorldBanner({ site }: { readonly site: Site }): VNode {
  const t = texts[site.lang];
  const demo = site.world === 'demo';
  const other: World = demo ? 'register' : 'demo';
  return (
    <div class={`world-banner world-banner-${site.world}`}>
      <p class="wrap">
        <strong>{demo ? t.demoName : t.registerName}</strong>
        <span>{demo ? t.demoBanner : t.registerBanner}</span>
        {site.hasOtherWorld
          ? <a href={address('/', site.lang, other)}>{demo ? t.toRegister : t.toDemo}</a>
          : null}
      </p>
    </div>
  );
}

/** The page itself is "page"; a page below it keeps the section marked, which is "true". */
function current(path: string, item: string): { 'aria-current'?: 'page' | 'true' } {
  const here = path.replace(/[?#].*$/, '');
  if (here === item) return { 'aria-current': 'page' };
  return item !== '/' && here.startsWith(`${item}/`) ? { 'aria-current': 'true' } : {};
}

function Footer({ site }: { readonly site: Site }): VNode {
  const t = texts[site.lang];
  return (
    <footer class="site-footer">
      <div class="wrap site-footer-grid">
        <div>
          <p class="wordmark wordmark-small"><Mark /><span>Torvet</span></p>
          <p class="site-footer-about">{t.footerAbout}</p>
          <p class="quiet">
            {site.updatedAt === null ? t.emptyWorld : <Freshness site={site} at={site.updatedAt} />}
          </p>
        </div>
        <nav aria-label={t.footerNavigation}>
          <ul class="plain-list">
            <li><a href={site.href('/om')}>{t.about}</a></li>
            <li><a href={site.href('/daekning')}>{t.coverage}</a></li>
            <li><a href={site.href('/was')}>{t.accessibility}</a></li>
            <li><a href={site.href('/catalog')}>{t.openData}</a></li>
            <li><a href={site.href('/api')}>{t.api}</a></li>
          </ul>
        </nav>
        <div class="quiet">
          <p>{fill(t.publisher, { name: site.publisher.name })}</p>
          {site.publisher.email === null
            ? null
            : <p><a href={`mailto:${site.publisher.email}`}>{site.publisher.email}</a></p>}
          <p>{t.licence}</p>
        </div>
      </div>
    </footer>
  );
}

function Freshness({ site, at }: { readonly site: Site; readonly at: string }): VNode {
  const [before = '', after = ''] = texts[site.lang].updated.split('{when}');
  return <span>{before}<Time value={at} text={formatDateTime(at, site.lang)} />{after}</span>;
}

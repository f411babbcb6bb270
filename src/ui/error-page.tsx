import type { VNode } from 'preact';
import { Page } from './document.tsx';
import { SearchField } from './search.tsx';
import type { Site } from './site.ts';
import { Outside } from './text.tsx';
import { texts } from './texts.ts';

export interface ErrorPageProps {
  readonly site: Site;
  /** HTTP status. */
  readonly status: number;
  readonly requestId: string;
  /** What happened and what to do, in the reader's language; null: the general text for the status. */
  readonly message?: string | null;
  readonly help?: string | null;
  /** The parameter of the address that cannot be used, and the same address without it; null: it is not that. */
  readonly wrong?: { readonly name: string; readonly without: string } | null;
  /** Path of the list that a search goes to, or null. */
  readonly searchPath?: string | null;
}

const KNOWN = { 400: 'error400', 404: 'error404', 429: 'error429', 500: 'error500', 503: 'error503' } as const;

/** What went wrong, in plain words, with the number that leads to it in the log. */
export function ErrorPage({ site, status, requestId, message, help, wrong = null, searchPath = null }: ErrorPageProps): VNode {
  const t = texts[site.lang];
  const key = isKnown(status) ? KNOWN[status] : status >= 500 ? 'error500' : 'errorOther';
  return (
    <Page site={site} title={t[key]} noindex>
      <div class="wrap error-page">
        <p class="error-status" aria-hidden="true">{status}</p>
        <h1>{t[key]}</h1>
        <p class="lead">{message ? <Outside text={message} /> : t[`${key}Text`]}</p>
        {help ? <p><Outside text={help} /></p> : null}
        {wrong === null
          ? null
          : <p>{t.errorWrong} <code>{wrong.name}</code>. <a href={wrong.without}>{t.errorWithout}</a></p>}
        {searchPath === null
          ? null
          : <SearchField lang={site.lang} action={site.href(searchPath)} label={t.searchField} value="" />}
        <p><a class="button-quiet" href={site.href('/')}>{t.toFront}</a></p>
        <p class="quiet">{t.requestId}: <code>{requestId}</code></p>
      </div>
    </Page>
  );
}

function isKnown(status: number): status is keyof typeof KNOWN {
  return Object.hasOwn(KNOWN, status);
}

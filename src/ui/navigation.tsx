import type { VNode } from 'preact';
import type { Language } from '#base';
import { Icon } from './icon.tsx';
import { Outside } from './text.tsx';
import { texts } from './texts.ts';

export interface Crumb {
  readonly label: string;
  /** Full address; null for the page itself, which stands last. */
  readonly href: string | null;
}

/** The way from the front page to here. */
export function Breadcrumbs({ lang, crumbs }: { readonly lang: Language; readonly crumbs: readonly Crumb[] }): VNode {
  return (
    <nav class="crumbs wrap" aria-label={texts[lang].breadcrumbs}>
      <ol>
        {crumbs.map(({ label, href }) => (
          <li>
            {href === null
              ? <span aria-current="page"><Outside text={label} /></span>
              : <a href={href}><Outside text={label} /></a>}
          </li>
        ))}
      </ol>
    </nav>
  );
}

export interface PaginationProps {
  readonly lang: Language;
  /** Full addresses; null when there is no such page. */
  readonly previous: string | null;
  readonly next: string | null;
}

/** Previous and next; nothing when there is one page only. */
export function Pagination({ lang, previous, next }: PaginationProps): VNode | null {
  if (previous === null && next === null) return null;
  const t = texts[lang];
  return (
    <nav class="pages" aria-label={t.pages}>
      {previous === null
        ? <span />
        : <a class="button-quiet" rel="prev" href={previous}><Icon name="chevron-left" />{t.previous}</a>}
      {next === null
        ? null
        : <a class="button-quiet" rel="next" href={next}>{t.next}<Icon name="chevron-right" /></a>}
    </nav>
  );
}

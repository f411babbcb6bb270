import { h, type ComponentChild, type VNode } from 'preact';
import { plainText, renderXml } from '#ui';

/** One entry; texts are plain, addresses absolute. */
export interface FeedEntry {
  /** A tag URI that stays the same for ever. @see RFC 4151 */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly address: string;
  /** ISO 8601 instant, or what is no date; then the entry is as new as the feed. */
  readonly updated: string;
}

export interface FeedFile {
  readonly id: string;
  readonly title: string;
  readonly subtitle: string;
  readonly lang: string;
  /** The feed's own address, and that of the page with the same content. */
  readonly self: string;
  readonly page: string;
  readonly publisher: string;
  /** In words, and its address; null: what is private is under no licence. */
  readonly licence: { readonly rights: string; readonly url: string } | null;
  /** ISO 8601 instant, for a feed or an entry without a date of its own. */
  readonly updated: string;
  readonly entries: readonly FeedEntry[];
}

// The years that RFC 3339 can write.
const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

/** A feed as an Atom document. @see RFC 4287; RFC 4946 for the licence */
export function atomOf(feed: FeedFile): string {
  const dateOf = ({ updated }: FeedEntry): string => (DATE.test(updated) ? updated : feed.updated);
  const newest = feed.entries.map(dateOf).toSorted().at(-1) ?? feed.updated;
  return renderXml(element('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.lang }, [
    element('id', {}, [feed.id]),
    element('title', {}, [plainText(feed.title)]),
    element('subtitle', {}, [plainText(feed.subtitle)]),
    element('updated', {}, [newest]),
    element('author', {}, [element('name', {}, [plainText(feed.publisher)])]),
    ...(feed.licence === null ? [] : [element('rights', {}, [feed.licence.rights])]),
    element('generator', {}, ['Torvet']),
    element('link', { rel: 'self', type: 'application/atom+xml', href: feed.self }),
    element('link', { rel: 'alternate', type: 'text/html', hreflang: feed.lang, href: feed.page }),
    ...(feed.licence === null ? [] : [element('link', { rel: 'license', href: feed.licence.url })]),
    ...feed.entries.map((entry) => element('entry', {}, [
      element('id', {}, [entry.id]),
      element('title', {}, [plainText(entry.title)]),
      element('updated', {}, [dateOf(entry)]),
      element('link', { rel: 'alternate', type: 'text/html', hreflang: feed.lang, href: entry.address }),
      element('summary', {}, [plainText(entry.summary)]),
    ])),
  ]));
}

// Names of Atom, which the types of HTML do not know.
function element(name: string, attributes: Readonly<Record<string, string>>, children: readonly ComponentChild[] = []): VNode {
  return h(name, attributes, ...children);
}

/** What a feed says of a framework agreement or a dynamic purchasing system. */
import { formatAmount } from '#ui';
import { processAddress } from '../addresses.ts';
import type { FeedEntry } from '../export/atom.ts';
import { buyerOf, tagOf, titleOf, type Followed } from '../followed.ts';
import { da } from './frameworks.da.ts';
import { en } from './frameworks.en.ts';
import { newestFrameworks } from './frameworks.store.ts';
import type { FrameworkQuery, FrameworkRow } from './frameworks.view.ts';
import type { PartFeed } from './part.follow.ts';
import type { Told } from './part.view.ts';

const texts = { da, en };

export const FRAMEWORK_FEED: PartFeed<FrameworkQuery, FrameworkRow> = { holds: 'frameworksFeed', own: ({ kind }) => ({ kind }), shown: (query) => query, newest: newestFrameworks, entryOf };

function entryOf(followed: Followed, row: FrameworkRow & Told): FeedEntry {
  const { site, url } = followed;
  const t = texts[site.lang];
  const value = row.maximum ?? row.estimate;
  const facts = [
    buyerOf(site, row), t[`technique.${row.technique}`], ...(row.open ? [t.open] : []), ...(row.closed ? [t.closed] : []),
    ...(value === null ? [] : [`${row.maximum === null ? t.estimate : t.maximum}: ${formatAmount(value, site.lang)}`]),
  ];
  const address = processAddress(row.ocid);
  return { id: tagOf(followed, site.dataHref(`${address}/ramme`)), title: titleOf(site, row), summary: facts.join(' \u00b7 '), address: url + site.href(address), updated: row.told ?? '' };
}

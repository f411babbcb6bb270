/** What a feed says of a change: the amounts and the name of the reason, not the words of the buyer, in which persons may be named. */
import { formatAmount } from '#ui';
import { fill } from '#base';
import { noticeAddress, processAddress } from '../addresses.ts';
import type { FeedEntry } from '../export/atom.ts';
import { buyerOf, tagOf, titleOf, type Followed } from '../followed.ts';
import { reasonName } from '../procedure-words.tsx';
import { da } from './changes.da.ts';
import { en } from './changes.en.ts';
import { newestChanges } from './changes.store.ts';
import type { ChangeQuery, ChangeRow } from './changes.view.ts';
import { lastingName, type PartFeed } from './part.follow.ts';
import type { Told } from './part.view.ts';

const texts = { da, en };

export const CHANGE_FEED: PartFeed<ChangeQuery, ChangeRow> = { holds: 'changesFeed', own: () => ({}), shown: (query) => query, newest: newestChanges, entryOf };

function entryOf(followed: Followed, row: ChangeRow & Told): FeedEntry {
  const { site, url } = followed;
  const t = texts[site.lang];
  const { ocid, contract, change, notice, reasonCode, before, after, currency, description, reason } = row;
  const amount = (value: string): string => formatAmount({ amount: value, currency }, site.lang);
  const facts = [
    buyerOf(site, row), reasonCode === null ? t.noReason : reasonName('modification-justification', { code: reasonCode, description: null }, site.lang),
    before === null || after === null ? t.noAmounts : fill(t.from, { before: amount(before), after: amount(after) }),
  ];
  const name = [lastingName(contract, row.title), lastingName(change, description, reason, before, after)].map(encodeURIComponent).join('/');
  const address = notice === null ? processAddress(ocid) : noticeAddress(ocid, notice);
  return { id: tagOf(followed, site.dataHref(`${processAddress(ocid)}/aendring/${name}`)), title: titleOf(site, row), summary: facts.join(' \u00b7 '), address: url + site.href(address), updated: row.told ?? '' };
}

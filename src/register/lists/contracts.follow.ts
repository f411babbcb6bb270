/** What a feed and a calendar say of a contract. */
import { fill } from '#base';
import { formatAmount, formatDate, shorten, type Site } from '#ui';
import { noticeAddress, processAddress } from '../addresses.ts';
import { countryName } from '../codes.ts';
import type { FeedEntry } from '../export/atom.ts';
import type { CalendarEvent } from '../export/ics.ts';
import { buyerOf, tagOf, titleOf, uidOf, writable, type Followed } from '../followed.ts';
import type { OrganisationLink } from '../views.ts';
import { findEndsAhead, newestContracts } from './contracts.store.ts';
import { endsAheadOf, type ContractQuery, type ContractRow } from './contracts.view.ts';
import { lastingName, partFollowTexts, type PartCalendar, type PartFeed } from './part.follow.ts';
import type { Told } from './part.view.ts';

const NAMES_LENGTH = 200;

export const CONTRACT_FEED: PartFeed<ContractQuery, ContractRow> = {
  // What is new has nothing to do with when it ends, and a contract does not become new because its end comes near.
  holds: 'contractsFeed', own: () => ({}), shown: (query) => ({ ...query, ends: 'any' }), newest: newestContracts, entryOf,
};

export const CONTRACT_CALENDAR: PartCalendar<ContractQuery, ContractRow> = {
  list: 'ends', file: 'udloeb', holds: 'endsCalendar', own: ({ ends }) => ({ ends: endsAheadOf(ends) }), find: findEndsAhead, eventsOf,
};

function entryOf(followed: Followed, row: ContractRow & Told): FeedEntry {
  const { site, url } = followed;
  const end = endText(site, row);
  const facts = [
    buyerOf(site, row), ...suppliersText(site, row.suppliers), ...(row.country === null ? [] : [countryName(row.country, site.lang)]),
    ...(row.value === null ? [] : [formatAmount(row.value, site.lang)]), ...(end === null ? [] : [end]),
  ];
  const id = tagOf(followed, site.dataHref(`${processAddress(row.ocid)}/kontrakt/${encodeURIComponent(nameOf(row))}`));
  return { id, title: titleOf(site, row), summary: facts.join(' \u00b7 '), address: url + site.href(addressOf(row)), updated: row.told ?? '' };
}

/** The day on which it ends; none when that is not known. */
function eventsOf(followed: Followed, row: ContractRow & Told): readonly CalendarEvent[] {
  const { site, url, updated } = followed;
  const t = partFollowTexts[site.lang];
  const { ends } = row;
  if (!writable(ends)) return [];
  const address = url + site.href(addressOf(row));
  const said = [buyerOf(site, row), ...suppliersText(site, row.suppliers), endText(site, row) ?? '', t.checkEnd, address];
  return [{
    uid: uidOf(followed, row.ocid, 'kontrakt', nameOf(row)), at: ends, changed: writable(row.told) ? row.told : updated, sequence: Math.max(0, row.releases - 1),
    title: fill(isAbout(row) ? t.endTitleAbout : t.endTitle, { title: titleOf(site, row) }), description: said.join('\n'), address,
  }];
}

function nameOf({ contract, title, signed, suppliers }: ContractRow): string {
  return lastingName(contract, title, signed, ...suppliers.map(({ key }) => key));
}

function addressOf({ ocid, notice }: ContractRow): string {
  return notice === null ? processAddress(ocid) : noticeAddress(ocid, notice);
}

function isAbout({ endsBasis }: ContractRow): boolean {
  return endsBasis === 'computed';
}

function endText(site: Site, row: ContractRow): string | null {
  const t = partFollowTexts[site.lang];
  return row.ends === null ? null : fill(isAbout(row) ? t.endsAbout : t.endsOn, { when: formatDate(row.ends, site.lang) });
}

function suppliersText(site: Site, suppliers: readonly OrganisationLink[]): readonly string[] {
  return suppliers.length === 0 ? [] : [fill(partFollowTexts[site.lang].suppliers, { names: shorten(suppliers.map(({ name }) => name).join(', '), NAMES_LENGTH) })];
}

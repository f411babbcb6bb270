/** A search of processes that is followed: what its feed and its calendar say of each. */
import { fill } from '#base';
import { formatAmount, formatDateTime, type Site } from '#ui';
import { processAddress, processListAddress, processListFile } from './addresses.ts';
import { codeName, countryName } from './codes.ts';
import type { FeedEntry, FeedFile } from './export/atom.ts';
import type { CalendarEvent, CalendarFile } from './export/ics.ts';
import { buyerOf, calendarFile, feedFile, followTexts, tagOf, titleOf, uidOf, writable, type Followed } from './followed.ts';
import type { ProcessSummary } from './views.ts';

/** @param rows newest first */
export function feedOf(followed: Followed, rows: readonly ProcessSummary[]): FeedFile {
  const { site, query } = followed;
  const t = followTexts[site.lang];
  const file = { list: t.everything, holds: t.feedSubtitle, page: processListAddress(query), file: processListFile(query, 'atom') };
  return feedFile(followed, file, rows.map((row) => entryOf(followed, row)));
}

function entryOf(followed: Followed, row: ProcessSummary): FeedEntry {
  const { site, url } = followed;
  const address = processAddress(row.ocid);
  return { id: tagOf(followed, site.dataHref(address)), title: titleOf(site, row), summary: factsOf(site, row).join(' \u00b7 '), address: url + site.href(address), updated: row.lastDate };
}

function factsOf(site: Site, row: ProcessSummary): readonly string[] {
  return [
    buyerOf(site, row),
    ...(row.country === null ? [] : [countryName(row.country, site.lang)]),
    ...(row.stage === null ? [] : [codeName('stage', row.stage, site.lang)]),
    ...(row.method === null ? [] : [codeName('method', row.method, site.lang)]),
    ...(row.value === null ? [] : [formatAmount(row.value, site.lang)]),
    ...(row.tenderEnd === null ? [] : [fill(followTexts[site.lang].when, { when: formatDateTime(row.tenderEnd, site.lang) })]),
  ];
}

export function calendarOf(followed: Followed): Omit<CalendarFile, 'events'> {
  const t = followTexts[followed.site.lang];
  return calendarFile(followed, { list: t.allDeadlines, holds: t.calendarText, file: processListFile(followed.query, 'ics') });
}

/** The deadlines of the rows that have one. */
export function deadlinesOf(followed: Followed, rows: readonly ProcessSummary[]): readonly CalendarEvent[] {
  const { site, url, updated } = followed;
  const t = followTexts[site.lang];
  return rows.flatMap((row) => (writable(row.tenderEnd) ? [{
    uid: uidOf(followed, row.ocid),
    at: row.tenderEnd, changed: writable(row.lastDate) ? row.lastDate : updated, sequence: Math.max(0, row.releaseCount - 1),
    title: fill(t.deadline, { title: titleOf(site, row) }),
    description: [buyerOf(site, row), fill(t.when, { when: formatDateTime(row.tenderEnd, site.lang) }), t.check, url + site.href(processAddress(row.ocid))].join('\n'),
    address: url + site.href(processAddress(row.ocid)),
  }] : []));
}

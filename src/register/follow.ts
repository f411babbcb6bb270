/** A search that is followed: what its feed and its calendar say of each process. Names organisations only, and no free text but titles. */
import { fill } from '#base';
import { formatAmount, formatDateTime, shorten, type Site } from '#ui';
import { processAddress, processListAddress, processListFile } from './addresses.ts';
import { codeName, countryName } from './codes.ts';
import type { FeedEntry, FeedFile } from './export/atom.ts';
import type { Deadline } from './export/ics.ts';
import { da } from './follow.da.ts';
import { en } from './follow.en.ts';
import { DATA_LICENCE, licenceTerms } from './licence.ts';
import { optionName } from './list-parts.tsx';
import { PROCESS_FACETS, type ProcessQuery } from './list.view.ts';
import type { ProcessSummary } from './views.ts';

const texts = { da, en };
const TITLE_LENGTH = 200;
const NAME_LENGTH = 120;

export interface Followed {
  readonly site: Site;
  /** Public address of this installation, without a slash at the end. */
  readonly url: string;
  readonly query: ProcessQuery;
  /** Names of `query.buyer` and `query.supplier`. */
  readonly names: readonly string[];
  /** When data last came in; an installation without any: now. ISO 8601 instant. */
  readonly updated: string;
}

/** The search in words: `"skole", Danmark, 2026`; null when everything is asked for. */
export function searchWords({ site, query, names }: Pick<Followed, 'site' | 'query' | 'names'>): string | null {
  const words = [
    ...(query.q === '' ? [] : [`"${shorten(query.q, 60)}"`]), ...names,
    ...PROCESS_FACETS.flatMap((name) => (query.filters[name] ?? []).map((value) => optionName(name, value, site.lang))),
  ];
  return words.length === 0 ? null : shorten(words.join(', '), NAME_LENGTH);
}

/** @param rows newest first */
export function feedOf(followed: Followed, rows: readonly ProcessSummary[]): FeedFile {
  const { site, url, query, updated } = followed;
  const t = texts[site.lang];
  const search = searchWords(followed);
  const place = site.href(processListFile(query, 'atom'));
  return {
    id: tagOf(url, place), title: search === null ? `Torvet: ${t.everything}` : `Torvet: ${fill(t.search, { search })}`,
    subtitle: fill(t.feedSubtitle, { publisher: site.publisher.name }), lang: site.lang, self: url + place, page: url + site.href(processListAddress(query)),
    publisher: site.publisher.name, rights: licenceTerms(site).join(' '), licence: DATA_LICENCE.url, updated,
    entries: rows.map((row) => entryOf(followed, row)),
  };
}

function entryOf({ site, url }: Followed, row: ProcessSummary): FeedEntry {
  const facts = [
    buyerOf(site, row),
    ...(row.country === null ? [] : [countryName(row.country, site.lang)]),
    ...(row.stage === null ? [] : [codeName('stage', row.stage, site.lang)]),
    ...(row.method === null ? [] : [codeName('method', row.method, site.lang)]),
    ...(row.value === null ? [] : [formatAmount(row.value, site.lang)]),
    ...(row.tenderEnd === null ? [] : [fill(texts[site.lang].when, { when: formatDateTime(row.tenderEnd, site.lang) })]),
  ];
  const address = processAddress(row.ocid);
  // One process is one entry, in whatever language and search it is met.
  return { id: tagOf(url, site.dataHref(address)), title: titleOf(site, row), summary: facts.join(' \u00b7 '), address: url + site.href(address), updated: row.lastDate };
}

export function calendarOf(followed: Followed): { readonly name: string; readonly description: string; readonly lang: string; readonly self: string; readonly updated: string } {
  const { site, url, query, updated } = followed;
  const t = texts[site.lang];
  const search = searchWords(followed);
  const about = { publisher: site.publisher.name, updated: formatDateTime(updated, site.lang), licence: licenceTerms(site).join(' ') };
  return {
    name: search === null ? `Torvet: ${t.allDeadlines}` : `Torvet: ${fill(t.calendarName, { search })}`,
    description: fill(t.calendarText, about), lang: site.lang, self: url + site.href(processListFile(query, 'ics')), updated,
  };
}

// A calendar has four digits for the year; a year of five is a mistake all the same.
function writable(instant: string | null): instant is string {
  return instant !== null && /^\d{4}-/.test(instant);
}

/** The deadlines of the rows that have one. */
export function deadlinesOf({ site, url, updated }: Followed, rows: readonly ProcessSummary[]): readonly Deadline[] {
  const t = texts[site.lang];
  return rows.flatMap((row) => (writable(row.tenderEnd) ? [{
    uid: `${encodeURIComponent(row.ocid)}@${hostOf(url)}${site.world === 'demo' ? '.demo' : ''}`,
    at: row.tenderEnd, changed: writable(row.lastDate) ? row.lastDate : updated, sequence: Math.max(0, row.releaseCount - 1),
    title: fill(t.deadline, { title: titleOf(site, row) }),
    description: [buyerOf(site, row), fill(t.when, { when: formatDateTime(row.tenderEnd, site.lang) }), t.check, url + site.href(processAddress(row.ocid))].join('\n'),
    address: url + site.href(processAddress(row.ocid)),
  }] : []));
}

function titleOf(site: Site, row: ProcessSummary): string {
  return shorten(row.title ?? '', TITLE_LENGTH) || texts[site.lang].untitled;
}

function buyerOf(site: Site, row: ProcessSummary): string {
  return shorten(row.buyer?.name ?? '', TITLE_LENGTH) || texts[site.lang].noBuyer;
}

/** @see RFC 4151: the year in which the name was given out, not that of the entry */
function tagOf(url: string, place: string): string {
  return `tag:${hostOf(url)},2026:${place}`;
}

// A tag and a UID know names only: of an address in brackets the figures stay.
function hostOf(url: string): string {
  return new URL(url).hostname.replaceAll(/[^\w.-]/g, '-');
}

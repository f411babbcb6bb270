/** What feeds and calendars have in common, whatever they list. They name organisations only, and give no free text but titles. */
import { fill } from '#base';
import { formatDateTime, shorten, type Site } from '#ui';
import type { FeedEntry, FeedFile } from './export/atom.ts';
import type { CalendarFile } from './export/ics.ts';
import { da } from './follow.da.ts';
import { en } from './follow.en.ts';
import { DATA_LICENCE, licenceTerms } from './licence.ts';
import { optionName } from './list-parts.tsx';
import { PROCESS_FACETS, type ProcessQuery } from './list.view.ts';
import { howBoughtFilters } from './lists/how-bought.ts';
import type { OrganisationLink } from './views.ts';

export const followTexts = { da, en };
const TITLE_LENGTH = 200;
const NAME_LENGTH = 120;

/** A search that programs come back to. */
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

/** The feed or calendar of a search. Paths are inside the site. */
export interface FollowFile {
  /** What is listed: `Kontrakter`. */
  readonly list: string;
  /** A sentence of what it holds, with the places that its text has. */
  readonly holds: string;
  /** The page with the same content. */
  readonly page: string;
  readonly file: string;
}

/** The search in words: `"skole", Danmark, 2026`; null when everything is asked for. */
export function searchWords({ site, query, names }: Pick<Followed, 'site' | 'query' | 'names'>): string | null {
  const words = [
    ...(query.q === '' ? [] : [`"${shorten(query.q, 60)}"`]), ...names,
    ...PROCESS_FACETS.flatMap((name) => (query.filters[name] ?? []).map((value) => optionName(name, value, site.lang))),
    ...howBoughtFilters(site, query, () => '').map(({ label, value }) => `${label}: ${value}`),
  ];
  return words.length === 0 ? null : shorten(words.join(', '), NAME_LENGTH);
}

function nameOf(followed: Followed, list: string): string {
  const search = searchWords(followed);
  return search === null ? `Torvet: ${list}` : `Torvet: ${list}: ${search}`;
}

/** @param entries newest first */
export function feedFile(followed: Followed, { list, holds, page, file }: FollowFile, entries: readonly FeedEntry[]): FeedFile {
  const { site, url, updated } = followed;
  const place = site.href(file);
  return {
    id: tagOf(followed, place), title: nameOf(followed, list), subtitle: fill(holds, { publisher: site.publisher.name }), lang: site.lang,
    self: url + place, page: url + site.href(page), publisher: site.publisher.name, licence: { rights: licenceTerms(site).join(' '), url: DATA_LICENCE.url }, updated, entries,
  };
}

export function calendarFile(followed: Followed, { list, holds, file }: Omit<FollowFile, 'page'>): Omit<CalendarFile, 'events'> {
  const { site, url, updated } = followed;
  const about = { publisher: site.publisher.name, updated: formatDateTime(updated, site.lang), licence: licenceTerms(site).join(' ') };
  return { name: nameOf(followed, list), description: fill(holds, about), lang: site.lang, self: url + site.href(file), updated };
}

/**
 * The name of an entry, which is the same in whatever language and search it is met.
 * @param place address inside the site, with its world and without its language
 * @see RFC 4151: the year in which the name was given out, not that of the entry
 */
export function tagOf({ url }: Pick<Followed, 'url'>, place: string): string {
  return `tag:${hostOf(url)},2026:${place}`;
}

/** The name of an event. */
export function uidOf({ url, site }: Pick<Followed, 'url' | 'site'>, ...parts: readonly string[]): string {
  return `${parts.map(encodeURIComponent).join('/')}@${hostOf(url)}${site.world === 'demo' ? '.demo' : ''}`;
}

// A tag and a UID know names only: of an address in brackets the figures stay.
function hostOf(url: string): string {
  return new URL(url).hostname.replaceAll(/[^\w.-]/g, '-');
}

// A calendar has four digits for the year; a year of five is a mistake all the same.
export function writable(date: string | null): date is string {
  return date !== null && /^\d{4}-/.test(date);
}

export function titleOf(site: Site, { title }: { readonly title: string | null }): string {
  return shorten(title ?? '', TITLE_LENGTH) || followTexts[site.lang].untitled;
}

export function buyerOf(site: Site, { buyer }: { readonly buyer: Pick<OrganisationLink, 'name'> | null }): string {
  return shorten(buyer?.name ?? '', TITLE_LENGTH) || followTexts[site.lang].noBuyer;
}

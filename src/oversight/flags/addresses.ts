/** Where the pages and files of points of attention stand: paths inside the site, before language and world (`site.href`). */
import { FILE_SUFFIX, placePairs, queryText, type ListFormat, type Pair, type Place } from '#register';
import type { FlagQuery } from './flags.view.ts';

export const FLAGS = '/opmaerksomhed';
/** All of them in one list, whatever the indicator; the files stand beside it. */
export const FLAG_LIST = `${FLAGS}/punkter`;

export function indicatorAddress(code: string, query: Partial<FlagQuery> = {}, place: Place = {}): string {
  const { indicator: _, ...rest } = query;
  return `${FLAGS}/${encodeURIComponent(code)}${queryText([...pairsOf(rest), ...placePairs(place)])}`;
}

export function flagListAddress(query: Partial<FlagQuery>, place: Place = {}): string {
  return FLAG_LIST + queryText([...pairsOf(query), ...placePairs(place)]);
}

export function flagListFile(query: Partial<FlagQuery>, format: ListFormat): string {
  return FLAG_LIST + FILE_SUFFIX[format] + queryText(pairsOf(query));
}

/** In the API. Use with `site.dataHref`. */
export function flagDataAddress(query: Partial<FlagQuery>): string {
  return `/api/v1/flags${queryText(pairsOf(query))}`;
}

function pairsOf(query: Partial<FlagQuery>): readonly Pair[] {
  return Object.entries(query).flatMap(([name, value]): Pair[] => (value === null || value === '' ? [] : [[name, value]]));
}

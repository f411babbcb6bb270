/** Where the lists stand: paths inside the site, before language and world (`site.href`). */
import { FILE_SUFFIX, placePairs, processPairs, queryText, type FileFormat, type Pair, type Place } from '../addresses.ts';
import type { ProcessQuery } from '../list.view.ts';

export const CHANGES = '/aendringer';
export const WITHOUT_CALL = '/uden-udbud';
export const FRAMEWORKS = '/rammer';

/** What a list adds to the search that it is a view of: its own choices and its order. */
export type OwnFields = Readonly<Record<string, string | null>>;

export function viewAddress(path: string, search: Partial<ProcessQuery>, own: OwnFields = {}, place: Place = {}): string {
  return path + queryText([...searchPairs(search), ...ownPairs(own), ...placePairs(place)]);
}

export function viewFile(path: string, search: Partial<ProcessQuery>, own: OwnFields, format: FileFormat): string {
  return path + FILE_SUFFIX[format] + queryText([...searchPairs(search), ...ownPairs(own)]);
}

/** An order of processes, and an open deadline, mean nothing to what stands in them. */
function searchPairs(search: Partial<ProcessQuery>): Pair[] {
  return processPairs({ ...search, sort: null, open: false });
}

function ownPairs(own: OwnFields): Pair[] {
  return Object.entries(own).flatMap(([name, value]): Pair[] => (value === null ? [] : [[name, value]]));
}

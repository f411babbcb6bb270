/** Which release tells of a contract or a change, and when a change was first published. */
import type { JsonObject } from '#base';
import { objects, text } from '../dirty.ts';
import { changeKey, dayOf, type ChangeSource, type Sources } from './reading.ts';

/** @param releases of one process, oldest first */
export function sourcesOf(releases: readonly { readonly date: string; readonly release: JsonObject }[]): Sources {
  const contracts = new Map<string | null, string>();
  const changes = new Map<string, ChangeSource>();
  for (const { date, release } of releases) {
    const notice = text(release['id']);
    for (const contract of objects(release['contracts'])) {
      const id = text(contract['id']);
      if (notice !== null) contracts.set(id, notice);
      for (const change of [...objects(contract['amendments']), ...objects(contract['amendment'])]) {
        const key = changeKey(id, text(change['id']));
        if (!changes.has(key)) changes.set(key, { notice, day: dayOf(date) });
      }
    }
  }
  return { contracts, changes };
}

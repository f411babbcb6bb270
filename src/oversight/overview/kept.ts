/** The overviews, read again only when a file or the day has changed: every search asks for them. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { FastifyRequest } from 'fastify';
import { copenhagenDate } from '#base';
import type { Serving } from '#register';
import type { Site } from '#ui';
import type { Overview } from './overview.schema.ts';
import { OVERVIEW_FOLDER, readOverviews, type Overviews } from './overviews.ts';
import type { Ties } from './ties.ts';

const kept = new Map<string, { readonly state: string; readonly overviews: Overviews }>();

/**
 * @param today ISO date
 * @param publisher whose own statements are held against its ties
 */
export function keptOverviews(today: string, folder = OVERVIEW_FOLDER, publisher?: Ties): Overviews {
  const state = `${today} ${JSON.stringify(publisher ?? null)} ${stateOf(folder)}`;
  const before = kept.get(folder);
  if (before?.state === state) return before.overviews;
  const overviews = readOverviews(today, folder, publisher);
  kept.set(folder, { state, overviews });
  return overviews;
}

/** Names, sizes and times of the files: two states that differ are written differently. */
function stateOf(folder: string): string {
  if (!existsSync(folder)) return '';
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => {
    const file = path.join(entry.parentPath, entry.name);
    const { size, mtimeMs } = statSync(file);
    return `${file} ${size} ${mtimeMs}`;
  }).toSorted().join('\n');
}

/** Those of the world that is asked for: overviews tell of real purchases, so the demo world has none. A mistake keeps an overview away and is logged. */
export function overviewsFor({ clock }: Pick<Serving, 'clock'>, request: FastifyRequest, { world, publisher: { name, owners = [], customers = [] } }: Pick<Site, 'world' | 'publisher'>): readonly Overview[] {
  if (world !== 'register') return [];
  const { found, failures } = keptOverviews(copenhagenDate(clock.now()).toString(), OVERVIEW_FOLDER, { name, owners, customers });
  for (const { message, help } of failures) request.log.error({ help }, `an overview is not shown: ${message}`);
  return found;
}

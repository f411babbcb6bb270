/** The overviews of this installation: a folder each, read when they are first asked for. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Failure } from '#base';
import { landOf } from '#register';
import type { Overview } from './overview.schema.ts';
import { readOverview } from './read.ts';
import type { Ties } from './ties.ts';

export const OVERVIEW_FOLDER = path.join(import.meta.dirname, '../../../overviews');
const FILE = 'overview.yaml';

export interface Overviews {
  /** By the name of their folder. */
  readonly found: readonly Overview[];
  /** Those with a mistake are not among them: nothing is shown that was not checked. */
  readonly failures: readonly Failure[];
}

/**
 * @param today ISO date: deadlines of questions are held against it
 * @param publisher of the installation: what it enters itself is held against its ties
 */
export function readOverviews(today: string, folder = OVERVIEW_FOLDER, publisher?: Ties): Overviews {
  const names = new Set(landOf('register').places.map(({ name }) => name));
  const read = existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name).toSorted()
      .map((id) => readOverview(readFileSync(path.join(folder, id, FILE), 'utf8'), { file: path.join(path.basename(folder), id, FILE), id, today, isMunicipality: (name) => names.has(name), ...(publisher === undefined ? {} : { publisher }) }))
    : [];
  return { found: read.flatMap((one) => (one.ok ? [one.value] : [])), failures: read.flatMap((one) => (one.ok ? [] : one.failure)) };
}

/** Runs indicators over the flat tables. */
import { readFile } from 'node:fs/promises';
import type { Engine, EngineRow } from '../engine.ts';
import type { AddRow } from '../flat/rows.ts';
import { LISTED, SETTING } from '../flat/tables.ts';
import type { FlagSettings } from '../settings/settings.ts';
import { KINDS, type Kind } from './indicator.ts';

export interface Flag {
  readonly code: string;
  readonly kind: Kind;
  /** Of the process or organisation. */
  readonly id: string;
  readonly value: number;
}

/** What several indicators build on, in the order in which one needs the other. */
const BEFORE = ['compared', 'decided', 'sole_winner', 'contest', 'reference_currency', 'margin', 'measured'];
/** Where the bounds lie, once all is measured. */
const BOUNDS = ['quantile', 'fence'];

/** The files that fill tables, in the order in which they run. */
export function stepsOf({ runs }: FlagSettings): readonly URL[] {
  return [...BEFORE.map(common), ...runs.flatMap(({ measure }) => measure ?? []), ...BOUNDS.map(common)];
}

/** @param engine holds the flat tables, with the rows of all releases and of the settings. @returns flags by indicator, and by the place in the file that gave rise to them */
export async function runIndicators(engine: Engine, settings: FlagSettings): Promise<readonly Flag[]> {
  for (const step of stepsOf(settings)) await engine.run(await readFile(step, 'utf8'));
  const flags: Flag[] = [];
  for (const { code, query } of settings.runs) {
    for (const row of await engine.rows(await readFile(query, 'utf8'))) flags.push(flagOf(code, row));
  }
  return flags;
}

function common(name: string): URL {
  return new URL(`common/${name}.sql`, import.meta.url);
}

/** What the settings say, as rows of their two tables. */
export function addSettings(add: AddRow, { runs, numbers, texts, lists, days }: FlagSettings): void {
  for (const { code } of runs) add(LISTED, ['runs', code, null]);
  for (const [name, number] of numbers) add(SETTING, [name, number, null]);
  for (const [name, text] of texts) add(SETTING, [name, null, text]);
  for (const [name, words] of lists) for (const word of words) add(LISTED, [name, word, null]);
  for (const [name, entries] of days) for (const [word, number] of entries) add(LISTED, [name, word, number]);
}

function flagOf(code: string, { kind, id, value }: EngineRow): Flag {
  const known = KINDS.find((one) => one === kind);
  if (known === undefined || typeof id !== 'string' || typeof value !== 'number') throw new Error(`${code} gave a row that is no flag.`);
  return { code, kind: known, id, value };
}

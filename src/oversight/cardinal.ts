/** The compatible mode: the eleven published indicators over JSON lines, with the very values and the form of cardinal 0.0.8. */
import { addRelease } from './flat/rows.ts';
import { FlatStore } from './flat/duck.store.ts';
import { KINDS } from './indicators/indicator.ts';
import { addSettings, runIndicators, type Flag } from './indicators/run.store.ts';
import { readLines } from './lines/lines.ts';
import { RELEASE, type ReadRelease } from './lines/release.ts';
import { EXCLUDED, type FlagSettings } from './settings/settings.ts';

/**
 * Points of attention in compiled releases, as one JSON object {kind: {id: {code: value}}} without a newline. What is not flagged,
 * and what cannot be assessed, is not in it.
 * @param source JSON lines, a compiled release on each
 * @param malformed told of each line that is no JSON and is skipped; the line is from 1
 */
export async function cardinalFlags(source: AsyncIterable<Buffer>, settings: FlagSettings, malformed: (line: number, reason: string) => void): Promise<string> {
  const store = await FlatStore.open();
  try {
    const { words } = store;
    const cancelled = words.numberOfText('cancelled');
    const excluded = new Set(settings.lists.get(EXCLUDED)?.map((details) => words.numberOfText(details)));
    await readLines(source, RELEASE, {
      malformed,
      value: (release, line) => {
        if (release !== null && release.ocid !== null && !isLeftOut(release, cancelled, excluded)) addRelease(store.add, release, release.ocid, line);
      },
    }, words);
    addSettings(store.add, settings);
    await store.filled();
    return flagsText(await runIndicators(store, settings));
  } finally {
    store.close();
  }
}

function isLeftOut({ tender }: ReadRelease, cancelled: number, excluded: ReadonlySet<number>): boolean {
  return tender !== null && (tender.status === cancelled || excluded.has(tender.procurementMethodDetails));
}

/** Of two flags of one indicator on the same id the later one counts. */
export function flagsText(flags: readonly Flag[]): string {
  const kinds = KINDS.map((kind) => {
    const ids = new Map<string, Map<string, number>>();
    for (const { code, id, value } of flags.filter((flag) => flag.kind === kind)) ids.set(id, (ids.get(id) ?? new Map<string, number>()).set(code, value));
    return [kind, ids] as const;
  });
  return objectText(kinds.filter(([, ids]) => ids.size > 0), (ids) => objectText(ids, (codes) => objectText(codes, numberText)));
}

/** Written by hand: JavaScript would put ids that look like numbers first, and take some for names of its own. */
function objectText<Value>(entries: Iterable<readonly [string, Value]>, text: (value: Value) => string): string {
  return `{${[...entries].map(([key, value]) => `${JSON.stringify(key)}:${text(value)}`).join(',')}}`;
}

/** From here on, and below, the published output writes an exponent. */
const LARGE = 1e16;
const SMALL = 1e-5;

/** The shortest digits that give the same number back, always with a point or an exponent; null for an infinite one. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return 'null';
  const size = Math.abs(value);
  if (size >= LARGE || (size > 0 && size < SMALL)) return value.toExponential().replace('e+', 'e');
  const text = Object.is(value, -0) ? '-0' : String(value);
  return text.includes('.') ? text : `${text}.0`;
}

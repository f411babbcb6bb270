/** `npm run bench`: runs every `*.bench.ts` beside this file, or those named (`npm run bench -- pages`), and prints what they measured. */
import { glob } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** One thing measured. The ratio is to the floor that the benchmark names; the rest is context. */
export interface Figure {
  readonly what: string;
  readonly ratio: number;
  readonly seconds: number;
  /** null where nothing is read. */
  readonly megabytesPerSecond: number | null;
  /** Of this process, without the database's own; null where the work is another process's. */
  readonly processorSeconds: number | null;
}

/** How long many answers took, in seconds. The ratio is that of the median to the floor. */
export interface Latency {
  readonly what: string;
  readonly ratio: number;
  readonly p50: number;
  readonly p95: number;
  readonly perSecond: number;
}

export interface Bench {
  readonly name: string;
  readonly figures: readonly (Figure | Latency)[];
  /** What else was seen. */
  readonly note?: string;
}

function rowOf(name: string, figure: Figure | Latency): Readonly<Record<string, string>> {
  const first = { [name]: figure.what, ratio: figure.ratio.toFixed(1) };
  if ('p50' in figure) return { ...first, 'p50 ms': (figure.p50 * 1000).toFixed(1), 'p95 ms': (figure.p95 * 1000).toFixed(1), 'a second': figure.perSecond.toFixed(0) };
  const { seconds, megabytesPerSecond, processorSeconds } = figure;
  return { ...first, seconds: seconds.toFixed(2), 'MB/s': megabytesPerSecond?.toFixed(1) ?? '', 'own CPU s': processorSeconds?.toFixed(2) ?? '' };
}

/** The benchmark of a file is its one exported function. */
async function benchOf(file: string): Promise<() => Promise<Bench>> {
  const exported = Object.values((await import(pathToFileURL(file).href)) as Record<string, unknown>);
  const found = exported.find((value) => typeof value === 'function');
  if (found === undefined) throw new Error(`${file} exports no benchmark: export one async function that returns its figures.`);
  return found as () => Promise<Bench>;
}

const wanted = process.argv.slice(2);
const files: string[] = [];
for await (const file of glob('*.bench.ts', { cwd: import.meta.dirname })) {
  if (wanted.length === 0 || wanted.includes(file.replace('.bench.ts', ''))) files.push(path.join(import.meta.dirname, file));
}
if (files.length === 0) throw new Error('There is no *.bench.ts of that name to run.');
for (const file of files.sort()) {
  const bench = await benchOf(file);
  const { name, figures, note } = await bench();
  console.table(figures.map((figure) => rowOf(name, figure)));
  console.log(`${note === undefined ? '' : `${note}; `}peak memory of this process: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`);
}

/** `npm run bench`: runs every `*.bench.ts` beside this file, one after the other, and prints what they measured. */
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

export interface Bench {
  readonly name: string;
  readonly figures: readonly Figure[];
}

/** The benchmark of a file is its one exported function. */
async function benchOf(file: string): Promise<() => Promise<Bench>> {
  const exported = Object.values((await import(pathToFileURL(file).href)) as Record<string, unknown>);
  const found = exported.find((value) => typeof value === 'function');
  if (found === undefined) throw new Error(`${file} exports no benchmark: export one async function that returns its figures.`);
  return found as () => Promise<Bench>;
}

const files: string[] = [];
for await (const file of glob('*.bench.ts', { cwd: import.meta.dirname })) files.push(path.join(import.meta.dirname, file));
if (files.length === 0) throw new Error('There is no *.bench.ts to run.');
for (const file of files.sort()) {
  const bench = await benchOf(file);
  const { name, figures } = await bench();
  console.table(figures.map(({ what, ratio, seconds, megabytesPerSecond, processorSeconds }) => ({
    [name]: what, ratio: ratio.toFixed(1), seconds: seconds.toFixed(2), 'MB/s': megabytesPerSecond?.toFixed(1) ?? '', 'own CPU s': processorSeconds?.toFixed(2) ?? '',
  })));
  console.log(`peak memory of this process: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`);
}

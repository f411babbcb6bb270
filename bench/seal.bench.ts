/**
 * Sealing and opening a bid of 100 MB, each time in a new process; the goal is 1 s a direction and 64 MB of memory. The floor is bare AES-256-GCM
 * over the same chunks of the same file, in the same round. `BENCH_ROUNDS` says how many rounds.
 */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Bench, Figure } from './bench.ts';
import type { Taken } from './seal.child.ts';

const run = promisify(execFile);
const MEGABYTES = 100;
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);

async function take(...args: readonly string[]): Promise<Taken> {
  const { stdout } = await run(process.execPath, [...process.execArgv, path.join(import.meta.dirname, 'seal.child.ts'), ...args]);
  const taken = JSON.parse(stdout) as Taken;
  if (taken.result !== MEGABYTES * 1e6) throw new Error(`${args[0]} went through ${taken.result} bytes.`);
  return taken;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function fileIn(folder: string): Promise<string> {
  const file = path.join(folder, 'plain');
  const handle = await open(file, 'w');
  for (let at = 0; at < MEGABYTES; at++) await handle.writeFile(randomBytes(1e6));
  await handle.close();
  return file;
}

/** Seconds, processor time and memory of sealing and opening, against bare AES-256-GCM. */
export async function sealBench(): Promise<Bench> {
  const folder = await mkdtemp(path.join(tmpdir(), 'torvet-bench-'));
  try {
    const file = await fileIn(folder);
    const sealed = path.join(folder, 'sealed');
    const { opening } = await take('seal', file, sealed);
    const rounds: { readonly floor: Taken; readonly seal: Taken; readonly open: Taken }[] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push({ floor: await take('floor', file), seal: await take('seal', file), open: await take('open', file, sealed, JSON.stringify(opening)) });
    const of = (kind: 'floor' | 'seal' | 'open', read: (taken: Taken) => number): number => median(rounds.map((round) => read(round[kind])));
    const figure = (what: string, kind: 'floor' | 'seal' | 'open'): Figure => {
      const seconds = of(kind, (taken) => taken.seconds);
      return { what, seconds, ratio: median(rounds.map((round) => round[kind].seconds / round.floor.seconds)), megabytesPerSecond: MEGABYTES / seconds, processorSeconds: of(kind, (taken) => taken.processorSeconds) };
    };
    const grown = (kind: 'floor' | 'seal' | 'open'): string => of(kind, (taken) => taken.grownMegabytes).toFixed(0);
    return {
      name: 'seal', note: `memory that the work took: floor ${grown('floor')} MiB, sealing ${grown('seal')} MiB, opening ${grown('open')} MiB`,
      figures: [figure(`${MEGABYTES} MB: floor, bare AES-256-GCM`, 'floor'), figure(`${MEGABYTES} MB: sealing for 2 of 3 holders`, 'seal'), figure(`${MEGABYTES} MB: opening with two shares`, 'open')],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

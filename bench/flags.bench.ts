/**
 * The eleven published indicators over compiled releases, cold, each time in a new process. The floor is DuckDB's bare scan of the columns
 * that they read, in the same round, by the processor time of all threads. The texts are measured once more by themselves, over tables that stand. Sizes in `BENCH_RELEASES`; the files stay in `BENCH_DATA` if it is set.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { sharedFolder } from '../test/support/shared.ts';
import type { Bench, Figure } from './bench.ts';
import type { Taken } from './flags.child.ts';

const run = promisify(execFile);
const SIZES = (process.env['BENCH_RELEASES'] ?? '25000,125000').split(',').map(Number);
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 3);

async function fileOf(folder: string, releases: number): Promise<string> {
  const file = path.join(folder, `releases-${releases}.jsonl`);
  if (existsSync(file)) return file;
  await run(process.execPath, [path.join(sharedFolder, 'bench/generate-ocds.mjs'), String(releases), `${file}.new`]);
  await rename(`${file}.new`, file);
  return file;
}

type Kind = 'scan' | 'flags' | 'texts';

async function take(kind: Kind, file: string): Promise<Taken> {
  const { stdout } = await run(process.execPath, [...process.execArgv, path.join(import.meta.dirname, 'flags.child.ts'), kind, file]);
  const taken = JSON.parse(stdout) as Taken;
  if (!(taken.result > 0)) throw new Error(`${kind} of ${file} read nothing.`);
  return taken;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function measured(folder: string, releases: number): Promise<{ readonly figures: readonly Figure[]; readonly note: string }> {
  const file = await fileOf(folder, releases);
  const { size } = await stat(file);
  const rounds: { readonly scan: Taken; readonly flags: Taken; readonly texts: Taken }[] = [];
  for (let round = 0; round < ROUNDS; round++) rounds.push({ scan: await take('scan', file), flags: await take('flags', file), texts: await take('texts', file) });
  const figure = (what: string, kind: Kind): Figure => {
    const seconds = median(rounds.map((round) => round[kind].seconds));
    return {
      what, seconds, ratio: median(rounds.map((round) => round[kind].processorSeconds / round.scan.processorSeconds)),
      megabytesPerSecond: size / 1e6 / seconds, processorSeconds: median(rounds.map((round) => round[kind].processorSeconds)),
    };
  };
  const name = `${releases.toLocaleString('en')} releases, ${(size / 1e6).toFixed(0)} MB`;
  const peak = (kind: Kind): string => median(rounds.map((round) => round[kind].peakMegabytes)).toFixed(0);
  return { figures: [figure(`${name}: floor, a bare scan`, 'scan'), figure(`${name}: eleven indicators`, 'flags'), figure(`${name}: their texts alone`, 'texts')], note: `${name}: scan ${peak('scan')} MiB, indicators ${peak('flags')} MiB` };
}

/** Processor time, seconds and memory of the eleven, against a bare scan. */
export async function flagsBench(): Promise<Bench> {
  const kept = process.env['BENCH_DATA'];
  const folder = kept ?? await mkdtemp(path.join(tmpdir(), 'torvet-bench-'));
  try {
    const all: Awaited<ReturnType<typeof measured>>[] = [];
    for (const releases of SIZES) all.push(await measured(folder, releases));
    return { name: 'flags', figures: all.flatMap(({ figures }) => figures), note: `median of ${ROUNDS} rounds; ${all.map(({ note }) => note).join('; ')}` };
  } finally {
    if (kept === undefined) await rm(folder, { recursive: true, force: true });
  }
}

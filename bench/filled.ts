/** A register with synthetic processes and the real ones, for the benchmarks that ask a server. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { runTorvet } from '../test/support/running.ts';

const SHARED = path.resolve(process.env['TORVET_SHARED'] ?? path.join(import.meta.dirname, '../../shared'));
const PROCESSES = Number(process.env['BENCH_PROCESSES'] ?? 10_000);
/** A folder that is kept, with the register in it: a large one is then imported once. */
export const KEPT = process.env['BENCH_DATA'] ?? null;

/** Leaves a folder alone that has a register. */
export async function fillRegister(data: string): Promise<void> {
  if (existsSync(path.join(data, 'postgres'))) return;
  await mkdir(data, { recursive: true });
  const synthetic = path.join(data, 'synthetic.jsonl');
  const made = spawnSync(process.execPath, [path.join(SHARED, 'bench/generate-ocds.mjs'), String(PROCESSES), synthetic], { stdio: 'ignore' }).status === 0;
  const real = ['data/notices/ted-notices.tar.xz', 'data/eforms-norway', 'data/ocds/releases.jsonl'].map((file) => path.join(SHARED, file)).filter((file) => existsSync(file));
  const files = [...real, ...(made ? [synthetic] : [])];
  if (files.length === 0) throw new Error(`There is nothing to import under ${SHARED}: set TORVET_SHARED to where the outside material lies.`);
  const { code, stderr } = await runTorvet(['import', ...files], { TORVET_DATA: data });
  if (code === 2) throw new Error(`The register of the benchmark could not be filled:\n${stderr}`);
  await rm(synthetic, { force: true });
}

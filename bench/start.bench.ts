import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Bench, Figure } from './bench.ts';

const ROOT = path.dirname(import.meta.dirname);
const LAUNCHER = path.join(ROOT, 'scripts/launch.mjs');

/** Runs the launcher until it says something that matches (or ends); gives the seconds that took. */
async function secondsUntil(args: readonly string[], data: string, said: RegExp | null): Promise<{ seconds: number; stop: () => Promise<void> }> {
  const started = performance.now();
  const env = { ...process.env, TORVET_DATA: data, PORT: '0', NODE_ENV: '' };
  const child = spawn(process.execPath, [LAUNCHER, ...args], { cwd: ROOT, env });
  const ended = new Promise<void>((resolve) => { child.once('exit', () => resolve()); });
  child.stderr.resume();
  await (said === null ? ended : new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => { if (said.test(chunk.toString())) resolve(); });
    void ended.then(resolve);
  }));
  return { seconds: (performance.now() - started) / 1000, stop: async () => { child.kill('SIGTERM'); await ended; } };
}

function figure(what: string, seconds: number, floor: number): Figure {
  return { what, ratio: seconds / floor, seconds, megabytesPerSecond: null, processorSeconds: null };
}

/** Starting and being refused, as somebody at a keyboard waits for it. The floor is `--help`: launcher, Node and loader alone. */
export async function startBench(): Promise<Bench> {
  const data = await mkdtemp(path.join(tmpdir(), 'torvet-bench-'));
  try {
    const floor = (await secondsUntil(['--help'], data, null)).seconds;
    const first = await secondsUntil(['serve'], data, /http:/);
    await first.stop();
    const second = await secondsUntil(['serve'], data, /http:/);
    const refused = (await secondsUntil(['serve'], data, null)).seconds;
    await second.stop();
    return {
      name: 'start (floor: torvet --help)',
      figures: [
        figure('first start: cluster, tables, demo world', first.seconds, floor),
        figure('second start', second.seconds, floor),
        figure('a second server refused', refused, floor),
      ],
    };
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

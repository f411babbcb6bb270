/**
 * How long the first page about competition takes after the server started, when nobody has asked yet: its process with DuckDB
 * is started, the scope is found and every figure is reckoned. The floor is `/healthz`, as for the pages.
 */
import { glob, mkdtemp, rm } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runTorvet, startTorvet } from '../test/support/running.ts';
import type { Bench, Latency } from './bench.ts';
import { fillRegister, KEPT } from './filled.ts';
import { latency, percentile, secondsOf, timed } from './latency.ts';

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 3);
const WAYS_IN = { 'first page: a field': '/konkurrence/felt/72', 'first page: the choice': '/konkurrence', 'first page: the whole register': '/konkurrence/alt' } as const;
/** Asked one after the other of a server that has answered one page. */
const OTHERS = ['48', '30', '45', '33', '79', '80', '50', '64', '71', '90'].map((field) => `/konkurrence/felt/${field}`);

type Measured = Map<string, number[]>;

/** With 10,000 processes unless `BENCH_PROCESSES` says otherwise. */
export async function competitionBench(): Promise<Bench> {
  const data = KEPT ?? await mkdtemp(path.join(tmpdir(), 'torvet-bench-'));
  const measured: Measured = new Map();
  try {
    await fillRegister(data);
    const { code, stderr } = await runTorvet(['register', 'rebuild', '--analysis', '--when-behind'], { TORVET_DATA: data });
    if (code !== 0) throw new Error(`The analysis files could not be made:\n${stderr}`);
    for (let round = 0; round < ROUNDS; round += 1) await measureRound(data, measured);
    await forgetFacts(data);
    await started(data, async (ask) => note(measured, 'first page: a field, its facts not made yet', await ask('/konkurrence/felt/72')));
  } finally {
    if (KEPT === null) await rm(data, { recursive: true, force: true });
  }
  return { name: 'competition', figures: figuresOf(measured) };
}

async function measureRound(data: string, measured: Measured): Promise<void> {
  for (const [what, place] of Object.entries(WAYS_IN)) {
    await started(data, async (ask) => {
      await timed(Array.from({ length: 50 }, () => '/healthz'), ask);
      for (const seconds of await timed(Array.from({ length: 100 }, () => '/healthz'), ask)) note(measured, 'floor: /healthz', seconds);
      note(measured, what, await ask(place));
      if (place !== WAYS_IN['first page: a field']) return;
      for (const seconds of await timed(OTHERS, ask)) note(measured, 'other fields after it', seconds);
      for (const seconds of await timed(OTHERS, ask)) note(measured, 'the same fields again', seconds);
    });
  }
}

async function started(data: string, work: (ask: (place: string) => Promise<number>) => Promise<void>): Promise<void> {
  const server = await startTorvet(data, { TORVET_DEMO: 'no', TORVET_LOG: 'warn' });
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  try {
    await work((place) => secondsOf(new URL(place, server.address), agent));
  } finally {
    agent.destroy();
    await server.stop();
  }
}

async function forgetFacts(data: string): Promise<void> {
  for await (const folder of glob('analysis/register/*/competition-*', { cwd: data })) await rm(path.join(data, folder), { recursive: true, force: true });
}

function note(measured: Measured, what: string, seconds: number): void {
  measured.set(what, [...(measured.get(what) ?? []), seconds]);
}

function figuresOf(measured: Measured): Latency[] {
  const floor = percentile(measured.get('floor: /healthz') ?? [], 0.5);
  return [...measured].map(([what, seconds]) => latency(what, seconds, floor));
}

/**
 * How long the pages that people wait for take, on a register of synthetic processes and the real ones. The server runs as
 * somebody starts it; requests come one at a time over one kept connection, each address once, so that no answer is one that
 * was kept from the request before. The floor is `/healthz`: the same way through the server, without a database or a page.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startTorvet } from '../test/support/running.ts';
import type { Bench, Latency } from './bench.ts';
import { fillRegister, KEPT } from './filled.ts';
import { latency, percentile, secondsOf, timed } from './latency.ts';
import { pagesToAsk, type Kind } from './pages.asked.ts';

const FRONT_REQUESTS = 1000;
const FRONT_AT_ONCE = 4;
const METRICS = 'bench-metrics-token';

/** Searches, pages of organisations and the front page, with 10,000 processes unless `BENCH_PROCESSES` says otherwise. */
export async function pagesBench(): Promise<Bench> {
  const data = KEPT ?? await mkdtemp(path.join(tmpdir(), 'torvet-bench-'));
  try {
    await fillRegister(data);
    const server = await startTorvet(data, { TORVET_DEMO: 'no', TORVET_LOG: 'warn', TORVET_METRICS_TOKEN: METRICS });
    const agent = new http.Agent({ keepAlive: true, maxSockets: FRONT_AT_ONCE });
    try {
      const { kinds, processes } = await pagesToAsk(data, server.address);
      return { name: `pages, ${processes} processes`, figures: await measureAll(server.address, agent, kinds), note: await serverMemory(server.address) };
    } finally {
      agent.destroy();
      await server.stop();
    }
  } finally {
    if (KEPT === null) await rm(data, { recursive: true, force: true });
  }
}

async function measureAll(address: string, agent: http.Agent, kinds: readonly Kind[]): Promise<Latency[]> {
  const ask = (place: string): Promise<number> => secondsOf(new URL(place, address), agent);
  for (let time = 0; time < 50; time += 1) await ask('/healthz');
  const floor = await timed(Array.from({ length: 200 }, () => '/healthz'), ask);
  const base = percentile(floor, 0.5);
  const figures = [latency('floor: /healthz', floor, base)];
  const searches: number[] = [];
  for (const { what, paths, isSearch } of kinds) {
    const seconds = await timed(paths, ask);
    figures.push(latency(what, seconds, base));
    if (isSearch) searches.push(...seconds);
  }
  figures.push(latency('all searches', searches, base));
  await ask('/');
  const started = performance.now();
  const front = (await Promise.all(Array.from({ length: FRONT_AT_ONCE }, () => timed(Array.from({ length: FRONT_REQUESTS / FRONT_AT_ONCE }, () => '/'), ask)))).flat();
  figures.push({ ...latency(`front page, ${FRONT_AT_ONCE} at once`, front, base), perSecond: FRONT_REQUESTS / ((performance.now() - started) / 1000) });
  return figures;
}

async function serverMemory(address: string): Promise<string> {
  const metrics = await (await fetch(new URL('/metrics', address), { headers: { authorization: `Bearer ${METRICS}` } })).text();
  const bytes = Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1]);
  if (!(bytes > 0)) throw new Error('The server did not say how much memory it takes.');
  return `memory of the server process after all that: ${(bytes / 2 ** 20).toFixed(0)} MiB, the database beside it`;
}

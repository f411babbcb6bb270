/** How long many answers take, for the benchmarks that ask a server or repeat a reckoning. */
import http from 'node:http';
import type { Latency } from './bench.ts';

/** Asks for one after the other. @returns seconds of each */
export async function timed(paths: readonly string[], ask: (place: string) => Promise<number>): Promise<number[]> {
  const seconds: number[] = [];
  for (const place of paths) seconds.push(await ask(place));
  return seconds;
}

/** @param seconds of each answer @param floor seconds of the floor's median */
export function latency(what: string, seconds: readonly number[], floor: number): Latency {
  const p50 = percentile(seconds, 0.5);
  return { what, ratio: p50 / floor, p50, p95: percentile(seconds, 0.95), perSecond: seconds.length / seconds.reduce((sum, one) => sum + one, 0) };
}

/** The value that the share of all are not above. */
export function percentile(values: readonly number[], share: number): number {
  const value = values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(values.length * share) - 1)];
  if (value === undefined) throw new Error('There is nothing of which to take a percentile.');
  return value;
}

/** Seconds to the end of an answer. @throws when it is not 200 */
export function secondsOf(url: URL, agent: http.Agent): Promise<number> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    http.get(url, { agent }, (response) => {
      response.resume();
      response.once('error', reject);
      response.once('end', () => {
        if (response.statusCode === 200) resolve((performance.now() - started) / 1000);
        else reject(new Error(`${url.pathname}${url.search} answered ${response.statusCode}.`));
      });
    }).once('error', reject);
  });
}

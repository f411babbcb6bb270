import { setTimeout } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { systemClock, type Clock } from '#base';
import { queryName, readSyncRuns, readTedQuery, type RegisterTables, type SyncView } from '#register';
import { LONGEST_SAYING, runTorvet, type ChildEnd } from './child.ts';

export interface SyncPlan {
  readonly country: string;
  readonly cpv: string | null;
}

interface Log {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** What tests put something else in place of. */
export interface ScheduleParts {
  readonly clock: Clock;
  /** Rejects when the signal is given. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
  readonly run: (args: readonly string[], signal: AbortSignal) => Promise<ChildEnd>;
}

const REAL: ScheduleParts = { clock: systemClock, sleep: (milliseconds, signal) => setTimeout(milliseconds, undefined, { signal }), run: runTorvet };
const HOUR = 3_600_000;

/**
 * Runs `torvet sync ted` in a process of its own, again and again: one at a time, each so many hours after the end of the one
 * before, also of one before the start of this server. A run that fails is logged, and the next one comes in its time.
 */
export function keepSyncing(register: Kysely<RegisterTables>, plan: SyncPlan, everyHours: number, log: Log, parts = REAL): { stop(): Promise<void> } {
  const stopped = new AbortController();
  const { signal } = stopped;
  const work = (async () => {
    for (let wait = await untilDue(register, plan, everyHours, parts.clock, log); ; wait = everyHours * HOUR) {
      await parts.sleep(wait, signal);
      const end = await parts.run(argumentsOf(plan), signal);
      if (signal.aborted) return;
      report(plan, end, log);
    }
  })().catch((error: unknown) => {
    if (!signal.aborted) log.error({ err: error }, 'no more syncs until the next start');
  });
  return {
    stop: async () => {
      stopped.abort();
      await work;
    },
  };
}

function argumentsOf({ country, cpv }: SyncPlan): string[] {
  return ['sync', 'ted', '--country', country, ...(cpv === null ? [] : ['--cpv', cpv]), '--json'];
}

async function untilDue(register: Kysely<RegisterTables>, plan: SyncPlan, everyHours: number, clock: Clock, log: Log): Promise<number> {
  try {
    return dueIn(await readSyncRuns(register), plan, everyHours, clock.now());
  } catch (error) {
    log.error({ err: error }, 'when the last sync ended cannot be read');
    return everyHours * HOUR;
  }
}

/** Milliseconds until the next run; 0 when there was none yet, or the last one never came to an end. */
export function dueIn(runs: readonly SyncView[], { country, cpv }: SyncPlan, everyHours: number, now: Temporal.Instant): number {
  const query = readTedQuery(country, cpv ?? '');
  const endedAt = query.ok ? runs.find((run) => run.source === 'ted' && run.query === queryName(query.value))?.endedAt : null;
  if (endedAt === null || endedAt === undefined) return 0;
  const wait = Temporal.Instant.from(endedAt).epochMilliseconds + everyHours * HOUR - now.epochMilliseconds;
  return Math.min(Math.max(wait, 0), everyHours * HOUR);
}

function report({ country, cpv }: SyncPlan, { code, stdout, stderr }: ChildEnd, log: Log): void {
  const facts = { sync: cpv === null ? country : `${country}:${cpv}`, ...countsIn(stdout) };
  if (code === 0) log.info(facts, 'sync done');
  else if (code === 1) log.warn({ ...facts, said: stderr.slice(-LONGEST_SAYING) }, 'sync done, not all notices could be taken');
  else log.error({ ...facts, code, said: stderr.slice(-LONGEST_SAYING) }, 'sync failed');
}

function countsIn(stdout: string): object {
  try {
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as object;
  } catch {
    return {};
  }
}

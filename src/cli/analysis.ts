/** Has the analysis files, and the points of attention found in them, made where they are behind, in a process of its own. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import { flagsAreCurrent } from '#oversight';
import { analysisIsCurrent, type RegisterTables } from '#register';
import { runTorvet, type ChildEnd } from './child.ts';
import { analysisPlace, type CommandConfig, type CommandInstallation, type Streams } from './wiring.ts';

interface Log {
  info(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export type RunChild = typeof runTorvet;

const REBUILD = ['register', 'rebuild', '--analysis', '--when-behind', '--json'] as const;
const FAILED = 'The analysis files could not be made anew; those from before stay as they are. torvet register rebuild --analysis tries again.';

/** At the end of an import. What goes wrong is said and changes nothing of the import. */
export async function analyseAfterImport(register: Kysely<RegisterTables>, config: CommandConfig, stderr: Streams['stderr'], run: RunChild = runTorvet): Promise<void> {
  try {
    if (await isCurrent(register, config, 'register')) return;
    if (stderr.isTTY) stderr.write('making the analysis files …');
    const end = await run(REBUILD, new AbortController().signal);
    if (stderr.isTTY) stderr.write('\r\u001b[K');
    if (end.code !== 0) stderr.write(`${end.stderr}${FAILED}\n`);
  } catch (error) {
    stderr.write(`torvet: ${error instanceof Error ? error.message : String(error)}\n${FAILED}\n`);
  }
}

/**
 * When the server has started: after an update of Torvet, in a new demo world, or when an import was killed before its end.
 * One world after the other, beside the pages.
 */
export function analyseAtStart(
  { register, demo }: Pick<CommandInstallation, 'register' | 'demo'>, config: CommandConfig, log: Log, run: RunChild = runTorvet,
): { stop(): Promise<void> } {
  const stopped = new AbortController();
  const { signal } = stopped;
  const make = whereBehind(config, log, run, signal);
  const work = (async () => {
    if (demo !== null) await make(demo, 'demo');
    await make(register, 'register');
  })().catch((error: unknown) => {
    if (!signal.aborted) log.error({ err: error }, 'the analysis files could not be looked at');
  });
  return {
    stop: async () => {
      stopped.abort();
      await work;
    },
  };
}

/** Makes the files of a world, where they are behind. */
function whereBehind(config: CommandConfig, log: Log, run: RunChild, signal: AbortSignal): (db: Kysely<RegisterTables>, world: 'register' | 'demo') => Promise<void> {
  return async (db, world) => {
    if (signal.aborted || (await isCurrent(db, config, world))) return;
    const end = await run([...REBUILD, ...(world === 'demo' ? ['--demo'] : [])], signal, { patient: true });
    if (!signal.aborted) report(world, end, log);
  };
}

const SOON_MS = 600_000;

/**
 * After notices of our own: ten minutes after the first of them the files are made with all that came meanwhile, so that
 * many notices cost no more than one. A server that stops before then makes them at its next start.
 */
export function analyseSoon(config: CommandConfig, log: Log, run: RunChild = runTorvet, wait = SOON_MS): { behind(db: Kysely<RegisterTables>, world: 'register' | 'demo'): void; stop(): Promise<void> } {
  const stopped = new AbortController();
  const { signal } = stopped;
  const waiting = new Set<string>();
  let work = Promise.resolve();
  const make = whereBehind(config, log, run, signal);
  return {
    behind: (db, world) => {
      if (waiting.has(world) || signal.aborted) return;
      waiting.add(world);
      const due = sleep(wait, undefined, { signal }).then(() => waiting.delete(world));
      work = Promise.allSettled([work, due]).then(() => make(db, world)).catch((error: unknown) => {
        if (!signal.aborted) log.error({ err: error, world }, 'the analysis files could not be looked at');
      });
    },
    stop: async () => {
      stopped.abort();
      await work;
    },
  };
}

/** The files may be those of today and the points of attention not: when their run was killed, or Torvet has learnt to ask other things. */
async function isCurrent(db: Kysely<RegisterTables>, config: CommandConfig, world: 'register' | 'demo'): Promise<boolean> {
  const place = analysisPlace(config, world);
  return (await analysisIsCurrent(db, place)) && flagsAreCurrent(db, place);
}

function report(world: string, { code, stderr }: ChildEnd, log: Log): void {
  if (code === 0) log.info({ world }, 'analysis files made');
  else log.error({ world, code, said: stderr }, 'the analysis files could not be made; those from before stay');
}

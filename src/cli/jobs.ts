/** The work of a server that nobody waits for: what each world has to do every minute, or at once when a command woke it. */
import type { Kysely } from 'kysely';
import { systemClock } from '#base';
import { intakeIn, sweepUploads } from '#intake';
import { catchUp, KINDS, marketIn, openRevealed, type Market } from '#market';
import { takeInOwnNotices, type AnalysisPlace, type RegisterTables } from '#register';
import type { Job, JobLog, Jobs } from '#store';
import { address } from '#ui';
import { analyseSoon, type RunChild } from './analysis.ts';
import { runTorvet } from './child.ts';
import type { CommandConfig, CommandInstallation } from './wiring.ts';

type World = AnalysisPlace['world'];

export interface KeptJobs {
  wake(world: World): void;
  stop(): Promise<void>;
}

/** Starts the jobs of both worlds beside the pages, and keeps them until it is stopped. */
export function keepWorking(installation: CommandInstallation, config: CommandConfig, log: JobLog, run: RunChild = runTorvet): KeptJobs {
  const analysis = analyseSoon(config, log, run);
  const started = new Map<World, Promise<Jobs | null>>();
  const wakeOf = (world: World): void => void started.get(world)?.then((jobs) => jobs?.wake());
  for (const world of ['register', 'demo'] as const) {
    const db = installation[world];
    if (db === null) continue;
    const jobs = [moveByTime(config, log, world, () => wakeOf(world)), ownNotices(config, log, () => analysis.behind(db, world))];
    started.set(world, installation.startJobs(world, jobs, log).catch((error: unknown) => {
      log.error({ err: error, world }, 'no jobs run in this world until the next start');
      return null;
    }));
  }
  return {
    wake: wakeOf,
    stop: async () => {
      for (const jobs of started.values()) await (await jobs)?.stop();
      await analysis.stop();
    },
  };
}

/** Deadlines, reminders and ends of the market place, bids whose holders have revealed, and what is left of uploads that nobody finished. */
function moveByTime({ url, ocidPrefix }: CommandConfig, log: JobLog, world: World, wake: () => void): Job<RegisterTables> {
  return {
    name: 'market',
    run: async (db: Kysely<RegisterTables>) => {
      const market: Market = {
        db: marketIn(db), clock: systemClock, kinds: KINDS, ocidPrefix, address: (path) => url + address(path, 'da', world), wake,
        report: (error, what) => log.error({ err: error, what }, 'what time moves did not move, and is tried again'),
      };
      await catchUp(market);
      await openRevealed(market);
      await sweepUploads(intakeIn(db), systemClock.now());
    },
  };
}

/** @param whenTaken is called after notices came in, which the analysis files do not hold yet. */
function ownNotices({ ocidPrefix }: CommandConfig, log: JobLog, whenTaken: () => void): Job<RegisterTables> {
  return {
    name: 'own-notices',
    run: async (db: Kysely<RegisterTables>) => {
      const { imported } = await takeInOwnNotices(db, { ocidPrefix, onReject: (reject) => log.error({ reject }, 'a notice of our own is no release') });
      if (imported > 0) whenTaken();
    },
  };
}

/** Opens the databases of an installation: the real register, and the fictional demo world beside it. */
import path from 'node:path';
import type { Kysely } from 'kysely';
import { unwrap } from '#base';
import type { RegisterTables } from '#register';
import {
  forget, migrate, openDatabase, openServer, recall, remember, startJobs, storeMigrations, type DatabaseServer, type Job, type JobLog, type Jobs, type MigrationSource,
} from '#store';
import type { Config } from './config.ts';

type Database = Kysely<RegisterTables>;

export interface Installation {
  readonly register: Database;
  /** null when it was removed, or the settings leave it out. */
  readonly demo: Database | null;
  /** Runs jobs on one of them, with connections of their own. */
  startJobs(world: 'register' | 'demo', jobs: readonly Job<RegisterTables>[], log: JobLog): Promise<Jobs>;
  close(): Promise<void>;
}

const DEMO_REMOVED = 'demo removed';
/** Of the server's questions to the database; imports, which take as long as they take, run in processes of their own. */
const LONGEST_STATEMENT_MS = 10_000;

/** By their folders: a command that only needs their tables does not wait for all their pages to load. */
const LATER_ROOMS = ['people', 'intake', 'market'].map((room): MigrationSource => ({ room, folder: path.join(import.meta.dirname, room, 'migrations') }));

export interface OpenOptions {
  /** Who this process is, shown to whoever finds the data folder busy. */
  readonly name: string;
  /** The server: claims the data folder, and makes the demo world when there is none yet. */
  readonly serves: boolean;
  /** The demo world too, for a command that does not serve. */
  readonly withDemo?: boolean;
}

/** @throws FailureError with what to do when the databases cannot be used. */
export async function openInstallation(config: Config, options: OpenOptions): Promise<Installation> {
  const server = await openServer({ dataFolder: config.dataFolder, databaseUrl: config.databaseUrl, name: options.name });
  const open: Database[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(open.map((database) => database.destroy()));
    await server.close();
  };
  try {
    // Before the rest of the program is loaded: a second server is refused at once.
    if (options.serves) unwrap(await server.claim());
    const limit = options.serves ? LONGEST_STATEMENT_MS : 0;
    const register = await openWorld(server, server.mainDatabase, limit);
    open.push(register);
    const demo = options.serves || options.withDemo === true ? await openDemo(config, server, register) : null;
    if (demo !== null) open.push(demo);
    const nameOf = { register: server.mainDatabase, demo: demoName(server) };
    return { register, demo, close, startJobs: (world, jobs, log) => startJobs(server.connection(nameOf[world]), jobs, log) };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openWorld(server: DatabaseServer, name: string, longestStatement = 0): Promise<Database> {
  const { registerMigrations, rederive } = await import('#register');
  const { oversightMigrations } = await import('#oversight');
  await server.ensureDatabase(name);
  await migrate(server.connection(name), [storeMigrations, registerMigrations, oversightMigrations, ...LATER_ROOMS]);
  // After an update of Torvet: what an earlier version read is read anew before anybody sees it, and may take its time.
  const unlimited = openDatabase<RegisterTables>(server.connection(name), 2);
  try {
    await rederive(unlimited);
  } finally {
    await unlimited.destroy();
  }
  return openDatabase<RegisterTables>(server.connection(name), 10, longestStatement);
}

async function openDemo(config: Config, server: DatabaseServer, register: Database): Promise<Database | null> {
  if (!config.demo || (await recall(register, DEMO_REMOVED)) !== null) return null;
  const { makeDemoWorld } = await import('#register');
  const demo = await openWorld(server, demoName(server));
  await makeDemoWorld(demo);
  const { seedDemoPeople } = await import('#people');
  await seedDemoPeople(demo);
  const { seedDemoMarket } = await import('#market');
  await seedDemoMarket(demo, config);
  return demo;
}

/** Removes the demo world for good, or makes it anew at the next start. @returns whether there was one. */
export async function removeDemo(config: Config): Promise<boolean> {
  return withMainDatabase(config, async (server, register) => {
    const existed = await server.hasDatabase(demoName(server));
    await server.dropDatabase(demoName(server));
    await remember(register, DEMO_REMOVED, 'yes');
    return existed;
  });
}

export async function restoreDemo(config: Config): Promise<void> {
  await withMainDatabase(config, (_server, register) => forget(register, DEMO_REMOVED));
}

async function withMainDatabase<T>(config: Config, work: (server: DatabaseServer, register: Database) => Promise<T>): Promise<T> {
  const server = await openServer({ dataFolder: config.dataFolder, databaseUrl: config.databaseUrl, name: `torvet demo, process ${process.pid}` });
  const register = await openWorld(server, server.mainDatabase);
  try {
    return await work(server, register);
  } finally {
    await register.destroy();
    await server.close();
  }
}

function demoName(server: DatabaseServer): string {
  return `${server.mainDatabase}_demo`;
}

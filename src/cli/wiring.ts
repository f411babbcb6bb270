import type { Readable, Writable } from 'node:stream';
import type { Kysely } from 'kysely';
import type { Result } from '#base';
import type { AnalysisPlace, RegisterTables } from '#register';
import type { Job, JobLog, Jobs } from '#store';

/** What the commands read of the settings. */
export interface CommandConfig {
  readonly dataFolder: string;
  readonly analysisFolder: string;
  readonly clickHouse: AnalysisPlace['clickHouse'];
  readonly host: string;
  readonly port: number;
  readonly url: string;
  readonly publisher: string;
  readonly contact: string | null;
  /** Those that the publisher is bound to; left out: none. */
  readonly owners?: readonly string[];
  readonly customers?: readonly string[];
  readonly login: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string } | null;
  readonly metricsToken: string | null;
  readonly rate: number | null;
  readonly trustProxy: readonly string[];
  readonly ocidPrefix: string;
  readonly virusScan?: string | null;
  readonly sync: { readonly country: string; readonly cpv: string | null } | null;
  readonly syncEveryHours: number;
  readonly tedApi: string;
  readonly tedNotices: string;
  readonly logLevel: string;
}

/** Where the analysis files of a world stand, and who answers questions to them. */
export function analysisPlace({ analysisFolder, clickHouse }: Pick<CommandConfig, 'analysisFolder' | 'clickHouse'>, world: AnalysisPlace['world']): AnalysisPlace {
  return { folder: analysisFolder, world, clickHouse: clickHouse ?? null };
}

export interface CommandInstallation {
  readonly register: Kysely<RegisterTables>;
  readonly demo: Kysely<RegisterTables> | null;
  startJobs(world: AnalysisPlace['world'], jobs: readonly Job<RegisterTables>[], log: JobLog): Promise<Jobs>;
  close(): Promise<void>;
}

export interface Streams {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable & { readonly isTTY?: boolean };
}

/** What `main.ts` hands to the commands. Everything heavy is loaded when a command asks for it. */
export interface Wiring<Config extends CommandConfig = CommandConfig> {
  readonly settings: Readonly<Record<string, { readonly help: string; readonly fallback?: string; readonly production?: string }>>;
  config(): Result<Config>;
  installation(config: Config, options: { readonly name: string; readonly serves: boolean; readonly withDemo?: boolean }): Promise<CommandInstallation>;
  readonly demo: {
    remove(config: Config): Promise<boolean>;
    restore(config: Config): Promise<void>;
  };
  readonly streams: Streams;
}

/** Exit codes of every command: 0 done, 1 the check says no or something was rejected, 2 wrong use or unreadable input. */
export type ExitCode = 0 | 1 | 2;

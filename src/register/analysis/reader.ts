/** Questions to the analysis files: SQL about one generation that does not change meanwhile, in DuckDB in a process of its own, or in a ClickHouse server. */
import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Kysely } from 'kysely';
import { FailureError } from '#base';
import type { RegisterTables } from '../tables.ts';
import { readCurrent } from './current.ts';
import { quoted } from './duck.ts';
import { generationFolder, type AnalysisPlace, type ClickHouseServer, type Generation } from './generation.ts';

/** Decimals, and whole numbers beyond 2^53, are exact text; days and instants are ISO 8601, instants in UTC. */
export type AnalysisValue = string | number | boolean | null;
export type AnalysisRow = Readonly<Record<string, AnalysisValue>>;

export interface Answering {
  /**
   * Runs one statement. Every table of the generation is a view of its name.
   * @param parameters values for `$name` in the statement
   * @throws FailureError with what the engine says, when it cannot be answered
   */
  query(sql: string, parameters?: Readonly<Record<string, AnalysisValue>>): Promise<AnalysisRow[]>;
  /** The same for the statement in a file. */
  queryFile(file: string | URL, parameters?: Readonly<Record<string, AnalysisValue>>): Promise<AnalysisRow[]>;
  /** To be called within the hour: after that a newer generation may have taken the place of this one for good. */
  close(): Promise<void>;
}

export interface Analysis extends Answering {
  /** What the answers are about: `id`, and how fresh it is (`updatedAt`). */
  readonly generation: Generation;
}

export interface AnalysisOptions {
  /** Most memory of the process that answers. */
  readonly megabytes?: number;
  readonly threads?: number;
  /** Whether what does not fit into that memory goes to the disk; without it the question fails. For work that makes tables of the whole register. */
  readonly spills?: boolean;
}

/** An engine that has the tables of a generation open: one session, which closes with all that was made in it. */
export interface Asking {
  /** Runs one statement. @throws what the engine says */
  ask(sql: string, parameters: Readonly<Record<string, AnalysisValue>>): Promise<AnalysisRow[]>;
  close(): Promise<void>;
}

export type Question =
  | { readonly number: number; readonly kind: 'open'; readonly folder: string; readonly spill: string | null; readonly megabytes: number; readonly threads: number; readonly views: readonly string[] }
  | { readonly number: number; readonly kind: 'ask'; readonly sql: string; readonly parameters: Readonly<Record<string, AnalysisValue>> };

export type Answer =
  | { readonly number: number; readonly rows: AnalysisRow[] }
  | { readonly number: number; readonly failure: string };

const MEMORY_MB = 512;
const THREADS = 2;

/** Opens the current generation of a world; null when there is none yet. */
export async function openAnalysis(db: Kysely<RegisterTables>, place: AnalysisPlace, options: AnalysisOptions = {}): Promise<Analysis | null> {
  const generation = await readCurrent(db, place);
  if (generation === null) return null;
  const server = place.clickHouse;
  if (server) return { generation, ...answering(await openServer(server, generation)) };
  return { generation, ...await openFolder(generationFolder(place, generation.id), generation.tables.map(({ name, parquet }) => ({ name, file: parquet.file })), options) };
}

/** Opens Parquet files of one folder, each as a view. */
export async function openFolder(folder: string, tables: readonly { readonly name: string; readonly file: string }[], options: AnalysisOptions = {}): Promise<Answering> {
  // Beside the files, for that is where the process may write; what is left by one that was killed goes with them.
  const spill = options.spills === true ? path.join(folder, `spill-${randomUUID()}`) : null;
  const reader = new Reader();
  const close = async (): Promise<void> => {
    await reader.close();
    if (spill !== null) await rm(spill, { recursive: true, force: true });
  };
  try {
    const views = tables.map(({ name, file }) => `create view "${name}" as select * from read_parquet(${quoted(path.join(folder, file))})`);
    await reader.ask({ kind: 'open', folder, spill, views, megabytes: options.megabytes ?? MEMORY_MB, threads: options.threads ?? THREADS });
  } catch (error) {
    await close();
    throw error;
  }
  return answering({ ask: (sql, parameters) => reader.ask({ kind: 'ask', sql, parameters }), close });
}

function answering(asking: Asking): Answering {
  const query: Answering['query'] = (sql, parameters = {}) => asking.ask(sql, parameters);
  return { query, queryFile: async (file, parameters) => query(await readFile(file, 'utf8'), parameters), close: () => asking.close() };
}

const SERVER_HELP = 'TORVET_CLICKHOUSE_URL names the server and TORVET_CLICKHOUSE_FILES where it finds the files; without both, DuckDB answers.';

/** Loaded when asked for: most installations have no such server. */
async function openServer(server: ClickHouseServer, generation: Generation): Promise<Asking> {
  const { openClickHouse } = await import('./clickhouse.store.ts');
  const asking = await openClickHouse(server, generation).catch(serverFailure);
  return { ask: (sql, parameters) => asking.ask(sql, parameters).catch(serverFailure), close: () => asking.close() };
}

function serverFailure(error: unknown): never {
  throw new FailureError({ kind: 'unavailable', message: `ClickHouse gave no answer: ${error instanceof Error ? error.message : String(error)}`, help: SERVER_HELP });
}

interface Waiting {
  readonly resolve: (rows: AnalysisRow[]) => void;
  readonly reject: (reason: Error) => void;
}

type Unnumbered<One> = One extends unknown ? Omit<One, 'number'> : never;

/** The process, and who waits for which answer of it. */
class Reader {
  // Without the loader of this process: these files are plain TypeScript, which Node runs as it is.
  readonly #child: ChildProcess = fork(new URL('reader-worker.ts', import.meta.url), { execArgv: ['--disable-warning=ExperimentalWarning'], serialization: 'advanced' });
  readonly #waiting = new Map<number, Waiting>();
  readonly #ended: Promise<void>;
  #asked = 0;

  constructor() {
    this.#child.on('message', (answer: Answer) => {
      const waiting = this.#waiting.get(answer.number);
      this.#waiting.delete(answer.number);
      if ('rows' in answer) waiting?.resolve(answer.rows);
      else waiting?.reject(failure(answer.failure));
    });
    this.#ended = new Promise((resolve) => {
      const end = (reason: string): void => {
        for (const { reject } of this.#waiting.values()) reject(failure(reason));
        this.#waiting.clear();
        resolve();
      };
      this.#child.once('error', (error) => end(error.message));
      this.#child.once('exit', (code, signal) => end(`the process that answers ended (${signal ?? code ?? 'without a word'})`));
    });
  }

  ask(question: Unnumbered<Question>): Promise<AnalysisRow[]> {
    this.#asked += 1;
    const number = this.#asked;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve, reject });
      this.#child.send({ ...question, number }, (error) => {
        if (error === null) return;
        this.#waiting.delete(number);
        reject(failure(error.message));
      });
    });
  }

  async close(): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }
}

function failure(reason: string): FailureError {
  return new FailureError({
    kind: 'unavailable',
    message: `The analysis files gave no answer: ${reason}`,
    help: 'When the files are damaged or gone, make them anew with: torvet register rebuild --analysis',
  });
}

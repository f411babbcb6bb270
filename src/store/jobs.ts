import { setTimeout as sleep } from 'node:timers/promises';
import { sql, type Kysely } from 'kysely';
import type { ClientConfig } from 'pg';
import type { PgBoss } from 'pg-boss';
import { isThere, openDatabase } from './database.ts';

/** Work that comes every minute, and at once when somebody wakes it. */
export interface Job<Tables> {
  /** Letters and dashes: the name of its queue. */
  readonly name: string;
  /** Must be of a kind that can be done twice: a process may end when the work is done and not yet noted. */
  readonly run: (db: Kysely<Tables>, signal: AbortSignal) => Promise<void>;
}

export interface Jobs {
  /** Runs all of them now. What was committed before is seen by them. */
  wake(): void;
  /** Asks what runs to end, and waits for it. */
  stop(): Promise<void>;
}

export interface JobLog {
  info(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** Of work: each job holds one for its turn, and what it needs itself. Idle ones are closed after ten seconds. */
const MOST_CONNECTIONS = 8;
const LONGEST_WAIT_MS = 5000;
const LONGEST_STOP_MS = 10_000;
const LOCK_NOT_AVAILABLE = '55P03';
/** Whoever takes a database away throws out its users first, and then it is there for a moment yet. */
const THROWN_OUT = '57P01';
const TO_BE_GONE_MS = 1000;

const QUEUE = { policy: 'short', retryLimit: 3, retryDelay: 10, retryBackoff: true, expireInSeconds: 1800, retentionSeconds: 3600, deleteAfterSeconds: 3600 } as const;
/** The worker of this process is told of each job that this process sends; only those of others, and those to be tried again, wait for a look. */
const LOOK = { pollingIntervalSeconds: 30 } as const;
/** What pg-boss does for itself, as seldom as it may: an idle server is to be idle. Its own timetable is not used. */
const QUIET = { schedule: false, superviseIntervalSeconds: 600, monitorIntervalSeconds: 600, maintenanceIntervalSeconds: 3600, queueCacheIntervalSeconds: 3600, bamIntervalSeconds: 600 } as const;

/**
 * Runs jobs on one database until they are stopped, or until the database is taken away. What a job throws is logged and
 * tried again, by the next minute at the latest. Their connections have no limit on the length of a statement, but one on
 * waiting for a lock: behind a long import a job gives up and comes again.
 * @param everySeconds tests only: less than a minute
 * @throws when the database does not let pg-boss make its tables (schema `pgboss`).
 */
export async function startJobs<Tables>(connection: ClientConfig, jobs: readonly Job<Tables>[], log: JobLog, everySeconds = 60): Promise<Jobs> {
  const { PgBoss } = await import('pg-boss');
  const boss = new PgBoss({ ...ownConnection(connection), ...QUIET, schema: 'pgboss', max: 2 });
  const db = openDatabase<Tables>(connection, MOST_CONNECTIONS, 0, LONGEST_WAIT_MS);
  const running = new Running(boss, db, log);
  try {
    await running.start(jobs, everySeconds);
  } catch (error) {
    await running.stop();
    throw error;
  }
  return running;
}

/** One turn of a job, as `startJobs` gives it. In a database each job is run by one process at a time; the turn goes with its connection, however the process ends. */
export async function runJob<Tables>(db: Kysely<Tables>, { name, run }: Job<Tables>, signal: AbortSignal = new AbortController().signal): Promise<void> {
  await db.connection().execute(async (turn) => {
    await sql`select pg_advisory_lock(hashtext(${`torvet job ${name}`}))`.execute(turn);
    try {
      if (!signal.aborted) await run(db, signal);
    } finally {
      await sql`select pg_advisory_unlock(hashtext(${`torvet job ${name}`}))`.execute(turn);
    }
  });
}

class Running<Tables> implements Jobs {
  readonly #boss: PgBoss;
  readonly #db: Kysely<Tables>;
  readonly #log: JobLog;
  readonly #stopped = new AbortController();
  /** Queue to worker. */
  readonly #workers = new Map<string, string>();
  #minute: NodeJS.Timeout | undefined;
  #end: Promise<void> | undefined;

  constructor(boss: PgBoss, db: Kysely<Tables>, log: JobLog) {
    this.#boss = boss;
    this.#db = db;
    this.#log = log;
  }

  async start(jobs: readonly Job<Tables>[], everySeconds: number): Promise<void> {
    this.#boss.on('error', (error) => void this.#tell(error));
    await this.#boss.start();
    for (const job of jobs) {
      await this.#boss.createQueue(job.name, QUEUE);
      // A queue that an earlier version made keeps its ways otherwise.
      const { policy: _made, ...ways } = QUEUE;
      await this.#boss.updateQueue(job.name, ways);
      this.#workers.set(job.name, await this.#boss.work(job.name, LOOK, () => this.#run(job)));
    }
    // One of them in each minute, whatever number of processes send.
    this.#minute = setInterval(() => this.#send({ singletonSeconds: everySeconds }), everySeconds * 1000);
    this.wake();
  }

  wake(): void {
    this.#send({});
  }

  async stop(): Promise<void> {
    this.#end ??= this.#close();
    await this.#end;
  }

  #send(options: { readonly singletonSeconds?: number }): void {
    if (this.#stopped.signal.aborted) return;
    for (const [name, worker] of this.#workers) void this.#sendTo(name, worker, options);
  }

  async #sendTo(name: string, worker: string, options: { readonly singletonSeconds?: number }): Promise<void> {
    try {
      if ((await this.#boss.send(name, null, options)) !== null) this.#boss.notifyWorker(worker);
    } catch (error) {
      await this.#tell(error);
    }
  }

  async #run(job: Job<Tables>): Promise<void> {
    const { signal } = this.#stopped;
    try {
      await runJob(this.#db, job, signal);
    } catch (error) {
      if (signal.aborted) return;
      if (isCode(error, LOCK_NOT_AVAILABLE)) this.#log.info({ job: job.name }, 'a job waits for something else to end; it comes again');
      else void this.#tell(error, job.name);
      throw error;
    }
  }

  /** A database that is gone, as after `torvet demo remove`, has no more work; anything else may be better the next time. */
  async #tell(error: unknown, job?: string): Promise<void> {
    const { signal } = this.#stopped;
    if (isCode(error, THROWN_OUT)) await pause(TO_BE_GONE_MS, signal);
    const there = signal.aborted || (await this.#isThere());
    if (signal.aborted) return;
    if (there) {
      this.#log.error({ err: error, ...(job === undefined ? {} : { job }) }, 'a job failed; it is tried again');
      return;
    }
    this.#log.info({}, 'a database was taken away, and its jobs end');
    await this.stop();
  }

  async #isThere(): Promise<boolean> {
    try {
      return await isThere(this.#db);
    } catch {
      return true;
    }
  }

  async #close(): Promise<void> {
    clearInterval(this.#minute);
    this.#stopped.abort();
    const enough = new AbortController();
    const workers = Promise.all([...this.#workers.keys()].map((name) => this.#boss.offWork(name, { wait: true })));
    await Promise.race([workers, pause(LONGEST_STOP_MS, enough.signal)]);
    enough.abort();
    try {
      await this.#boss.stop({ graceful: false });
    } catch (error) {
      // What is cut short is noted in its database, which may be gone.
      this.#log.info({ err: error }, 'the queue could not be told of the end');
    }
    await this.#db.destroy();
  }
}

/** Ends early, without a word, when the signal is given. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(milliseconds, undefined, { signal });
  } catch {
    // It was cut short.
  }
}

function isCode(error: unknown, code: string): boolean {
  return (error as { code?: string }).code === code;
}

/** pg-boss hands what it is given on to a pool, and wants no key that is there and undefined. */
function ownConnection({ connectionString, host, port, user, password, database, application_name: name }: ClientConfig): object {
  const parts = { connectionString, host, port, user, password, database, application_name: name };
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
}

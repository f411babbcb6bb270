import path from 'node:path';
import { Client, escapeIdentifier, type ClientConfig, type DatabaseError } from 'pg';
import { fail, FailureError, ok, type Result } from '#base';
import { joinEmbedded, type Embedded } from './embedded.ts';

/** A PostgreSQL server with Torvet's databases, embedded or named by DATABASE_URL. */
export interface DatabaseServer {
  /** The name of the real register's database; other databases of this installation begin with it. */
  readonly mainDatabase: string;
  connection(database: string): ClientConfig;
  /** Makes the database when it is missing. */
  ensureDatabase(database: string): Promise<void>;
  dropDatabase(database: string): Promise<void>;
  hasDatabase(database: string): Promise<boolean>;
  /** Says that this process serves the data folder. Only one may; a server with DATABASE_URL shares by design. */
  claim(): Promise<Result<void>>;
  close(): Promise<void>;
}

export interface ServerOptions {
  readonly dataFolder: string;
  /** null: the embedded database in the data folder. */
  readonly databaseUrl: string | null;
  /** Who this process is, for people who look at a busy folder: `torvet serve, process 4711, port 4710`. */
  readonly name: string;
  /** Tests only: takes a server that forgets what it confirmed when the machine stops. */
  readonly allowUnsafe?: boolean;
}

const OLDEST_VERSION = 180_000;
const CLAIM = [1_953_657_462, 1] as const;

/** @throws FailureError when the database cannot be used, with what to do. */
export async function openServer(options: ServerOptions): Promise<DatabaseServer> {
  if (options.databaseUrl !== null) return openNamed(options.databaseUrl, options);
  const embedded = await joinEmbedded(options.dataFolder, options.name);
  const connection = (database: string): ClientConfig => ({ ...embedded.connection, database, application_name: options.name });
  return {
    mainDatabase: 'torvet',
    connection,
    ...databases(embedded.presence),
    claim: () => claim(embedded, options.dataFolder),
    close: () => embedded.leave(),
  };
}

async function openNamed(databaseUrl: string, options: ServerOptions): Promise<DatabaseServer> {
  const url = new URL(databaseUrl);
  const mainDatabase = decodeURIComponent(url.pathname.slice(1));
  const connection = (database: string): ClientConfig => {
    const address = new URL(url);
    address.pathname = `/${encodeURIComponent(database)}`;
    return { connectionString: address.href, application_name: options.name };
  };
  const admin = new Client({ ...connection(mainDatabase), connectionTimeoutMillis: 10_000 });
  admin.on('error', () => {});
  await admin.connect().catch((error: Error) => {
    throw new FailureError({
      kind: 'unavailable',
      message: `The database at ${url.hostname}:${url.port || '5432'} does not let Torvet in: ${error.message}.`,
      help: 'Check DATABASE_URL, and that the server runs and has the database it names.',
    });
  });
  await refuseUnfit(admin, options.allowUnsafe ?? false).catch(async (error: unknown) => {
    await admin.end();
    throw error;
  });
  return { mainDatabase, connection, ...databases(admin), claim: async () => ok(undefined), close: () => admin.end() };
}

async function refuseUnfit(admin: Client, allowUnsafe: boolean): Promise<void> {
  const answer = await admin.query<{ version: number; fsync: string }>(
    "select current_setting('server_version_num')::int as version, current_setting('fsync') as fsync",
  );
  const { version = 0, fsync = '' } = answer.rows[0] ?? {};
  if (version < OLDEST_VERSION) {
    throw new FailureError({
      kind: 'invalid',
      message: `The database server is PostgreSQL ${Math.floor(version / 10_000)}; Torvet needs 18 or later.`,
      help: 'Upgrade the server, or leave DATABASE_URL out to use the embedded one.',
    });
  }
  if (fsync !== 'on' && !allowUnsafe) {
    throw new FailureError({
      kind: 'invalid',
      message: 'The database server runs with fsync=off: it would confirm a bid and forget it when the machine stops.',
      help: 'Set fsync = on in postgresql.conf and restart the server.',
    });
  }
}

function databases(admin: Client): Pick<DatabaseServer, 'ensureDatabase' | 'dropDatabase' | 'hasDatabase'> {
  const hasDatabase = async (database: string): Promise<boolean> =>
    (await admin.query('select 1 from pg_database where datname = $1', [database])).rowCount === 1;
  return {
    hasDatabase,
    async ensureDatabase(database) {
      if (await hasDatabase(database)) return;
      await admin.query(`create database ${escapeIdentifier(database)} template template0 encoding 'UTF8'`).catch((error: DatabaseError) => {
        // Another process made it between the question and the answer (duplicate_database, unique_violation).
        if (error.code !== '42P04' && error.code !== '23505') throw error;
      });
    },
    async dropDatabase(database) {
      await admin.query(`drop database if exists ${escapeIdentifier(database)} with (force)`);
    },
  };
}

// A session lock: it goes with the process, however that ends, and the database knows who holds it.
async function claim(embedded: Embedded, dataFolder: string): Promise<Result<void>> {
  const taken = await embedded.presence.query<{ taken: boolean }>('select pg_try_advisory_lock($1, $2) as taken', [...CLAIM]);
  if (taken.rows[0]?.taken) return ok(undefined);
  const holder = await embedded.presence.query<{ name: string; since: string }>(
    `select a.application_name as name, to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SS "UTC"') as since
     from pg_locks l join pg_stat_activity a using (pid)
     where l.locktype = 'advisory' and l.classid = $1::oid and l.objid = $2::oid and l.granted`,
    [...CLAIM],
  );
  const { name = 'another Torvet', since = 'an unknown time' } = holder.rows[0] ?? {};
  return fail({
    kind: 'conflict',
    message: `The data folder ${path.resolve(dataFolder)} is in use by ${name}, since ${since}.`,
    help: 'Stop that server first, or choose another folder with TORVET_DATA.',
  });
}

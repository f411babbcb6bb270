import { execFile, type ExecFileException } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import { FailureError } from '#base';
import { findBinaries } from './binaries.ts';
import { findOwner, type Owner } from './owner.ts';

/** One running PostgreSQL in a data folder, whoever started it. */
export interface Embedded {
  readonly connection: ClientConfig;
  /** Connected as long as this process uses the cluster; its session also carries the server's claim. */
  readonly presence: Client;
  /** Leaves the cluster, and stops it when nobody else is using it. */
  leave(): Promise<void>;
}

interface Cluster {
  readonly folder: string;
  readonly binaries: string;
  readonly owner: Owner | undefined;
  readonly password: string;
}

const SETTINGS = [
  'listen_addresses=127.0.0.1',
  "unix_socket_directories=''",
  'max_connections=80',
  'shared_buffers=256MB',
  'max_wal_size=2GB',
  'timezone=UTC',
  'jit=off',
  // Reading here and there costs what reading on costs where there are no turning disks.
  'random_page_cost=1.1',
  'logging_collector=on',
  'log_directory=log',
  'log_filename=postgresql-%a.log',
  'log_truncate_on_rotation=on',
  'log_rotation_age=1d',
];
/** Crash recovery of a large cluster takes its time; a healthy one is up in a tenth of a second. */
const START_LIMIT_MS = 120_000;
const LEAVING = 'torvet leaving';

/**
 * Joins the PostgreSQL of a data folder, or makes and starts it. Server and commands do the same, so that they work
 * beside each other; the last one to leave stops it, and one that was killed leaves by losing its connections.
 * @param name shown to others as the holder, for example `torvet serve 4711`
 */
export async function joinEmbedded(dataFolder: string, name: string): Promise<Embedded> {
  const cluster = await prepareCluster(dataFolder);
  const deadline = Date.now() + START_LIMIT_MS;
  for (;;) {
    const connection = await runningConnection(cluster);
    const presence = connection && (await tryConnect({ ...connection, application_name: name }));
    if (connection && presence && (await isCounted(presence))) return { connection, presence, leave: () => leave(cluster, connection, presence) };
    if (Date.now() > deadline) throw await notStarted(cluster, 'it did not answer in time');
    if (!(await start(cluster))) await sleep(50);
  }
}

/**
 * Waits for whoever is just leaving: either it sees this session and lets the database run, or it stops the database,
 * this session with it, and one has to look again.
 */
async function isCounted(presence: Client): Promise<boolean> {
  try {
    await presence.query('select pg_advisory_lock_shared(hashtext($1))', [LEAVING]);
    await presence.query('select pg_advisory_unlock_shared(hashtext($1))', [LEAVING]);
    return true;
  } catch {
    await presence.end().catch(() => {});
    return false;
  }
}

async function prepareCluster(dataFolder: string): Promise<Cluster> {
  await mkdir(dataFolder, { recursive: true, mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    throw new FailureError({
      kind: 'invalid',
      message: `The data folder ${dataFolder} cannot be made (${error.code ?? error.message}).`,
      help: 'Choose a folder you may write to with TORVET_DATA.',
    });
  });
  const folder = path.join(dataFolder, 'postgres');
  const owner = await findOwner(folder);
  const binaries = await findBinaries(owner !== undefined);
  if (!(await stat(folder).catch(() => null))) await initialise(dataFolder, folder, binaries, owner);
  const password = (await readFile(path.join(folder, 'torvet-password'), 'utf8')).trim();
  return { folder, binaries, owner, password };
}

// Made beside its place and renamed into it: two first starts at once leave one whole cluster, never half of one.
async function initialise(dataFolder: string, folder: string, binaries: string, owner: Owner | undefined): Promise<void> {
  const unfinished = await mkdtemp(path.join(dataFolder, 'postgres.new-'));
  const secret = await mkdtemp(path.join(tmpdir(), 'torvet-'));
  const password = randomBytes(24).toString('base64url');
  try {
    await writeFile(path.join(secret, 'password'), password, { mode: 0o600 });
    if (owner) for (const place of [unfinished, secret, path.join(secret, 'password')]) await chown(place, owner.uid, owner.gid);
    const cluster = { folder: unfinished, binaries, owner, password };
    const made = await run(cluster, 'initdb', [
      '--username=torvet', '--auth=scram-sha-256', `--pwfile=${path.join(secret, 'password')}`, '--encoding=UTF8',
      '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--data-checksums', '--no-instructions',
    ]);
    if (made.error) throw clusterFailure(`PostgreSQL could not set up its files in ${dataFolder}`, made.output);
    await writeFile(path.join(unfinished, 'torvet-password'), password, { mode: 0o600 });
    await rename(unfinished, folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(unfinished, { recursive: true, force: true });
    await rm(secret, { recursive: true, force: true });
  }
}

/** How to reach the PostgreSQL that the pid file names, or null when the file says that none is ready. */
async function runningConnection(cluster: Cluster): Promise<ClientConfig | null> {
  const text = await readFile(path.join(cluster.folder, 'postmaster.pid'), 'utf8').catch(() => '');
  const [, , , port, , , , status] = text.split('\n');
  if (!port || status?.trim() !== 'ready') return null;
  return { host: '127.0.0.1', port: Number(port), user: 'torvet', password: cluster.password, database: 'postgres' };
}

async function tryConnect(config: ClientConfig): Promise<Client | null> {
  const client = new Client({ ...config, connectionTimeoutMillis: 5000, keepAlive: true });
  // A lost database shows itself at the next query; this session has nothing to answer itself.
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch {
    await client.end().catch(() => {});
    return null;
  }
}

/** @returns false when another process is starting or stopping it, so that one has to look again. */
async function start(cluster: Cluster): Promise<boolean> {
  const port = await freePort();
  // pg_ctl appends; only this start's words are of use.
  await rm(path.join(cluster.folder, 'start.log'), { force: true });
  const options = [`-p ${port}`, ...SETTINGS.map((setting) => `-c ${setting}`)].join(' ');
  const started = await run(cluster, 'pg_ctl', ['start', '--wait', '--silent', '--log=start.log', `--timeout=${START_LIMIT_MS / 1000}`, `--options=${options}`]);
  if (!started.error) return true;
  const log = await readFile(path.join(cluster.folder, 'start.log'), 'utf8').catch(() => '');
  if (/lock file|already running|another server|Address already in use|could not bind/.test(log + started.output)) return false;
  throw await notStarted(cluster, started.output);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function leave(cluster: Cluster, connection: ClientConfig, presence: Client): Promise<void> {
  await presence.end().catch(() => {});
  const client = await tryConnect({ ...connection, application_name: LEAVING });
  if (client === null) return;
  try {
    // One at a time: of two who leave together the second sees what the first one did.
    await client.query('select pg_advisory_lock(hashtext($1))', [LEAVING]);
    // By their presence: a session of a process that was killed works on at what it was asked, and nobody waits for the answer.
    const others = await client.query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity
       where backend_type = 'client backend' and datname = $2 and pid <> pg_backend_pid() and application_name <> $1`,
      [LEAVING, connection.database],
    );
    if (others.rows[0]?.count === 0) await run(cluster, 'pg_ctl', ['stop', '--wait', '--silent', '--mode=fast', '--timeout=60']);
  } catch {
    // The other leaver stopped the database under this query: that is what was wanted.
  } finally {
    await client.end().catch(() => {});
  }
}

interface Output {
  readonly error: ExecFileException | null;
  readonly output: string;
}

/**
 * Runs a PostgreSQL program on the cluster. As another user it works from inside the folder and names it as its own
 * working directory: the way there may lead through folders that only root can enter.
 */
function run(cluster: Cluster, program: 'initdb' | 'pg_ctl', args: readonly string[]): Promise<Output> {
  const place = cluster.owner ? '/proc/self/cwd' : cluster.folder;
  return new Promise((resolve) => {
    execFile(
      path.join(cluster.binaries, 'bin', program), [`--pgdata=${place}`, ...args],
      { cwd: cluster.folder, ...cluster.owner, env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' } },
      (error, stdout, stderr) => resolve({ error, output: `${stdout}${stderr}`.trim() }),
    );
  });
}

async function notStarted(cluster: Cluster, reason: string): Promise<FailureError> {
  const log = await readFile(path.join(cluster.folder, 'start.log'), 'utf8').catch(() => '');
  return clusterFailure(`The embedded PostgreSQL in ${cluster.folder} did not start`, `${reason}\n${log.slice(-1500)}`.trim());
}

function clusterFailure(what: string, detail: string): FailureError {
  return new FailureError({
    kind: 'unavailable',
    message: `${what}:\n${detail}`,
    help: 'Is the disk full, or is the folder from another machine? Nothing in it was changed; TORVET_DATA chooses another.',
  });
}

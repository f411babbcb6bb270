import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { FailureError } from '#base';
import { openDatabase, openServer } from '#store';

const folder = await mkdtemp(path.join(tmpdir(), 'torvet-store-'));
after(() => rm(folder, { recursive: true, force: true }));
const isRoot = process.getuid?.() === 0;

function embedded(dataFolder: string, name: string): ReturnType<typeof openServer> {
  return openServer({ dataFolder, databaseUrl: null, name });
}

async function databasePid(dataFolder: string): Promise<number | null> {
  const text = await readFile(path.join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8').catch(() => null);
  return text === null ? null : Number(text.split('\n')[0]);
}

test('an empty folder becomes a database with fsync, Danish stemming and Danish order', async () => {
  const dataFolder = path.join(folder, 'plain');
  const server = await embedded(dataFolder, 'first');
  try {
    await server.ensureDatabase('torvet');
    await server.ensureDatabase('torvet');
    const db = openDatabase<object>(server.connection('torvet'), 1);
    const { rows } = await sql<Record<string, string>>`
      select current_setting('fsync') as fsync, current_setting('server_version_num')::int / 10000 as version,
             to_tsvector('danish', 'journalsystemerne')::text as stem, 'åben' > 'zebra' collate "da-x-icu" as danish`.execute(db);
    await db.destroy();
    assert.deepEqual(rows[0], { fsync: 'on', version: 18, stem: "'journalsystem':1", danish: true });
  } finally {
    await server.close();
  }
  assert.equal(await databasePid(dataFolder), null, 'the last one to leave stops the database');
});

test('the second server on a folder is refused and told who holds it; a command joins', async () => {
  const dataFolder = path.join(folder, 'plain');
  const first = await embedded(dataFolder, 'torvet serve (process 1, port 4710)');
  const second = await embedded(dataFolder, 'torvet serve (process 2, port 4711)');
  try {
    assert.ok((await first.claim()).ok);
    const refused = await second.claim();
    assert.ok(!refused.ok);
    assert.equal(refused.failure.kind, 'conflict');
    assert.match(refused.failure.message, /in use by torvet serve \(process 1, port 4710\), since 20/);
    await first.close();
    assert.notEqual(await databasePid(dataFolder), null, 'someone is still using it');
    assert.ok((await second.claim()).ok, 'the claim is free when its holder is gone');
  } finally {
    await second.close();
  }
  assert.equal(await databasePid(dataFolder), null);
});

test('two that leave at the same moment leave no database behind', async () => {
  const dataFolder = path.join(folder, 'plain');
  for (let round = 0; round < 3; round += 1) {
    const servers = await Promise.all([embedded(dataFolder, 'a'), embedded(dataFolder, 'b'), embedded(dataFolder, 'c')]);
    await Promise.all(servers.map((server) => server.close()));
    assert.equal(await databasePid(dataFolder), null, `round ${round}`);
  }
});

test('two first starts at once make one whole cluster', async () => {
  const dataFolder = path.join(folder, 'race');
  const servers = await Promise.all([embedded(dataFolder, 'a'), embedded(dataFolder, 'b')]);
  await Promise.all(servers.map((server) => server.ensureDatabase('torvet')));
  for (const server of servers) await server.close();
  assert.equal(await databasePid(dataFolder), null);
});

test('a database that was killed comes back with what it confirmed', async () => {
  const dataFolder = path.join(folder, 'killed');
  const before = await embedded(dataFolder, 'before');
  await before.ensureDatabase('torvet');
  const db = openDatabase<object>(before.connection('torvet'), 1);
  await sql`create table kept (n int)`.execute(db);
  await sql`insert into kept values (1)`.execute(db);
  const pid = await databasePid(dataFolder);
  assert.ok(pid !== null);
  process.kill(pid, 'SIGKILL');
  await db.destroy();
  await before.close();
  const again = await embedded(dataFolder, 'again');
  const reopened = openDatabase<object>(again.connection('torvet'), 1);
  const { rows } = await sql<{ n: number }>`select n from kept`.execute(reopened);
  await reopened.destroy();
  await again.close();
  assert.deepEqual(rows, [{ n: 1 }]);
});

test('root may keep the data in a folder that nobody else can enter', { skip: isRoot ? false : 'this needs root' }, async () => {
  const closed = path.join(folder, 'closed');
  await mkdir(closed, { mode: 0o700 });
  await chmod(closed, 0o700);
  const dataFolder = path.join(closed, 'data');
  await mkdir(dataFolder, { mode: 0o700 });
  const server = await embedded(dataFolder, 'root');
  await server.ensureDatabase('torvet');
  await server.close();
  assert.equal((await stat(closed)).mode & 0o777, 0o700, 'the folder stays closed');
  assert.notEqual((await stat(path.join(dataFolder, 'postgres'))).uid, 0, 'PostgreSQL runs as somebody else');
});

test('a folder that cannot be made is said with its reason', async () => {
  const file = path.join(folder, 'file');
  await writeFile(file, '');
  await assert.rejects(embedded(path.join(file, 'data'), 'nobody'), (error: unknown) =>
    error instanceof FailureError && error.failure.message.includes(file) && error.failure.help?.includes('TORVET_DATA') === true);
});

test('a named server with fsync off is refused, except where tests say so', async () => {
  const server = await embedded(path.join(folder, 'plain'), 'named');
  const { host, port, user, password } = server.connection('torvet');
  const databaseUrl = `postgres://${user}:${String(password)}@${host}:${port}/torvet`;
  const options = { dataFolder: folder, databaseUrl, name: 'named' };
  const admin = openDatabase<object>(server.connection('postgres'), 1);
  try {
    await (await openServer(options)).close();
    await sql`alter system set fsync = off`.execute(admin);
    await sql`select pg_reload_conf()`.execute(admin);
    await sql`select pg_sleep(0.3)`.execute(admin);
    await assert.rejects(openServer(options), /fsync=off/);
    await (await openServer({ ...options, allowUnsafe: true })).close();
    await assert.rejects(openServer({ ...options, databaseUrl: databaseUrl.replace('/torvet', '/missing') }), (error: unknown) =>
      error instanceof FailureError && /missing/.test(error.message) && !error.message.includes(String(password)));
  } finally {
    await sql`alter system reset fsync`.execute(admin);
    await admin.destroy();
    await server.close();
  }
});

test('a process that is killed does not keep the folder', async () => {
  const dataFolder = path.join(folder, 'plain');
  const script = `import { openServer } from '#store';
    const server = await openServer({ dataFolder: ${JSON.stringify(dataFolder)}, databaseUrl: null, name: 'victim' });
    await server.claim(); console.log('claimed'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], { cwd: path.join(import.meta.dirname, '../..') });
  const errors: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()));
  await new Promise((resolve, reject) => {
    child.stdout.once('data', resolve);
    child.once('exit', () => reject(new Error(errors.join(''))));
  });
  child.removeAllListeners('exit');
  child.kill('SIGKILL');
  await new Promise((resolve) => { child.once('exit', resolve); });
  const server = await embedded(dataFolder, 'next');
  let claimed = await server.claim();
  for (let attempt = 0; !claimed.ok && attempt < 20; attempt += 1) {
    await new Promise((resolve) => { setTimeout(resolve, 50); });
    claimed = await server.claim();
  }
  await server.close();
  assert.ok(claimed.ok);
});

test('a session of a killed process that works on does not keep the database running', { timeout: 60_000 }, async () => {
  const dataFolder = path.join(folder, 'plain');
  const server = await embedded(dataFolder, 'stays');
  await server.ensureDatabase('torvet');
  const script = `import { sql } from 'kysely'; import { openDatabase, openServer } from '#store';
    const server = await openServer({ dataFolder: ${JSON.stringify(dataFolder)}, databaseUrl: null, name: 'worker' });
    await sql.raw('select pg_sleep(300)').execute(openDatabase(server.connection('torvet'), 1));`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], { cwd: path.join(import.meta.dirname, '../..') });
  const errors: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()));
  const admin = openDatabase<object>(server.connection('torvet'), 1);
  for (let works = false; !works;) {
    assert.equal(child.exitCode, null, errors.join(''));
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from pg_stat_activity where query like '%pg_sleep(300)%' and state = 'active' and pid <> pg_backend_pid()`.execute(admin);
    works = rows[0]?.count === 1;
  }
  await admin.destroy();
  child.kill('SIGKILL');
  await new Promise((resolve) => { child.once('exit', resolve); });
  await server.close();
  await assert.rejects(stat(path.join(dataFolder, 'postgres', 'postmaster.pid')), 'the database stopped');
});

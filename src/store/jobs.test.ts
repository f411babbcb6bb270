import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { openDatabase, runJob, startJobs, type Job, type Jobs } from '#store';
import { testServer } from '../../test/support/database.ts';

const open: Jobs[] = [];
const databases: string[] = [];
after(async () => {
  for (const jobs of open) await jobs.stop();
  for (const name of databases) await server.dropDatabase(name);
});
// Its own end comes after that of what runs on it.
const server = await testServer();

async function database(): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await server.ensureDatabase(name);
  databases.push(name);
  return name;
}

function memory(): { readonly log: Parameters<typeof startJobs>[2]; readonly lines: string[] } {
  const lines: string[] = [];
  return { lines, log: { info: (_facts, text) => lines.push(`info: ${text}`), error: ({ err }: { err?: Error }, text) => lines.push(`error: ${text}: ${err?.message}`) } };
}

async function start(name: string, jobs: readonly Job<object>[], log = memory().log, everySeconds = 60): Promise<Jobs> {
  const started = await startJobs(server.connection(name), jobs, log, everySeconds);
  open.push(started);
  return started;
}

async function until(what: string, holds: () => boolean, longest = 5000): Promise<number> {
  const began = performance.now();
  while (!holds()) {
    assert.ok(performance.now() - began < longest, `${what}: not within ${longest} ms`);
    await sleep(5);
  }
  return performance.now() - began;
}

test('a job runs at the start, when it is woken, and every minute; stopped, it runs no more', async () => {
  const name = await database();
  let runs = 0;
  const jobs = await start(name, [{ name: 'count', run: async () => { runs += 1; } }], undefined, 1);
  await until('the start', () => runs >= 1);
  const before = runs;
  jobs.wake();
  const took = await until('a wake', () => runs > before);
  assert.ok(took < 1000, `${took} ms`);
  const woken = runs;
  await until('the next minutes', () => runs >= woken + 2);
  const began = performance.now();
  await jobs.stop();
  assert.ok(performance.now() - began < 400, `${performance.now() - began} ms`);
  const last = runs;
  jobs.wake();
  await sleep(1500);
  assert.equal(runs, last);
});

test('two processes never run one job at the same time, and who is woken while it runs is not forgotten', async () => {
  const name = await database();
  let [at, most, runs] = [0, 0, 0];
  const job: Job<object> = {
    name: 'alone',
    run: async () => {
      at += 1;
      most = Math.max(most, at);
      await sleep(40);
      at -= 1;
      runs += 1;
    },
  };
  const both = await Promise.all([start(name, [job]), start(name, [job])]);
  await until('the starts', () => runs >= 1);
  for (let n = 0; n < 10; n += 1) {
    for (const jobs of both) jobs.wake();
    await sleep(15);
  }
  await until('the last of them', () => at === 0 && runs >= 3);
  const before = runs;
  both[0].wake();
  await until('one more', () => runs > before);
  assert.equal(most, 1);
});

test('what a job throws is logged and tried again, and holds up no other', async () => {
  const { log, lines } = memory();
  let [tries, others] = [0, 0];
  const jobs = await start(await database(), [
    { name: 'fails', run: async () => { tries += 1; if (tries < 2) throw new Error('the well is dry'); } },
    { name: 'works', run: async () => { others += 1; } },
  ], log, 1);
  await until('a second try', () => tries >= 2 && others >= 2);
  await jobs.stop();
  assert.deepEqual(lines, ['error: a job failed; it is tried again: the well is dry']);
});

test('a stop asks what runs to end, and waits for it', async () => {
  let ended = '';
  let began = false;
  const jobs = await start(await database(), [{
    name: 'long',
    run: async (_db, signal) => {
      began = true;
      await sleep(60_000, undefined, { signal }).catch(() => {});
      await sleep(50);
      ended = 'in order';
    },
  }]);
  await until('it', () => began);
  await jobs.stop();
  assert.equal(ended, 'in order');
});

test('a database that is taken away ends its jobs with one line, and nothing else', async () => {
  const name = await database();
  const { log, lines } = memory();
  let runs = 0;
  const jobs = await start(name, [{ name: 'count', run: async (db) => { await sql`select 1`.execute(db); runs += 1; } }], log, 1);
  await until('the start', () => runs >= 1);
  await server.dropDatabase(name);
  await until('the end', () => lines.length > 0);
  await sleep(1500);
  assert.deepEqual(lines, ['info: a database was taken away, and its jobs end']);
  const last = runs;
  jobs.wake();
  await jobs.stop();
  assert.equal(runs, last);
});

test('behind a lock that is held long, a job gives up without a word of error and comes again', { timeout: 30_000 }, async () => {
  const name = await database();
  const { log, lines } = memory();
  const holder = openDatabase<object>(server.connection(name), 2);
  let runs = 0;
  await holder.connection().execute(async (held) => {
    await sql`select pg_advisory_lock(7)`.execute(held);
    const jobs = await start(name, [{ name: 'waits', run: async (db) => { await sql`select pg_advisory_lock_shared(7)`.execute(db); runs += 1; } }], log, 1);
    await until('the wait', () => lines.length > 0, 10_000);
    assert.deepEqual([runs, lines[0]], [0, 'info: a job waits for something else to end; it comes again']);
    await sql`select pg_advisory_unlock(7)`.execute(held);
    await until('its turn', () => runs >= 1, 10_000);
    await jobs.stop();
  });
  await holder.destroy();
});

test('a job can be run by hand, without a queue', async () => {
  const db = openDatabase<object>(server.connection(await database()), 3);
  let runs = 0;
  await Promise.all([1, 2].map(() => runJob(db, { name: 'hand', run: async () => { runs += 1; } })));
  await db.destroy();
  assert.equal(runs, 2);
});

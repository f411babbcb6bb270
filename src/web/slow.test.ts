/** Clients that are slow, by bad luck or on purpose, keep nobody else waiting: real sockets against a listening server. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { fixedClock } from '#base';
import { makeFindable, servedRegister, testRegister } from '../../test/support/database.ts';
import { PATIENCE, type Patience } from './patience.ts';
import { buildServer } from './server.ts';

/** Enough that no buffer between server and client holds the JSON of it: those of Linux take some megabytes. */
const ROWS = 12_000;
const SLOW = 50;

const register = await testRegister();
const served = await servedRegister(register, 10_000);
const closers: (() => unknown)[] = [];

before(async () => {
  await sql`insert into process (ocid, compiled, title, description, suppliers, release_count, fault_count, last_date)
    select 'o-' || n, '{}', 'Aftale ' || n, repeat('æble ', 200), '[]', 1, 0, timestamptz '2020-01-01' from generate_series(1, ${ROWS}) as n`.execute(register);
  await makeFindable(register);
});
// Also when a test fails: a socket that stays open would keep the tests from ending.
after(async () => { for (const close of closers.toReversed()) await close(); });

interface Listening {
  /** Of the requests whose heads came in whole, in their order. */
  readonly answers: readonly ServerResponse[];
  readonly open: () => Promise<number>;
  readonly ask: (path: string) => Promise<Response>;
  readonly dial: () => Promise<Socket>;
}

async function listen(patience: Patience): Promise<Listening> {
  const app = await buildServer({
    worlds: { register: served, demo: null }, clock: fixedClock('2026-11-22T12:00:00Z'), url: 'http://torvet.example', publisher: 'Prøven', contact: null, metricsToken: null, logLevel: 'silent', patience,
  });
  closers.push(() => app.close());
  const answers: ServerResponse[] = [];
  app.server.on('request', (_request: IncomingMessage, answer: ServerResponse) => { answers.push(answer); });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  return {
    answers,
    open: async () => new Promise((resolve, reject) => { app.server.getConnections((error, count) => { if (error === null) resolve(count); else reject(error); }); }),
    ask: async (path) => fetch(`http://127.0.0.1:${port}${path}`, { headers: { connection: 'close' } }),
    dial: async () => {
      const socket = connect({ port, host: '127.0.0.1' });
      // The server may let go of it at any time.
      socket.on('error', () => {});
      closers.push(() => socket.destroy());
      await once(socket, 'connect');
      return socket;
    },
  };
}

async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await holds()) return;
    await wait(50);
  }
  assert.fail(`In vain waited for: ${what}.`);
}

/** Connections to the database that are in the middle of something. */
async function busy(): Promise<number> {
  const { rows: [row] } = await sql<{ busy: number }>`
    select count(*) as busy from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state <> 'idle'`.execute(register);
  return row?.busy ?? -1;
}

void test('fifty that write a letter a second and fifty that never read hold up nobody, and no connection to the database', async () => {
  const { answers, ask, dial, open } = await listen({ ...PATIENCE, head: 300_000, request: 300_000 });
  const readers = await Promise.all(Array.from({ length: SLOW }, dial));
  for (const socket of readers) socket.pause().write('GET /udbud.json HTTP/1.1\r\nhost: x\r\n\r\n');
  await until('fifty files that have begun and stand still', () => answers.length === SLOW && answers.every(({ headersSent, writableNeedDrain }) => headersSent && writableNeedDrain));
  await until('an idle database', async () => (await busy()) === 0);
  const writers = await Promise.all(Array.from({ length: SLOW }, dial));
  const request = 'GET /udbud HTTP/1.1\r\nhost: torvet.example\r\n';
  let at = 0;
  const writing = setInterval(() => {
    for (const socket of writers) socket.write(request[at] ?? '');
    at += 1;
  }, 1000);
  closers.push(() => { clearInterval(writing); });
  const others = await Promise.all(['/', '/udbud?q=aftale', '/api/v1/processes?limit=5', '/organisationer', '/api/v1/overview', '/healthz', '/readyz', '/en/om'].map(ask));
  assert.deepEqual(others.map(({ status }) => status), others.map(() => 200));
  for (const other of others) assert.ok((await other.text()).length > 10);
  assert.equal(await open(), 2 * SLOW, 'the slow ones are still there');
  assert.deepEqual(answers.slice(0, SLOW).filter(({ writableFinished, destroyed }) => writableFinished || destroyed), []);
  // One more whole file, while they are.
  const lines = (await (await ask('/udbud.csv')).text()).split('\r\n').length;
  assert.equal(lines, ROWS + 2);
  clearInterval(writing);
  for (const socket of [...writers, ...readers]) socket.destroy();
  await until('the end of all of them', async () => (await open()) === 0);
});

void test('whoever writes no whole request in time is told so and let go', async () => {
  const { dial } = await listen({ ...PATIENCE, head: 300, request: 600, look: 50 });
  for (const begun of ['', 'GET /ud', 'GET /udbud HTTP/1.1\r\nhost: x\r\nx-']) {
    const socket = await dial();
    let told = '';
    socket.on('data', (chunk: Buffer) => { told += chunk.toString(); });
    socket.write(begun);
    await once(socket, 'close');
    if (begun !== '') assert.match(told, /^HTTP\/1\.1 408 Request Timeout\r\ncontent-type: application\/problem\+json.*"status":408,"detail":"[^"]+","help":"[^"]+"/s);
  }
});

void test('whoever reads nothing of a file is let go, and the file is made no further', async () => {
  const { answers, dial, open } = await listen({ ...PATIENCE, silence: 400 });
  const socket = await dial();
  socket.pause().write('GET /udbud.json HTTP/1.1\r\nhost: x\r\n\r\n');
  await until('a file that has begun', () => answers[0]?.headersSent === true);
  await until('the end of its connection', async () => (await open()) === 0);
  assert.deepEqual([answers[0]?.destroyed, answers[0]?.writableFinished], [true, false]);
  await until('an idle database', async () => (await busy()) === 0);
});

void test('what is no request is told so as a problem', async () => {
  const { dial } = await listen(PATIENCE);
  const cases = [['not http at all\r\n\r\n', 400], [`GET /udbud?q=${'%C3%A5'.repeat(10_000)} HTTP/1.1\r\nhost: x\r\n\r\n`, 431], ['GET /udbud HTTP/1.1\r\n\r\n', 400], ['GET /udbud HTTP/1.1\r\nhost: x\r\nbad header\r\n\r\n', 400]] as const;
  for (const [sent, status] of cases) {
    const socket = await dial();
    let told = '';
    socket.on('data', (chunk: Buffer) => { told += chunk.toString(); });
    socket.write(sent);
    await once(socket, 'close');
    assert.match(told, new RegExp(`^HTTP/1\\.1 ${status} `), sent.slice(0, 40));
  }
});

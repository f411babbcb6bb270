/**
 * The rush before a deadline: 500 bids in 60 s, 100 of them in the last 5, against a server process over HTTP, their chunks sent before. Then as
 * many as it takes, and the same statements over bare connections, which is the floor.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import { Client, type ClientConfig } from 'pg';
import { systemClock } from '#base';
import { ensureKey, intakeMigrations, submit, type IntakeTables, type Sender } from '#intake';
import { peopleMigrations } from '#people';
import { migrate, openDatabase, openServer, storeMigrations } from '#store';
import { intakeAt, LOT, makePurchase, newId, sealTestBid, type TestBid } from '../test/support/intake-bids.ts';
import { Bidder, startChild } from '../test/support/intake-client.ts';
import type { Bench } from './bench.ts';
import { latency, percentile } from './latency.ts';

const BIDS = 500;
const RUSH = { seconds: 60, last: 100, lastSeconds: 5 } as const;
/** As many as the server has connections. */
const LANES = 10;

interface Ready {
  readonly purchase: string;
  readonly sender: Sender;
  readonly bid: TestBid;
  readonly upload: string;
  readonly submit: () => Promise<number>;
}

/** Seconds of each, refusals, and how many a second. */
export async function rushBench(): Promise<Bench> {
  const data = await mkdtemp(path.join(tmpdir(), 'torvet-bench-'));
  const server = await openServer({ dataFolder: data, databaseUrl: null, name: `torvet bench ${process.pid}` });
  await server.ensureDatabase('rush');
  const connection = server.connection('rush');
  await migrate(connection, [storeMigrations, peopleMigrations, intakeMigrations]);
  const db = openDatabase<IntakeTables>(connection, LANES);
  const child = await startChild(connection);
  try {
    await ensureKey(db, systemClock.now());
    const rush = await paced(await ready(db, child.port));
    const many = await ready(db, child.port);
    const http = await atFullSpeed(many.map((one) => one.submit));
    const bare = await bareStatements(connection, await ready(db, child.port));
    const floor = percentile(bare.seconds, 0.5);
    return {
      name: 'rush',
      figures: [latency('floor: the same statements, 10 bare connections', bare.seconds, floor), latency('500 in 60 s, 100 of them in the last 5', rush, floor), latency('at full speed over HTTP, 10 at once', http.seconds, floor)],
      note: `rush: p99 ${(percentile(rush, 0.99) * 1000).toFixed(0)} ms, last ${RUSH.last}: p99 ${(percentile(rush.slice(-RUSH.last), 0.99) * 1000).toFixed(0)} ms, none refused; accepted a second over HTTP ${http.perSecond.toFixed(0)}, bare ${bare.perSecond.toFixed(0)}, share ${(http.perSecond / bare.perSecond).toFixed(2)}`,
    };
  } finally {
    child.process.kill();
    await db.destroy();
    await server.close();
    await rm(data, { recursive: true, force: true });
  }
}

/** Bids of as many suppliers, sealed and uploaded, not yet submitted. */
async function ready(db: Kysely<IntakeTables>, port: number): Promise<Ready[]> {
  const purchase = await makePurchase(db, systemClock.now().add({ hours: 1 }).round({ smallestUnit: 'second' }), BIDS);
  const all: Ready[] = [];
  for (const sender of purchase.suppliers) {
    const bid = await sealTestBid(purchase, sender.supplier);
    const bidder = new Bidder(purchase.id, sender);
    const upload = await bidder.begin(port);
    await bidder.put(port, upload, bid);
    const key = newId();
    all.push({ purchase: purchase.id, sender, bid, upload, submit: async () => {
      const started = performance.now();
      const { status, body } = await bidder.submit(port, upload, bid, key);
      if (status !== 200 || !body.includes('"verdict":"submitted"')) throw new Error(`A bid was refused: ${status} ${body}`);
      return (performance.now() - started) / 1000;
    } });
  }
  return all;
}

/** @returns seconds of each, in the order in which they were sent */
async function paced(all: readonly Ready[]): Promise<number[]> {
  const early = all.length - RUSH.last;
  const calm = RUSH.seconds - RUSH.lastSeconds;
  const started = performance.now();
  return Promise.all(all.map(async (one, nth) => {
    const at = nth < early ? (nth * calm) / early : calm + ((nth - early) * RUSH.lastSeconds) / RUSH.last;
    await new Promise((resolve) => { setTimeout(resolve, Math.max(0, at * 1000 - (performance.now() - started))); });
    return one.submit();
  }));
}

async function atFullSpeed(work: readonly (() => Promise<number>)[]): Promise<{ readonly seconds: number[]; readonly perSecond: number }> {
  const seconds: number[] = [];
  const queue = work.values();
  const started = performance.now();
  await Promise.all(Array.from({ length: LANES }, async () => { for (const one of queue) seconds.push(await one()); }));
  return { seconds, perSecond: (work.length * 1000) / (performance.now() - started) };
}

interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** The very statements that the server would send, taken off a database that does nothing. */
async function statementOf({ purchase, sender, bid, upload }: Ready): Promise<Statement> {
  const sent: Statement[] = [];
  const nowhere = new Kysely<IntakeTables>({
    dialect: { createAdapter: () => new PostgresAdapter(), createDriver: () => new DummyDriver(), createIntrospector: (db) => new PostgresIntrospector(db), createQueryCompiler: () => new PostgresQueryCompiler() },
    log: ({ query }) => { sent.push(query); },
  });
  const now = systemClock.now();
  await submit({ ...intakeAt(nowhere, now), clock: systemClock }, sender, { purchase, lot: LOT, upload, header: bid.headerBytes, idempotencyKey: newId(), receivedAt: now }).catch(() => null);
  const statement = sent.find(({ sql }) => sql.includes('intake_submission'));
  if (statement === undefined) throw new Error('The statement that takes a bid was not seen.');
  return statement;
}

async function bareStatements(connection: ClientConfig, all: readonly Ready[]): Promise<{ readonly seconds: number[]; readonly perSecond: number }> {
  const statements: Statement[] = [];
  for (const one of all) statements.push(await statementOf(one));
  const clients = await Promise.all(Array.from({ length: LANES }, async () => {
    const client = new Client(connection);
    await client.connect();
    return client;
  }));
  const free = [...clients];
  const measured = await atFullSpeed(statements.map(({ sql, parameters }) => async () => {
    const client = free.pop();
    if (client === undefined) throw new Error('There are as many connections as lanes.');
    const started = performance.now();
    const { rows: [row] } = await client.query<{ outcome: string }>(sql, [...parameters]);
    if (row?.outcome !== 'submitted') throw new Error(`A bare statement was answered by ${row?.outcome}.`);
    free.push(client);
    return (performance.now() - started) / 1000;
  }));
  await Promise.all(clients.map((client) => client.end()));
  return measured;
}

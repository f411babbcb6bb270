import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import { sql, type Kysely } from 'kysely';
import { intakeMigrations } from '#intake';
import { marketMigrations } from '#market';
import { oversightMigrations } from '#oversight';
import { peopleMigrations } from '#people';
import { COMBINATION, registerMigrations, type RegisterTables } from '#register';
import { migrate, openDatabase, openServer, storeMigrations, type DatabaseServer, type MigrationSource } from '#store';

let opened: Promise<DatabaseServer> | undefined;
const closers: (() => Promise<void>)[] = [];

/** What was opened last closes first: the pools before the server that they belong to. */
function closeLater(close: () => Promise<void>): void {
  if (closers.length === 0) after(async () => { for (const closer of closers.toReversed()) await closer(); });
  closers.push(close);
}

/** The embedded PostgreSQL that all test files share when `npm test` runs them; run alone, a file starts its own. */
export function testServer(): Promise<DatabaseServer> {
  opened ??= openTestServer();
  return opened;
}

async function openTestServer(): Promise<DatabaseServer> {
  const shared = process.env['TEST_DATA_FOLDER'];
  const dataFolder = shared ?? (await mkdtemp(path.join(tmpdir(), 'torvet-test-')));
  const server = await openServer({ dataFolder, databaseUrl: null, name: `torvet test ${process.pid}` });
  closeLater(async () => {
    await server.close();
    if (shared === undefined) await rm(dataFolder, { recursive: true, force: true });
  });
  return server;
}

/** An empty register of its own. */
export function testRegister(): Promise<Kysely<RegisterTables>> {
  return testDatabase([storeMigrations, registerMigrations, oversightMigrations, peopleMigrations, intakeMigrations, marketMigrations]);
}

/** An empty database with the tables of some rooms. @param poolSize connections at once */
export async function testDatabase<Tables>(rooms: readonly MigrationSource[], poolSize = 4): Promise<Kysely<Tables>> {
  const server = await testServer();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await server.ensureDatabase(name);
  await migrate(server.connection(name), rooms);
  const db = openDatabase<Tables>(server.connection(name), poolSize);
  closeLater(async () => {
    await db.destroy();
    await server.dropDatabase(name);
  });
  return db;
}

/** Takes everything out of a register that came in by imports. */
export async function emptyRegister(db: Kysely<RegisterTables>): Promise<void> {
  await sql`truncate source_file, release, notice, ocid_alias, coverage, process, process_search, award, contract, contract_change, framework, bought_under, participation,
    organisation, organisation_spelling, organisation_same, word, reject`.execute(db);
}

/** Enters processes that a test has put into their table itself, so that lists and searches find them by their titles. */
export async function makeFindable(db: Kysely<RegisterTables>): Promise<void> {
  await sql`insert into combination (parts) select ${COMBINATION} from process except select parts from combination`.execute(db);
  await sql`insert into process_search (ocid, combination, search)
    select ocid, combination.id, to_tsvector('danish', coalesce(title, '')) from process join combination on parts = ${COMBINATION} on conflict do nothing`.execute(db);
}

/** A second pool on a register of `testRegister`, as a server has it: no statement may take longer than so many milliseconds. */
export async function servedRegister(db: Kysely<RegisterTables>, longestStatement: number): Promise<Kysely<RegisterTables>> {
  const { rows: [row] } = await sql<{ name: string }>`select current_database() as name`.execute(db);
  const served = openDatabase<RegisterTables>((await testServer()).connection(row?.name ?? ''), 4, longestStatement);
  closeLater(() => served.destroy());
  return served;
}

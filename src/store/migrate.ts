import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Client, type ClientConfig } from 'pg';
import { FailureError } from '#base';

/** The tables of one room: a folder of `<UTC time>_<what>.sql`, applied in the order of their names. */
export interface MigrationSource {
  readonly room: string;
  readonly folder: string;
}

interface Migration {
  readonly room: string;
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

const NAME = /^\d{8}T\d{4}_[a-z0-9_]+\.sql$/;

/**
 * Brings a database up to date, each file in a transaction of its own; safe when several processes start at once.
 * @returns the names of what was applied now.
 * @throws FailureError when a file that was applied before has changed since.
 */
export async function migrate(connection: ClientConfig, sources: readonly MigrationSource[]): Promise<string[]> {
  const migrations = (await Promise.all(sources.map(readSource))).flat();
  const client = new Client(connection);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(hashtext('torvet migrate'))");
    await client.query(`create table if not exists migration (
      room text not null, name text not null, sha256 text not null, applied_at timestamptz not null default now(),
      primary key (room, name))`);
    const applied = await client.query<{ room: string; name: string; sha256: string }>('select room, name, sha256 from migration');
    const known = new Map(applied.rows.map((row) => [`${row.room}/${row.name}`, row.sha256]));
    const names: string[] = [];
    for (const migration of migrations) {
      const sha256 = known.get(`${migration.room}/${migration.name}`);
      if (sha256 !== undefined) refuseChanged(migration, sha256);
      else names.push(await apply(client, migration));
    }
    return names;
  } finally {
    await client.end();
  }
}

async function readSource({ room, folder }: MigrationSource): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  if (names.length === 0) throw new Error(`The room ${room} has no migrations in ${folder}.`);
  return Promise.all(names.map(async (name) => {
    if (!NAME.test(name)) throw new Error(`${folder}/${name}: a migration is named like 20261122T0900_what_it_does.sql.`);
    const sql = await readFile(path.join(folder, name), 'utf8');
    return { room, name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
  }));
}

function refuseChanged(migration: Migration, sha256: string): void {
  if (sha256 === migration.sha256) return;
  throw new FailureError({
    kind: 'conflict',
    message: `The migration ${migration.room}/${migration.name} was changed after it was applied to this database.`,
    help: 'Put the old text back and write the change as a new migration.',
  });
}

/** A migration that needs what only an operator can give raises this code, with the step to take as its hint. */
const OPERATOR_NEEDED = 'TVOPS';

function refuseWithoutOperator(error: unknown): void {
  const { code, message, hint } = error as { code?: string; message: string; hint?: string };
  if (code === OPERATOR_NEEDED) throw new FailureError({ kind: 'conflict', message, help: hint ?? '' });
}

async function apply(client: Client, migration: Migration): Promise<string> {
  await client.query('begin');
  try {
    await client.query(migration.sql);
    await client.query('insert into migration (room, name, sha256) values ($1, $2, $3)', [migration.room, migration.name, migration.sha256]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    refuseWithoutOperator(error);
    throw new Error(`The migration ${migration.room}/${migration.name} failed.`, { cause: error });
  }
  return `${migration.room}/${migration.name}`;
}

/** ClickHouse's engine in this process: the package `chdb`, with a package file and a lockfile of its own, so that nothing else installs it. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { CLICKHOUSE_FORMAT, CLICKHOUSE_SETTINGS, quoted, rowsOf } from '../../src/register/analysis/engines.ts';
import type { SomeEngine } from './engine.ts';

const home = path.join(import.meta.dirname, 'clickhouse');

/** As much of the package as is used; its own types are there only when it is installed. */
export interface ChdbSession {
  /** @throws what ClickHouse says */
  query(sql: string, format: string): string;
  cleanup(): void;
}

interface Chdb {
  readonly Session: new () => ChdbSession;
}

function install(): void {
  if (existsSync(path.join(home, 'node_modules/chdb'))) return;
  console.error('Installing chdb (540 MB) into test/engines/clickhouse …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], { cwd: home, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('npm ci did not finish in test/engines/clickhouse; its message stands above.');
}

/** A session with nothing in it, and nothing set. */
export function openSession(): ChdbSession {
  install();
  const chdb = createRequire(path.join(home, 'package.json'))('chdb') as Chdb;
  return new chdb.Session();
}

/** The settings that `TORVET_CLICKHOUSE_URL` sends with each question stand for the whole session. */
export function chdbEngine(): SomeEngine {
  const session = openSession();
  const rows = (sql: string): ReturnType<typeof rowsOf> => rowsOf(session.query(sql, CLICKHOUSE_FORMAT).split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as unknown[]));
  for (const [name, value] of Object.entries(CLICKHOUSE_SETTINGS)) session.query(`set ${name} = ${typeof value === 'number' ? value : quoted(value)}`, 'Null');
  return {
    name: 'ClickHouse',
    version: String(rows('select version() as version')[0]?.['version']),
    see: (table, file) => `create temporary view ${table} as select * from file(${quoted(file)}, 'Parquet')`,
    run: async (sql) => { session.query(sql, 'Null'); },
    rows: async (sql) => rows(sql),
  };
}

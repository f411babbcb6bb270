/** DuckDB over Parquet files, and the flat tables of a text of releases as such files. */
import path from 'node:path';
import { Readable } from 'node:stream';
import { DuckDBInstance } from '@duckdb/node-api';
import { unwrap } from '#base';
import { readSettings } from '#oversight/published';
import { addRelease, addSettings, DUCK_PRELUDE, FLAT_TABLES, FlatStore, readLines, RELEASE, stepsOf } from '../../src/oversight/engines.ts';
import { duckRows, quoted } from '../../src/register/analysis/engines.ts';
import type { SomeEngine } from './engine.ts';

export async function duckEngine(): Promise<SomeEngine> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  for (const sql of DUCK_PRELUDE) await connection.run(sql);
  const rows = async (sql: string): Promise<ReturnType<typeof duckRows>> => duckRows((await connection.runAndReadAll(sql)).getRowObjects());
  return {
    name: 'DuckDB',
    version: String((await rows('select version() as version'))[0]?.['version']),
    see: (table, file) => `create temporary view ${table} as select * from read_parquet(${quoted(file)})`,
    run: async (sql) => { await connection.run(sql); },
    rows,
  };
}

export interface FlatFiles {
  /** Parquet files by table. */
  readonly files: ReadonlyMap<string, string>;
  /** The texts that run one after the other, and then those that answer. */
  readonly steps: readonly URL[];
  readonly queries: readonly URL[];
}

/**
 * The flat tables as the command fills them, in Parquet files.
 * @param text JSON lines
 * @param ini a settings file
 */
export async function writeFlat(folder: string, text: string, ini: string): Promise<FlatFiles> {
  const settings = unwrap(readSettings(ini));
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const store = await FlatStore.over(instance, connection);
  try {
    await readLines(Readable.from([Buffer.from(text)]), RELEASE, {
      malformed: () => {},
      value: (release, line) => {
        if (release !== null && release.ocid !== null) addRelease(store.add, release, release.ocid, line);
      },
    }, store.words);
    addSettings(store.add, settings);
    await store.filled();
    const files = new Map(FLAT_TABLES.map(({ name }) => [name, path.join(folder, `${name}.parquet`)]));
    for (const [name, file] of files) await store.run(`copy ${name} to ${quoted(file)} (format parquet)`);
    return { files, steps: stepsOf(settings), queries: settings.runs.map(({ query }) => query) };
  } finally {
    store.close();
  }
}

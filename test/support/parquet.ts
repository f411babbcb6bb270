import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

export interface ReadParquet {
  /** Name and type of each column, as DuckDB calls them. */
  readonly types: Readonly<Record<string, string>>;
  readonly facts: Readonly<Record<string, string>>;
  /** Every value as text; instants in ISO 8601. */
  readonly rows: readonly Readonly<Record<string, string | null>>[];
  /** Rows of each group. */
  readonly groups: readonly number[];
}

/** A Parquet file as another program reads it. */
export async function readParquet(bytes: Uint8Array): Promise<ReadParquet> {
  const folder = await mkdtemp(path.join(tmpdir(), 'torvet-parquet-'));
  const file = path.join(folder, 'list.parquet');
  await writeFile(file, bytes);
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '256MB', threads: '1' });
  const connection = await instance.connect();
  const all = async (query: string): Promise<Record<string, unknown>[]> => (await connection.runAndReadAll(query)).getRowObjectsJson();
  try {
    const columns = await all(`describe select * from read_parquet('${file}')`);
    const facts = await all(`select decode(key) as key, decode(value) as value from parquet_kv_metadata('${file}')`);
    const groups = await all(`select row_group_id, any_value(row_group_num_rows) as rows from parquet_metadata('${file}') group by row_group_id order by row_group_id`);
    const types = Object.fromEntries(columns.map((column) => [column['column_name'] as string, column['column_type'] as string]));
    const read = Object.entries(types).map(([name, type]) => (type === 'TIMESTAMP WITH TIME ZONE' ? `strftime(make_timestamp(epoch_us("${name}")), '%Y-%m-%dT%H:%M:%S.%fZ') as "${name}"` : `"${name}"::varchar as "${name}"`));
    const rows = await all(`select ${read.join(', ')} from read_parquet('${file}')`) as Record<string, string | null>[];
    return { types, facts: Object.fromEntries(facts.map(({ key, value }) => [key as string, value as string])), rows, groups: groups.map((group) => Number(group['rows'])) };
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(folder, { recursive: true });
  }
}

/** Rows on their way into files: JSON lines for DuckDB to make Parquet of, and CSV, packed, as it is given away. */
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import path from 'node:path';
import { PassThrough, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { csvOf, type TableColumn } from '../export/table.ts';
import type { FlatValue } from '../flat/table.ts';
import { storedValues, type StoredColumn, type StoredTable } from './tables.ts';

/** Half the time of the usual level, for a tenth more bytes. */
const GZIP_LEVEL = 4;

export class TableStage {
  readonly table: StoredTable;
  /** JSON lines, each an object of the table's columns; to be removed when the Parquet file is made. */
  readonly lines: string;
  readonly csv: string;
  rows = 0;
  readonly #lines: WriteStream;
  readonly #groups = new PassThrough({ objectMode: true, highWaterMark: 2 });
  readonly #written: Promise<unknown>;

  constructor(folder: string, table: StoredTable) {
    this.table = table;
    this.lines = path.join(folder, `${table.name}.jsonl`);
    this.csv = path.join(folder, `${table.name}.csv.gz`);
    this.#lines = createWriteStream(this.lines);
    const columns = table.columns.map(csvColumn);
    this.#written = Promise.all([
      pipeline(this.#groups, (groups: AsyncIterable<FlatValue[][]>) => csvOf(columns, groups, 'machine'), createGzip({ level: GZIP_LEVEL }), createWriteStream(this.csv)),
      once(this.#lines, 'close'),
    ]);
    // A failure is met at `add` or `end`.
    this.#written.catch((error: unknown) => this.#groups.destroy(error instanceof Error ? error : new Error(String(error))));
  }

  async add(rows: readonly object[]): Promise<void> {
    if (rows.length === 0) return;
    const values = rows.map((row) => storedValues(this.table, row));
    const lines = values.map((row) => JSON.stringify(Object.fromEntries(row.map((value, at) => [this.table.columns[at]?.name, value])))).join('\n');
    this.rows += rows.length;
    await Promise.all([written(this.#lines, `${lines}\n`), written(this.#groups, values)]);
  }

  async end(): Promise<void> {
    this.#lines.end();
    this.#groups.end();
    await this.#written;
  }

  /** Gives up and closes the files. */
  async destroy(): Promise<void> {
    this.#lines.destroy();
    this.#groups.destroy();
    await this.#written.catch(() => {});
  }
}

/** Resolves when the stream has room for more. */
function written(stream: Writable, chunk: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(chunk, (error) => (error ? reject(error) : resolve()));
  });
}

function csvColumn({ name, type }: StoredColumn, at: number): TableColumn<FlatValue[]> {
  const isNumber = type === 'decimal' || type === 'integer';
  return {
    name, heading: { da: name, en: name },
    values: {
      kind: isNumber ? type : 'text',
      of: (row) => {
        const value = row[at] ?? null;
        return value === null ? null : String(value);
      },
    },
  };
}

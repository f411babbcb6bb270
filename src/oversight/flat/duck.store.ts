/** The flat tables in a DuckDB of this process: in memory, reaching no file and nothing outside. */
import { BOOLEAN, DECIMAL, DOUBLE, DuckDBDataChunk, DuckDBDecimalValue, DuckDBInstance, INTEGER, VARCHAR, type DuckDBAppender, type DuckDBConnection, type DuckDBType, type DuckDBValue } from '@duckdb/node-api';
import type { Engine, EngineRow } from '../engine.ts';
import { FLAT_TABLES, type FlatTable, type FlatType, type FlatValue } from './tables.ts';

const MEMORY_MB = 2048;
const THREADS = 2;
/** Rows that DuckDB takes at once. */
const ROWS_OF_CHUNK = 2048;
const INSTANT = { width: 24, scale: 9 };
const TYPES: Readonly<Record<FlatType, DuckDBType>> = {
  text: VARCHAR, count: INTEGER, number: DOUBLE, flag: BOOLEAN, instant: DECIMAL(INSTANT.width, INSTANT.scale),
};
const STORED: Readonly<Record<FlatType, (value: FlatValue) => DuckDBValue>> = {
  text: (value) => value, count: (value) => value, number: (value) => value, flag: (value) => value,
  instant: (value) => (typeof value === 'bigint' ? new DuckDBDecimalValue(value, INSTANT.width, INSTANT.scale) : null),
};

/** What DuckDB calls otherwise than the texts do, which use the name that ClickHouse has. */
export const DUCK_PRELUDE = ['create temporary macro leftUTF8(whole, letters) as left(whole, letters)'];

export class FlatStore implements Engine {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  readonly #tables: ReadonlyMap<FlatTable, TableWriter>;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection, tables: ReadonlyMap<FlatTable, TableWriter>) {
    this.#instance = instance;
    this.#connection = connection;
    this.#tables = tables;
  }

  /** Empty tables. */
  static async open(): Promise<FlatStore> {
    const instance = await DuckDBInstance.create(':memory:', {
      memory_limit: `${MEMORY_MB}MB`, threads: String(THREADS), temp_directory: '',
      autoinstall_known_extensions: 'false', autoload_known_extensions: 'false', allow_community_extensions: 'false', enable_external_access: 'false',
    });
    const connection = await instance.connect();
    await connection.run('set lock_configuration = true');
    return FlatStore.over(instance, connection);
  }

  /** Empty tables in a DuckDB that somebody else has set up. It is closed with the store. */
  static async over(instance: DuckDBInstance, connection: DuckDBConnection): Promise<FlatStore> {
    for (const sql of DUCK_PRELUDE) await connection.run(sql);
    const tables = new Map<FlatTable, TableWriter>();
    for (const table of FLAT_TABLES) {
      const columns = Object.entries(table.columns).map(([name, type]) => `"${name}" ${TYPES[type].toString()}`);
      await connection.run(`create table ${table.name} (${columns.join(', ')})`);
      tables.set(table, new TableWriter(table, await connection.createAppender(table.name)));
    }
    return new FlatStore(instance, connection, tables);
  }

  /** @param row values in the order of the table's columns */
  readonly add = (table: FlatTable, row: readonly FlatValue[]): void => {
    this.#tables.get(table)?.add(row);
  };

  /** Nothing is added afterwards. */
  filled(): void {
    for (const writer of this.#tables.values()) writer.end();
  }

  async run(sql: string): Promise<void> {
    await this.#connection.run(sql);
  }

  async rows(sql: string): Promise<readonly EngineRow[]> {
    return (await this.#connection.runAndReadAll(sql)).getRowObjects();
  }

  close(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }
}

class TableWriter {
  readonly #types: readonly FlatType[];
  readonly #appender: DuckDBAppender;
  readonly #chunk: DuckDBDataChunk;
  #columns: DuckDBValue[][];

  constructor({ columns }: FlatTable, appender: DuckDBAppender) {
    this.#types = Object.values(columns);
    this.#appender = appender;
    this.#chunk = DuckDBDataChunk.create(this.#types.map((type) => TYPES[type]));
    this.#columns = this.#types.map(() => []);
  }

  add(row: readonly FlatValue[]): void {
    for (const [at, type] of this.#types.entries()) this.#columns[at]?.push(STORED[type](row[at] ?? null));
    if (this.#columns[0]?.length === ROWS_OF_CHUNK) this.#write();
  }

  #write(): void {
    this.#chunk.reset();
    this.#chunk.setColumns(this.#columns);
    this.#appender.appendDataChunk(this.#chunk);
    this.#columns = this.#types.map(() => []);
  }

  end(): void {
    if (this.#columns[0]?.length !== 0) this.#write();
    this.#appender.closeSync();
  }
}

/** The flat tables in a DuckDB of this process: in memory, reaching no file and nothing outside. */
import { BOOLEAN, DECIMAL, DOUBLE, DuckDBDataChunk, DuckDBDecimalValue, DuckDBInstance, INTEGER, VARCHAR, type DuckDBAppender, type DuckDBConnection, type DuckDBType, type DuckDBVector } from '@duckdb/node-api';
import type { Engine, EngineRow } from '../engine.ts';
import { Words } from '../lines/words.ts';
import { FLAT_TABLES, type FlatTable, type FlatType, type FlatValue } from './tables.ts';

const MEMORY_MB = 2048;
const THREADS = 2;
/** Rows that DuckDB takes at once. */
const ROWS_OF_CHUNK = 2048;
const INSTANT = { width: 24, scale: 9 };
const TYPES: Readonly<Record<FlatType, DuckDBType>> = {
  text: VARCHAR, word: INTEGER, count: INTEGER, number: DOUBLE, flag: BOOLEAN, instant: DECIMAL(INSTANT.width, INSTANT.scale),
};

/** What DuckDB calls otherwise than the texts do, which use the name that ClickHouse has. */
export const DUCK_PRELUDE = ['create temporary macro leftUTF8(whole, letters) as left(whole, letters)'];

export class FlatStore implements Engine {
  /** What the rows that are added name their words by. */
  readonly words = new Words();
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  readonly #writers = new Map<FlatTable, TableWriter>();

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.#connection = connection;
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
    const store = new FlatStore(instance, connection);
    for (const sql of DUCK_PRELUDE) await connection.run(sql);
    for (const table of FLAT_TABLES) store.#writers.set(table, await store.#writer(table, addedAs(table)));
    return store;
  }

  async #writer({ columns }: FlatTable, name: string): Promise<TableWriter> {
    const defined = Object.entries(columns).map(([column, type]) => `"${column}" ${TYPES[type].toString()}`);
    await this.#connection.run(`create table ${name} (${defined.join(', ')})`);
    return new TableWriter(Object.values(columns), await this.#connection.createAppender(name));
  }

  /** @param row values in the order of the table's columns */
  readonly add = (table: FlatTable, row: readonly FlatValue[]): void => {
    this.#writers.get(table)?.add(row);
  };

  /** Nothing is added afterwards: the tables are now there under their names, with words for their numbers. */
  async filled(): Promise<void> {
    const known = await this.#writer(WORD, WORD.name);
    for (let number = 1; number <= this.words.count; number++) known.add([number, this.words.textOf(number)]);
    for (const writer of [...this.#writers.values(), known]) writer.end();
    for (const table of FLAT_TABLES.filter(hasWords)) {
      await this.run(`create table ${table.name} as ${withWords(table)}`);
      await this.run(`drop table ${addedAs(table)}`);
    }
    await this.run(`drop table ${WORD.name}`);
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

const WORD: FlatTable = { name: 'word', columns: { number: 'count', word: 'text' } };

function hasWords({ columns }: FlatTable): boolean {
  return Object.values(columns).includes('word');
}

/** The table that rows are added to. */
function addedAs(table: FlatTable): string {
  return hasWords(table) ? `${table.name}_by_number` : table.name;
}

function withWords(table: FlatTable): string {
  const columns = Object.entries(table.columns);
  const words = columns.filter(([, type]) => type === 'word').map(([name]) => name);
  const selected = columns.map(([name, type]) => (type === 'word' ? `of_${name}.word as "${name}"` : `added."${name}"`));
  return `select ${selected.join(', ')} from ${addedAs(table)} added ${words.map((name) => `left join ${WORD.name} of_${name} on of_${name}.number = added."${name}"`).join(' ')}`;
}

/** Rows of one table on their way into DuckDB: each value is put where DuckDB takes it from, chunk by chunk. */
class TableWriter {
  readonly #appender: DuckDBAppender;
  readonly #chunk: DuckDBDataChunk;
  readonly #columns: readonly FlatType[];
  #vectors: readonly DuckDBVector[] = [];
  #rows = 0;

  constructor(columns: readonly FlatType[], appender: DuckDBAppender) {
    this.#appender = appender;
    this.#columns = columns;
    this.#chunk = DuckDBDataChunk.create(columns.map((type) => TYPES[type]));
    this.#begin();
  }

  #begin(): void {
    this.#chunk.reset();
    this.#chunk.rowCount = ROWS_OF_CHUNK;
    this.#vectors = this.#columns.map((_type, at) => this.#chunk.getColumnVector(at));
    this.#rows = 0;
  }

  add(row: readonly FlatValue[]): void {
    for (let at = 0; at < this.#vectors.length; at++) {
      const value = row[at] as FlatValue;
      (this.#vectors[at] as DuckDBVector).setItem(this.#rows, typeof value === 'bigint' ? new DuckDBDecimalValue(value, INSTANT.width, INSTANT.scale) : value);
    }
    this.#rows += 1;
    if (this.#rows === ROWS_OF_CHUNK) {
      this.#write();
      this.#begin();
    }
  }

  #write(): void {
    for (const vector of this.#vectors) vector.flush();
    this.#chunk.rowCount = this.#rows;
    this.#appender.appendDataChunk(this.#chunk);
  }

  end(): void {
    if (this.#rows > 0) this.#write();
    this.#appender.closeSync();
  }
}

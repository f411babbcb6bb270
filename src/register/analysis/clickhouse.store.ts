/** Questions to the analysis files, answered by a ClickHouse server that reads them where they lie. */
import { randomUUID } from 'node:crypto';
import { ClickHouseLogLevel, createClient, type ClickHouseClient } from '@clickhouse/client';
import { CLICKHOUSE_FORMAT, CLICKHOUSE_SETTINGS, rowsOf } from './clickhouse-values.ts';
import { quoted } from './duck.ts';
import type { ClickHouseServer, Generation, TableFiles } from './generation.ts';
import type { Asking, AnalysisValue } from './reader.ts';
import type { StoredColumn } from './tables.ts';

/** As `STORED_TYPES`, for a server that then need not look at the files to know. */
const TYPES: Readonly<Record<StoredColumn['type'], string>> = {
  text: 'String', integer: 'Int64', boolean: 'Bool', decimal: 'Decimal(38, 6)', date: 'Date32', instant: "DateTime64(6, 'UTC')",
};

/** A session that nobody asks for so long is gone with all that it holds; readers promise to be done within the hour. */
const SESSION_SECONDS = '3600';
/** Which the client has no name for. */
const END_OF_SESSION = { close_session: 1 };
const LONGEST_QUESTION_MS = 600_000;

/**
 * A session in which every table of the generation is a view over its file. It is the server's rights of its user that say what a
 * question may reach.
 * @throws what the client or the server says, when there is no server or it does not find the files
 */
export async function openClickHouse(server: ClickHouseServer, { id, world, tables }: Generation): Promise<Asking> {
  const client = createClient({
    url: server.url, session_id: randomUUID(), max_open_connections: 1, request_timeout: LONGEST_QUESTION_MS, application: 'torvet',
    // What goes wrong is thrown; a log of its own would be no JSON.
    log: { level: ClickHouseLogLevel.OFF },
    clickhouse_settings: { ...CLICKHOUSE_SETTINGS, session_timeout: SESSION_SECONDS, wait_end_of_query: 1 },
  });
  const session = new Session(client);
  try {
    for (const table of tables) await session.ask(`create temporary view "${table.name}" as select * from ${sourceOf(server.files, `${world}/${id}`, table)}`, {});
    // A view is not looked into when it is made.
    for (const { name } of tables) await session.ask(`select * from "${name}" limit 0`, {});
  } catch (error) {
    await session.close();
    throw error;
  }
  return { ask: (sql, parameters) => session.ask(sql, parameters), close: () => session.close() };
}

/** The table function that reads a table's file. */
function sourceOf(files: string, folder: string, { parquet, columns }: TableFiles): string {
  const structure = columns.map(({ name, type }) => `${name} Nullable(${TYPES[type]})`).join(', ');
  const isBucket = /^https?:\/\//.test(files);
  return `${isBucket ? 's3' : 'file'}(${quoted(`${files}/${folder}/${parquet.file}`)}, ${isBucket ? "'Parquet'" : 'Parquet'}, ${quoted(structure)})`;
}

/** A session answers one question at a time: ClickHouse refuses a second one while it is busy. */
class Session {
  readonly #client: ClickHouseClient;
  #before: Promise<unknown> = Promise.resolve();

  constructor(client: ClickHouseClient) {
    this.#client = client;
  }

  ask(sql: string, parameters: Readonly<Record<string, AnalysisValue>>): ReturnType<Asking['ask']> {
    const answer = this.#before.then(() => this.#ask(clickHouseText(sql, parameters), parameters));
    this.#before = answer.catch(() => {});
    return answer;
  }

  async #ask(query: string, parameters: Readonly<Record<string, AnalysisValue>>): ReturnType<Asking['ask']> {
    const query_params = { ...parameters };
    if (!givesRows(query)) {
      await this.#client.command({ query, query_params });
      return [];
    }
    const result = await this.#client.query({ query, query_params, format: CLICKHOUSE_FORMAT });
    return rowsOf(await result.json<unknown[]>());
  }

  /** Ends the session, and with it every view and table in it. */
  async close(): Promise<void> {
    await this.#before;
    await this.#client.command({ query: 'select 1', clickhouse_settings: { ...END_OF_SESSION } }).catch(() => {});
    await this.#client.close();
  }
}

const NO_ROWS = /^\s*(?:create|insert|drop|set)\b/i;

function givesRows(sql: string): boolean {
  return !NO_ROWS.test(sql.replaceAll(/--.*$/gm, ''));
}

/** Strings, comments and parameters: what else is in a text is the same for both engines. */
const PIECES = /'(?:[^']|'')*'|"[^"]*"|--[^\n]*|\$([A-Za-z_]\w*)/g;

/** A text as ClickHouse takes it: parameters by its own signs, and a backslash in a string is a backslash. */
export function clickHouseText(sql: string, parameters: Readonly<Record<string, AnalysisValue>>): string {
  return sql.replaceAll(PIECES, (piece: string, name: string | undefined) => {
    if (name !== undefined) return `{${name}:${parameterType(parameters[name])}}`;
    return piece.startsWith("'") ? piece.replaceAll('\\', '\\\\') : piece;
  });
}

function parameterType(value: AnalysisValue | undefined): string {
  switch (typeof value) {
    case 'number': return Number.isSafeInteger(value) ? 'Nullable(Int64)' : 'Nullable(Float64)';
    case 'boolean': return 'Nullable(Bool)';
    default: return 'Nullable(String)';
  }
}

/** DuckDB, shut in: in memory, one folder to read and write, no settings to change, nothing to fetch. */
import type { DuckDBConnection } from '@duckdb/node-api';

export interface DuckOptions {
  /** The one folder that it may reach, and all below it. Absolute. */
  readonly folder: string;
  /** Where it may put what does not fit into memory; null: what does not fit fails. */
  readonly spill: string | null;
  readonly megabytes: number;
  readonly threads: number;
}

export interface Duck {
  readonly connection: DuckDBConnection;
  close(): void;
}

/** Loaded when asked for: the library is large, and the server itself never needs it. */
export async function openDuck({ folder, spill, megabytes, threads }: DuckOptions): Promise<Duck> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: `${megabytes}MB`, threads: String(threads),
    autoinstall_known_extensions: 'false', autoload_known_extensions: 'false', allow_community_extensions: 'false',
    temp_directory: spill ?? '',
  });
  const connection = await instance.connect();
  await connection.run(`set allowed_directories = [${quoted(`${folder}/`)}]`);
  await connection.run('set enable_external_access = false');
  await connection.run('set lock_configuration = true');
  return {
    connection,
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** A text as SQL writes it. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

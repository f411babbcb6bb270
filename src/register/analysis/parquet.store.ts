import path from 'node:path';
import { openDuck, quoted } from './duck.ts';
import { STORED_TYPES, type StoredTable } from './tables.ts';

const MEMORY_MB = 256;
const THREADS = 2;
/** Smaller than the usual group: texts are long, and a group is held in memory while it is written. */
const ROWS_OF_GROUP = 40_000;

export interface Lines {
  readonly table: StoredTable;
  /** JSON lines. */
  readonly lines: string;
}

/**
 * Makes a Parquet file of each table's lines, beside them, in the order of the lines.
 * @param facts what each file says of itself
 */
export async function writeParquet(folder: string, tables: readonly Lines[], facts: Readonly<Record<string, string>>): Promise<void> {
  const duck = await openDuck({ folder, spill: path.join(folder, 'spill'), megabytes: MEMORY_MB, threads: THREADS });
  const about = Object.entries(facts).map(([name, value]) => `${name}: ${quoted(value)}`).join(', ');
  try {
    for (const { table, lines } of tables) {
      const read = table.columns.map(({ name, type }) => `${quoted(name)}: ${quoted(type === 'integer' || type === 'boolean' ? STORED_TYPES[type] : 'varchar')}`).join(', ');
      const made = table.columns.map(({ name, type }) => `"${name}"::${STORED_TYPES[type]} as "${name}"`).join(', ');
      await duck.connection.run(`
        copy (select ${made} from read_json(${quoted(lines)}, format = 'newline_delimited', columns = {${read}}))
        to ${quoted(path.join(folder, `${table.name}.parquet`))} (format parquet, compression zstd, row_group_size ${ROWS_OF_GROUP}, kv_metadata {${about}})`);
    }
  } finally {
    duck.close();
  }
}

import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import { GROUP } from '../cursor.ts';
import { DECIMAL_PRECISION, DECIMAL_SCALE, fitsDecimal, TEXT_SUFFIX, unscaledDecimal } from '../stored-decimal.ts';
import type { TableColumn, ValueKind } from './table.ts';

/** A value as the writer takes it. */
type Stored = string | bigint | number | boolean | null;

interface StoredColumn<Row> {
  readonly element: SchemaElement;
  stored(row: Row): Stored;
}

/**
 * A list as a Parquet file, piece by piece: as many rows as there are, of which one group is in memory at a time. The
 * groups are those in which rows are found: writing larger ones would hold up other requests.
 * Texts and codes are strings, counts INT64, days DATE, instants TIMESTAMP in microseconds of UTC, yes and no BOOLEAN.
 * Decimals are exact, never a double: DECIMAL(38,6), and in a column `<name>_text` those that do not fit, as they are
 * in the analysis files. What is not stated is null.
 * @param facts the key-value metadata of the file
 * @see https://parquet.apache.org/docs/file-format/
 */
export async function* parquetOf<Row>(
  columns: readonly TableColumn<Row>[], groups: AsyncIterable<readonly Row[]>, facts: Readonly<Record<string, string>>,
): AsyncGenerator<Buffer> {
  const stored = columns.flatMap(storedColumns);
  const writer = new ByteWriter();
  const file = new ParquetWriter({
    writer, schema: [{ name: 'list', num_children: stored.length }, ...stored.map(({ element }) => element)], createdBy: 'Torvet',
    // The library puts texts in order as JavaScript does, readers as bytes; a wrong bound would hide rows.
    statistics: false, kvMetadata: Object.entries(facts).map(([key, value]) => ({ key, value })),
  });
  for await (const rows of groups) {
    await file.write({ columnData: stored.map((column) => ({ name: column.element.name, data: rows.map((row) => column.stored(row)) })), rowGroupSize: GROUP });
    yield taken(writer);
  }
  await file.finish();
  yield taken(writer);
}

/** What was written since the last time; the writer goes on counting from there. */
function taken(writer: ByteWriter): Buffer {
  const bytes = Buffer.from(writer.getBytes());
  writer.index = 0;
  return bytes;
}

const TEXT = { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } } as const;

/** @see https://github.com/apache/parquet-format/blob/master/LogicalTypes.md */
const TYPES: Readonly<Record<ValueKind, Omit<SchemaElement, 'name'>>> = {
  text: TEXT,
  code: TEXT,
  integer: { type: 'INT64' },
  decimal: {
    type: 'FIXED_LEN_BYTE_ARRAY', type_length: 16, converted_type: 'DECIMAL', precision: DECIMAL_PRECISION, scale: DECIMAL_SCALE,
    logical_type: { type: 'DECIMAL', precision: DECIMAL_PRECISION, scale: DECIMAL_SCALE },
  },
  day: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
  instant: { type: 'INT64', converted_type: 'TIMESTAMP_MICROS', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MICROS' } },
  flag: { type: 'BOOLEAN' },
};

function storedColumns<Row>({ name, values }: TableColumn<Row>): readonly StoredColumn<Row>[] {
  const column = (own: string, kind: ValueKind, store: (value: string) => Stored): StoredColumn<Row> => ({
    element: { name: own, repetition_type: 'OPTIONAL', ...TYPES[kind] },
    stored: (row) => {
      const value = values.of(row);
      return value === null ? null : store(value);
    },
  });
  switch (values.kind) {
    case 'text': case 'code': return [column(name, values.kind, (value) => value)];
    case 'integer': return [column(name, 'integer', BigInt)];
    case 'flag': return [column(name, 'flag', (value) => value === 'true')];
    case 'day': return [column(name, 'day', dayNumber)];
    case 'instant': return [column(name, 'instant', microseconds)];
    case 'decimal': return [
      column(name, 'decimal', (value) => (fitsDecimal(value) ? unscaledDecimal(value) : null)),
      column(name + TEXT_SUFFIX, 'text', (value) => (fitsDecimal(value) ? null : value)),
    ];
  }
}

/** Days since 1970. A day that is none is null: no store gives such, and it must not break the file. */
function dayNumber(day: string): number | null {
  const at = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(day) : Number.NaN;
  return Number.isNaN(at) ? null : at / 86_400_000;
}

/** Since 1970, in UTC. An instant that is none is null, as a day is. */
function microseconds(instant: string): bigint | null {
  try {
    return Temporal.Instant.from(instant).epochNanoseconds / 1000n;
  } catch {
    return null;
  }
}

import { Type, type Static } from 'typebox';
import type { Frozen } from '../views.ts';
import { COLUMN_TYPES } from '../flat/table.ts';

const meaning = Type.Object({ da: Type.String(), en: Type.String() });
const orNull = (schema: ReturnType<typeof Type.String>) => Type.Union([schema, Type.Null()]);

const FileSchema = Type.Union([Type.Object({
  href: Type.String({ description: 'Address of the file, on this server.' }),
  bytes: Type.Integer(),
  sha256: Type.String({ description: 'Also the ETag of the file.' }),
}), Type.Null()], { description: 'null: no file is there.' });
export type DataFile = Frozen<Static<typeof FileSchema>>;

const TableSchema = Type.Object({
  name: Type.String(),
  meaning,
  rows: Type.Union([Type.Integer(), Type.Null()], { description: 'null: no file is there.' }),
  columns: Type.Array(Type.Object({
    name: Type.String(),
    type: Type.Unsafe<(typeof COLUMN_TYPES)[number]>(Type.String({ enum: [...COLUMN_TYPES] })),
    stored: Type.String({ description: 'Type in the Parquet file, as DuckDB writes it.' }),
    unit: orNull(Type.String({ description: 'What a number counts or is measured in; "currency" and "unit": the column of that name.' })),
    meaning,
  })),
  parquet: FileSchema,
  csv: FileSchema,
  metadata: Type.String({ description: 'Address of the description of the CSV file (CSVW).' }),
});
export type DataTableView = Frozen<Static<typeof TableSchema>>;

/** The analysis files: the page shows them and the API tells of them. */
export const DataSchema = Type.Object({
  state: Type.Unsafe<'ready' | 'none' | 'elsewhere'>(Type.String({ enum: ['ready', 'none', 'elsewhere'], description: '"none": not made yet; "elsewhere": made, but by an earlier version, or not in the folder that this server reads.' })),
  generation: orNull(Type.String()),
  madeAt: orNull(Type.String({ description: 'ISO 8601 in UTC.' })),
  updatedAt: orNull(Type.String({ description: 'When data last came in before that: ISO 8601 in UTC.' })),
  licence: Type.Object({ id: Type.String(), url: Type.String() }),
  tables: Type.Array(TableSchema),
});
export type DataView = Frozen<Static<typeof DataSchema>>;

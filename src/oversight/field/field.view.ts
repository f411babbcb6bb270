/** What the page and the files of a field show. */
import type { Kysely } from 'kysely';
import { heldOf, purchasesInField, readWhole, type RegisterTables } from '#register';
import { fieldRows, searchesOf, type FieldRow, type Searches } from './field.ts';
import type { Field } from './field.schema.ts';

export interface FieldView {
  readonly field: Field;
  readonly rows: readonly FieldRow[];
  /** Over all rows, each purchase once. */
  readonly searches: Searches;
  readonly purchases: number;
  /** What the register holds of each country, of whatever is bought. */
  readonly held: Awaited<ReturnType<typeof heldOf>>;
  /** The days of which a finished fetch holds everything that Danish buyers published; null: there is none. */
  readonly whole: { readonly since: string; readonly until: string } | null;
}

/** @param today ISO date */
export async function fieldView(db: Kysely<RegisterTables>, field: Field, today: string): Promise<FieldView> {
  const [found, held, whole] = await Promise.all([purchasesInField(db, field), heldOf(db, field.countries), field.countries.includes('DK') ? readWhole(db) : null]);
  const rows = fieldRows(found, field.period, today);
  const shown = [...new Map(rows.flatMap(({ purchases }) => purchases.map((purchase) => [purchase.ocid, purchase] as const))).values()];
  return { field, rows, searches: searchesOf(shown), purchases: shown.length, held, whole };
}

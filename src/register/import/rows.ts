import { sql, type RawBuilder } from 'kysely';

/** One statement takes at most 65,535 parameters. */
const ROWS_AT_ONCE = 1000;

/**
 * The inside of `from (values …) as given (…)`, where every value is a text parameter to be cast by the statement.
 * A release as a parameter arrives as it is; inside a JSON document the database would have to unpack it first, which
 * takes twice as long.
 */
export function valueRows(rows: readonly (readonly (string | number | null)[])[]): RawBuilder<unknown> {
  return sql.join(rows.map((row) => sql`(${sql.join(row)})`));
}

/** A list in pieces small enough for one statement each. */
export function* slices<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) yield rows.slice(at, at + ROWS_AT_ONCE);
}

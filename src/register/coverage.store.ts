import { sql, type Kysely, type Transaction } from 'kysely';
import type { ReleaseCoverage } from './coverage.ts';
import { valueRows, slices } from './import/rows.ts';
import type { RegisterTables } from './tables.ts';

export type CoverageRow = Readonly<RegisterTables['coverage']>;

type Added = ReleaseCoverage & Pick<CoverageRow, 'source'>;

/** Counts new releases in: the releases themselves under the empty field, and each field that was asked of them. */
export async function addCoverage(transaction: Transaction<RegisterTables>, added: readonly Added[]): Promise<void> {
  // Rows are locked in the order of the statement; two imports that meet must take them in one order.
  const rows = [...counted(added)].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row);
  for (const slice of slices(rows)) {
    const values = slice.map((row) => [row.source, row.country, row.year, row.form, row.field, row.releases, row.asked, row.first_date, row.last_date]);
    await sql`
      insert into coverage (source, country, year, form, field, releases, asked, first_date, last_date)
      select source, country, year::integer, form, field, releases::integer, asked::integer, first_date::date, last_date::date
      from (values ${valueRows(values)}) as given (source, country, year, form, field, releases, asked, first_date, last_date)
      on conflict (source, country, year, form, field) do update set
        releases = coverage.releases + excluded.releases, asked = coverage.asked + excluded.asked,
        first_date = least(coverage.first_date, excluded.first_date), last_date = greatest(coverage.last_date, excluded.last_date)`.execute(transaction);
  }
}

type Counted = { -readonly [Key in keyof CoverageRow]: CoverageRow[Key] };

function counted(added: readonly Added[]): Map<string, Counted> {
  const rows = new Map<string, Counted>();
  for (const { source, country, year, form, date, asked, filled } of added) {
    const has = new Set<string>(filled);
    for (const field of ['', ...asked]) {
      const key = JSON.stringify([source, country, year, form, field]);
      const row = rows.get(key) ?? { source, country, year, form, field, releases: 0, asked: 0, first_date: null, last_date: null };
      rows.set(key, row);
      row.asked += 1;
      if (field !== '' && !has.has(field)) continue;
      row.releases += 1;
      if (date === null) continue;
      // Days written so stand in the order of their text.
      row.first_date = row.first_date === null || date < row.first_date ? date : row.first_date;
      row.last_date = row.last_date === null || date > row.last_date ? date : row.last_date;
    }
  }
  return rows;
}

/** All that is counted. The table has one row for each source, country, year, form and field, so it stays small. */
export async function readCoverage(db: Kysely<RegisterTables>): Promise<readonly CoverageRow[]> {
  return db.selectFrom('coverage')
    .select(['source', 'country', 'year', 'form', 'field', 'releases', 'asked'])
    .select([sql<string | null>`first_date::text`.as('first_date'), sql<string | null>`last_date::text`.as('last_date')])
    .orderBy('source').orderBy('country').orderBy('year').orderBy('form').orderBy('field')
    .execute();
}

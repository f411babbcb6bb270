import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import { COVERAGE_FIELDS, TRAITS, type ReleaseCoverage } from './coverage.ts';
import { SOURCES, type Coverage, type CoveragePageView, type CoverageQuery, type FieldRate } from './coverage.view.ts';
import { readUpdatedAt } from './front.store.ts';
import { slices, valueRows } from './import/rows.ts';
import { UNKNOWN } from './list.view.ts';
import { readSyncRuns } from './sync/sync.store.ts';
import type { RegisterTables } from './tables.ts';

type Db = Kysely<RegisterTables>;
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

/** All that is counted, of the releases asked for: one row for each source, country, year, form and field. */
export async function readCoverage(db: Db, query: CoverageQuery | null = null): Promise<readonly CoverageRow[]> {
  return db.selectFrom('coverage')
    .select(['source', 'country', 'year', 'form', 'field', 'releases', 'asked'])
    .select([sql<string | null>`first_date::text`.as('first_date'), sql<string | null>`last_date::text`.as('last_date')])
    .where(query === null ? sql<boolean>`true` : matching(query))
    .orderBy('source').orderBy('country').orderBy('year').orderBy('form').orderBy('field')
    .execute();
}

function matching({ source, country, year, form }: CoverageQuery): RawBuilder<boolean> {
  const conditions = [
    ...(source === null ? [] : [sql`source = ${source}`]),
    ...(country === null ? [] : [sql`country = ${country === UNKNOWN ? '' : country}`]),
    ...(year === null ? [] : [sql`year::text = ${year === UNKNOWN ? '0' : year}`]),
    ...(form === null ? [] : [sql`form = ${form === UNKNOWN ? '' : form}`]),
  ];
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`;
}

export async function readCoveragePage(db: Db, query: CoverageQuery): Promise<CoveragePageView> {
  const [coverage, syncs] = await Promise.all([readSummary(db, query), readSyncRuns(db)]);
  return { ...coverage, query, syncs };
}

/** The register as a whole, and the fill rates of what the query asks for. */
export async function readSummary(db: Db, query: CoverageQuery): Promise<Coverage> {
  const releases = db.selectFrom('coverage').where('field', '=', '');
  const count = sql<number>`sum(releases)::integer`.as('releases');
  const span = [sql<string | null>`min(first_date)::text`.as('first'), sql<string | null>`max(last_date)::text`.as('last')] as const;
  const [held, rejects, whole, sources, countries, years, forms, fields, importedAt] = await Promise.all([
    db.selectFrom('release').select((eb) => eb.fn.countAll<number>().as('releases')).executeTakeFirstOrThrow(),
    db.selectFrom('reject').select((eb) => eb.fn.countAll<number>().as('rejected')).executeTakeFirstOrThrow(),
    releases.select([sql<number>`coalesce(sum(releases), 0)::integer`.as('releases'), ...span]).executeTakeFirstOrThrow(),
    releases.select(['source', count, ...span, sql<number>`count(distinct country) filter (where country <> '')`.as('countries'), sql<number>`count(distinct form)`.as('forms')])
      .groupBy('source').execute(),
    releases.select(['country', count, ...span]).groupBy('country').orderBy('releases', 'desc').orderBy('country').execute(),
    releases.select(['year', count]).groupBy('year').orderBy('year').execute(),
    releases.select(['source', 'form', count]).groupBy(['source', 'form']).orderBy('releases', 'desc').orderBy('form').execute(),
    db.selectFrom('coverage').select(['field', 'source', sql<number>`sum(releases)::integer`.as('filled'), sql<number>`sum(asked)::integer`.as('asked')])
      .where('field', '<>', '').where(matching(query)).groupBy(['field', 'source']).execute(),
    readUpdatedAt(db),
  ]);
  return {
    ...whole, ...rejects, countries, years, forms, importedAt,
    uncounted: Math.max(0, held.releases - whole.releases),
    sources: SOURCES.flatMap((source) => sources.filter((row) => row.source === source)),
    fields: ratesOf(fields),
  };
}

interface FieldCount {
  readonly field: string;
  readonly source: CoverageRow['source'];
  readonly asked: number;
  readonly filled: number;
}

/** In the order of the page; a field that nobody was asked for is left out. */
function ratesOf(counts: readonly FieldCount[]): FieldRate[] {
  const byField = Map.groupBy(counts, ({ field }) => field);
  return COVERAGE_FIELDS.flatMap((field) => {
    const own = byField.get(field) ?? [];
    const bySource = SOURCES.flatMap((source) => own.filter((row) => row.source === source).map(({ asked, filled }) => ({ source, asked, filled })));
    if (bySource.length === 0) return [];
    const sum = (of: 'asked' | 'filled'): number => bySource.reduce((total, row) => total + row[of], 0);
    return [{ field, isTrait: TRAITS.includes(field), asked: sum('asked'), filled: sum('filled'), bySource }];
  });
}

import { sql, type Kysely } from 'kysely';
import { unwrap, type Clock } from '#base';
import { commonRole, counterpartsOf, fieldTarget, remarksOf, sideQuery } from './compare.ts';
import type { CompareChoice, CompareExamples, CompareQuery, CompareShared, CompareSide, CompareTarget, ComparisonView } from './compare.view.ts';
import { readField } from './cpv/fields.ts';
import { findFields } from './cpv/names.ts';
import { ORGANISATION_ROLES, type OrganisationRole, type OrganisationSummary } from './organisation.view.ts';
import { correctOrganisationQuery, findOrganisationRows, readLargest, readOrganisationSummary } from './organisations.store.ts';
import { PARTY_PAIRS } from './overview-parties.store.ts';
import { scopeOf, type OverviewScope } from './overview-scope.store.ts';
import { readOverview } from './overview.store.ts';
import { findRows } from './processes.store.ts';
import type { RegisterTables } from './tables.ts';

type Db = Kysely<RegisterTables>;

const NEWEST = { after: null, before: null, limit: 5 } as const;
const MATCHES = { after: null, before: null, limit: 8 } as const;
const MOST_FIELDS = 4;
const SHARED = 10;
const EXAMPLES = 4;

/** The organisation or field that a side of an address names, or null. */
export async function findTarget(db: Db, side: string): Promise<CompareTarget | null> {
  const field = fieldTarget(side);
  if (field !== null || side === '') return field;
  const summary = await readOrganisationSummary(db, side);
  return summary === null ? null : organisationTarget(summary);
}

function organisationTarget({ key, name, identifier, locality, asBuyer, asSupplier }: OrganisationSummary): CompareTarget {
  const number = identifier === null ? null : [identifier.scheme, identifier.id].filter((part) => part !== null).join(' ');
  return { side: key, key, field: null, mark: number ?? locality, names: { da: name, en: name }, asBuyer, asSupplier };
}

/** A side as somebody wrote it. What matches alone is meant; of several the reader chooses. */
export async function readChoice(db: Db, text: string): Promise<CompareChoice> {
  const target = await findTarget(db, text);
  if (target !== null || text === '') return { text, target, matches: [] };
  const matches = await findMatches(db, text);
  return { text, target: matches.length === 1 ? matches[0] ?? null : null, matches };
}

async function findMatches(db: Db, text: string): Promise<CompareTarget[]> {
  const query = await correctOrganisationQuery(db, { q: text, filters: { role: ORGANISATION_ROLES } });
  const { rows } = unwrap(await findOrganisationRows(db, query, MATCHES));
  const fields = [...new Set([readField(text) ?? '', ...findFields(text, MOST_FIELDS).map(({ field }) => field)])];
  return [...rows.map(organisationTarget), ...fields.map((field) => fieldTarget(`cpv:${field}`)).filter((field) => field !== null)];
}

/** The largest buyers, suppliers and fields of the register. */
export async function readExamples(db: Db): Promise<CompareExamples> {
  const [buyers, suppliers, divisions] = await Promise.all([
    readLargest(db, 'buyer', EXAMPLES), readLargest(db, 'supplier', EXAMPLES),
    db.selectFrom('process').select('division').where('division', 'is not', null).groupBy('division').orderBy(sql`count(*) desc, division`).limit(EXAMPLES).execute(),
  ]);
  return { buyers: buyers.map(organisationTarget), suppliers: suppliers.map(organisationTarget), fields: divisions.map(({ division }) => fieldTarget(`cpv:${division}`)).filter((field) => field !== null) };
}

/** Both sides by the definitions of their own pages. @param as null: as what both are most */
export async function readComparison(db: Db, clock: Clock, a: CompareTarget, b: CompareTarget, as: CompareQuery['as']): Promise<ComparisonView> {
  const common = commonRole(a, b);
  const role = common === null ? null : as ?? common;
  const [one, other, shared] = await Promise.all([
    readSide(db, clock, a, role), readSide(db, clock, b, role),
    Promise.all(counterpartsOf(role).map((of) => readShared(db, clock, of, [a, b], role))),
  ]);
  return { as: role, a: one, b: other, shared, remarks: remarksOf({ a: one, b: other }) };
}

async function readSide(db: Db, clock: Clock, { side, key, field, names }: CompareTarget, role: OrganisationRole | null): Promise<CompareSide> {
  const query = sideQuery({ key, field }, role);
  const [overview, newest] = await Promise.all([readOverview(db, clock, query), findRows(db, clock, query, NEWEST)]);
  const [first, last] = [overview.perYear[0], overview.perYear.at(-1)];
  const years = first === undefined || last === undefined ? null : { first: first.year, last: last.year };
  return { side, key, field, names, years, overview, newest: unwrap(newest).rows };
}

/** The counterparts that both sides have, by the processes that each counterpart's list is ranked by. */
async function readShared(db: Db, clock: Clock, of: CompareShared['of'], [a, b]: readonly [CompareTarget, CompareTarget], role: OrganisationRole | null): Promise<CompareShared> {
  const scope = (target: CompareTarget) => scopeOf(db, clock, sideQuery(target, role));
  const [scopeA, scopeB] = await Promise.all([scope(a), scope(b)]);
  const counts = (one: OverviewScope) => sql`(select key, count(*) as processes from (${PARTY_PAIRS[of](one)}) pairs group by key)`;
  const { rows } = await sql<{ key: string; name: string; a: number; b: number; total: number }>`
    select one.key, coalesce(o.name, one.key) as name, one.processes as a, other.processes as b, count(*) over () as total
    from ${counts(scopeA)} one join ${counts(scopeB)} other on other.key = one.key left join organisation o on o.key = one.key
    order by least(one.processes, other.processes) desc, one.processes + other.processes desc, one.key limit ${SHARED}`.execute(db);
  return { of, total: rows[0]?.total ?? 0, top: rows.map(({ key, name, a: first, b: second }) => ({ key, name, a: first, b: second })) };
}

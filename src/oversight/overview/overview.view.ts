/** What the page of an overview shows. */
import type { Overview, Statement } from './overview.schema.ts';
import { commonStatements, countStatuses, rowsOf, type Evidence, type OverviewRow } from './rows.ts';
import { STATUSES, type Status } from './words.ts';
import type { GroundCode } from './grounds.ts';

export const SORTS = ['municipality', 'status'] as const;
export type Sort = (typeof SORTS)[number];

export interface OverviewView {
  readonly overview: Overview;
  /** Of which something is known, in the order asked for. */
  readonly known: readonly OverviewRow[];
  /** Names of those of which nothing is. */
  readonly rest: readonly string[];
  readonly counts: ReadonlyMap<Status, number>;
  readonly common: readonly Statement[];
  /** Which municipalities gave which reason, in the order of the codes. */
  readonly grounds: readonly { readonly ground: GroundCode; readonly municipalities: readonly string[] }[];
  readonly sort: Sort;
}

/** @param municipalities names in the order of the alphabet */
export function overviewView(overview: Overview, municipalities: readonly string[], evidence: Evidence, sort: Sort): OverviewView {
  const rows = rowsOf(overview, municipalities, evidence);
  const known = rows.filter((row) => row.status !== 'not-known' || row.statements.length + row.notices.length + row.holdings.length > 0);
  const claims = Map.groupBy(known.flatMap((row) => row.statements.flatMap((statement) => (statement.kind === 'claim' ? [{ ground: statement.ground, municipality: row.municipality }] : []))), ({ ground }) => ground);
  return {
    overview, sort, counts: countStatuses(rows), common: commonStatements(overview),
    known: sort === 'municipality' ? known : known.toSorted((one, other) => STATUSES.indexOf(one.status) - STATUSES.indexOf(other.status)),
    rest: rows.filter((row) => !known.includes(row)).map(({ municipality }) => municipality),
    grounds: [...claims].map(([ground, own]) => ({ ground, municipalities: [...new Set(own.map(({ municipality }) => municipality))] })),
  };
}

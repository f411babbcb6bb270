/** What the page of an overview shows. */
import { compareAmounts } from '#base';
import type { Overview, Statement, StatementOf } from './overview.schema.ts';
import { commonStatements, correctedOf, countStatuses, rowsOf, type Evidence, type OverviewRow } from './rows.ts';
import { OUTCOME_CODES, STATUSES, type Status } from './words.ts';
import type { GroundCode } from './grounds.ts';

export const SORTS = ['municipality', 'status', 'outcome', 'amount', 'date'] as const;
export type Sort = (typeof SORTS)[number];

/** What a reader asks of the rows. */
export interface Asked {
  readonly sort: Sort;
  readonly descending: boolean;
  /** Only rows of this status; null: of all. */
  readonly status: Status | null;
}

export const ASKED: Asked = { sort: 'municipality', descending: false, status: null };

export interface OverviewView {
  readonly overview: Overview;
  /** One for each municipality, in the order of the alphabet. */
  readonly rows: readonly OverviewRow[];
  /** Of which something is known and which are asked for, in the order asked for. */
  readonly known: readonly OverviewRow[];
  /** Names of those of which nothing is. */
  readonly rest: readonly string[];
  readonly counts: ReadonlyMap<Status, number>;
  readonly common: readonly Statement[];
  /** Which municipalities gave which reason, in the order of the codes. */
  readonly grounds: readonly { readonly ground: GroundCode; readonly municipalities: readonly string[] }[];
  /** Figures about anybody, in the order of the file. */
  readonly figures: readonly StatementOf<'figure'>[];
  /** What statements said before they were corrected, oldest first. */
  readonly earlier: ReadonlyMap<string, readonly Statement[]>;
  readonly asked: Asked;
}

/** @param municipalities names in the order of the alphabet */
export function overviewView(overview: Overview, municipalities: readonly string[], evidence: Evidence, asked: Asked = ASKED): OverviewView {
  const rows = rowsOf(overview, municipalities, evidence);
  const all = rows.filter((row) => row.status !== 'not-known' || row.statements.length + row.notices.length + row.holdings.length > 0);
  const claims = Map.groupBy(all.flatMap((row) => row.statements.flatMap((statement) => (statement.kind === 'claim' ? [{ ground: statement.ground, municipality: row.municipality }] : []))), ({ ground }) => ground);
  const common = commonStatements(overview);
  const said = new Set<Statement>([...common, ...rows.flatMap(({ statements }) => statements)]);
  return {
    overview, rows, asked, earlier: correctedOf(overview.statements), counts: countStatuses(rows), common: common.filter(({ kind }) => kind !== 'figure'),
    known: ordered(all.filter(({ status }) => asked.status === null || status === asked.status), asked, common),
    rest: rows.filter((row) => !all.includes(row)).map(({ municipality }) => municipality),
    grounds: [...claims].map(([ground, own]) => ({ ground, municipalities: [...new Set(own.map(({ municipality }) => municipality))] })),
    figures: overview.statements.filter((statement): statement is StatementOf<'figure'> => statement.kind === 'figure' && said.has(statement)),
  };
}

/** What came of the row; what came of all when nothing is said of it alone. */
export function outcomesOf({ statements }: Pick<OverviewRow, 'statements'>, common: readonly Statement[]): readonly StatementOf<'outcome'>[] {
  const own = statements.filter((statement) => statement.kind === 'outcome');
  return own.length > 0 ? own : common.filter((statement): statement is StatementOf<'outcome'> => statement.kind === 'outcome' && 'all' in statement.about);
}

export interface RowAmount {
  /** Exact decimal. */
  readonly amount: string;
  readonly currency: string;
}

/** What it was bought for: of the newest holding with an amount, a list before a statement. Amounts are never added. null: not known. */
export function amountOf({ holdings, statements }: Pick<OverviewRow, 'holdings' | 'statements'>): RowAmount | null {
  const listed = holdings.findLast(({ amount, currency }) => amount !== null && currency !== null);
  if (listed?.amount && listed.currency) return { amount: listed.amount, currency: listed.currency };
  const said = statements.findLast((statement): statement is StatementOf<'holding'> => statement.kind === 'holding' && statement.amount !== undefined && statement.currency !== undefined);
  return said?.amount === undefined || said.currency === undefined ? null : { amount: said.amount, currency: said.currency };
}

/** When it was bought, as exactly as it is known: the newest notice, else the newest holding, else what a source says. null: not known. */
export function dayOf({ notices, holdings, statements }: Pick<OverviewRow, 'notices' | 'holdings' | 'statements'>): string | null {
  const of = (kind: 'holding' | 'way'): (string | null)[] => statements.flatMap((statement) => (statement.kind === kind ? [(statement.kind === 'holding' ? statement.from : undefined) ?? statement.date ?? null] : []));
  return newest(notices.map(({ day }) => day)) ?? newest(holdings.map(({ from }) => from)) ?? newest(of('holding')) ?? newest(of('way'));
}

function newest(days: readonly (string | null)[]): string | null {
  return days.filter((day) => day !== null).toSorted().at(-1) ?? null;
}

type Key = string | RowAmount;

/** What is not known stands last whichever way the rest is turned. */
function ordered(rows: readonly OverviewRow[], { sort, descending }: Asked, common: readonly Statement[]): readonly OverviewRow[] {
  if (sort === 'municipality') return descending ? rows.toReversed() : rows;
  const keyed = rows.map((row) => ({ row, key: keyOf(row, sort, common) }));
  const known = keyed.flatMap(({ row, key }) => (key === null ? [] : [{ row, key }])).toSorted((one, other) => (descending ? -1 : 1) * compare(one.key, other.key));
  return [...known, ...keyed.filter(({ key }) => key === null)].map(({ row }) => row);
}

function keyOf(row: OverviewRow, sort: Exclude<Sort, 'municipality'>, common: readonly Statement[]): Key | null {
  if (sort === 'status') return place(row.status, STATUSES);
  if (sort === 'date') return dayOf(row);
  if (sort === 'amount') return amountOf(row);
  return outcomesOf(row, common).map(({ outcome }) => place(outcome, OUTCOME_CODES)).toSorted()[0] ?? null;
}

function place(code: string, codes: readonly string[]): string {
  return String(codes.indexOf(code)).padStart(2, '0');
}

/** Amounts are compared within their currency; currencies stand by name. */
function compare(one: Key, other: Key): number {
  if (typeof one === 'string' || typeof other === 'string') return typeof one === 'string' && typeof other === 'string' ? one.localeCompare(other) : 0;
  const order = compareAmounts(one, other);
  return order.ok ? order.value : one.currency.localeCompare(other.currency);
}

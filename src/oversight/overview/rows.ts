/** A row for each municipality: what is known, by which evidence, and what is not. Pure. */
import type { Reason } from '#register';
import type { Overview, Statement, StatementOf } from './overview.schema.ts';
import type { Status, Way } from './words.ts';

/** A purchase of the subject that a notice tells of, by the rules that the reader can see. */
export interface NoticeFound {
  readonly municipality: string;
  readonly ocid: string;
  readonly title: string | null;
  /** ISO date; null: not stated. */
  readonly day: string | null;
  /** What the notice says of how it was bought; null: it does not say. */
  readonly way: Way | null;
  /** The words of the notice round the name. */
  readonly words: string;
  /** Why it is taken to be about the subject, the strongest reason first. */
  readonly why: readonly Reason[];
  /** Bought by several together, or by somebody on behalf of the municipality. */
  readonly jointly: boolean;
}

/** Who has the subject, out of contract lists, invoices and answers. */
export interface HoldingFound {
  readonly municipality: string;
  /** As the list writes it. */
  readonly system: string;
  readonly supplier: string;
  /** ISO dates; null: not stated. */
  readonly from: string | null;
  readonly to: string | null;
  /** Exact decimal. */
  readonly amount: string | null;
  readonly currency: string | null;
  /** What the amount is for; null: not known. */
  readonly basis: 'year' | 'total' | null;
  readonly source: string;
  /** When it came here, as an ISO 8601 instant. */
  readonly importedAt: string;
}

/** Where else was looked, and over what. */
export interface Searched {
  /** What central purchasing bodies published of the subject without naming a municipality as buyer. */
  readonly central: readonly Pick<NoticeFound, 'ocid' | 'title' | 'day'>[];
  /** The days of which a finished fetch holds everything that Danish buyers published; null: there is none. */
  readonly whole: { readonly since: string; readonly until: string } | null;
}

export interface Evidence {
  /** Left out: the register was not searched. */
  readonly searched?: Searched;
  readonly notices: readonly NoticeFound[];
  readonly holdings: readonly HoldingFound[];
  /** Whether the register holds what buyers publish, of that time. @param day ISO date or year; null: whenever */
  covers(day: string | null): boolean;
}

export interface OverviewRow {
  readonly municipality: string;
  readonly status: Status;
  /** Whether a notice says it, or somebody. */
  readonly basis: 'notice' | 'statement' | 'none';
  readonly notices: readonly NoticeFound[];
  readonly holdings: readonly HoldingFound[];
  /** What was searched for the row, and what was found; null: nothing was. */
  readonly searches: (Searched & { readonly own: number; readonly joint: number }) | null;
  /** Newest version of each, in the order of the file. */
  readonly statements: readonly Statement[];
  /** What was corrected, by the id of the statement that took its place. */
  readonly corrected: ReadonlyMap<string, readonly Statement[]>;
}

/** @param municipalities names, in the order of the rows */
export function rowsOf(overview: Overview, municipalities: readonly string[], evidence: Evidence): readonly OverviewRow[] {
  const current = currentOf(overview.statements);
  const corrected = correctedOf(overview.statements);
  return municipalities.map((municipality) => {
    const statements = current.filter(({ about }) => 'municipality' in about && about.municipality === municipality);
    const notices = evidence.notices.filter((notice) => notice.municipality === municipality);
    const holdings = evidence.holdings.filter((holding) => holding.municipality === municipality);
    const joint = notices.filter(({ jointly }) => jointly).length;
    const searches = evidence.searched === undefined ? null : { ...evidence.searched, own: notices.length - joint, joint };
    return { municipality, notices, holdings, searches, statements, corrected, ...statusOf(statements, notices, holdings, evidence) };
  });
}

/** What is said of all rows at once. */
export function commonStatements({ statements }: Overview): readonly Statement[] {
  return currentOf(statements).filter(({ about }) => !('municipality' in about));
}

/** A statement that was corrected speaks no longer; it can still be read. */
export function currentOf(statements: readonly Statement[]): readonly Statement[] {
  const replaced = new Set(statements.flatMap(({ corrects }) => corrects ?? []));
  return statements.filter(({ id }) => !replaced.has(id));
}

/** Oldest first. */
export function correctedOf(statements: readonly Statement[]): ReadonlyMap<string, readonly Statement[]> {
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  const before = (statement: Statement): readonly Statement[] => {
    const earlier = byId.get(statement.corrects ?? '');
    return earlier === undefined ? [] : [...before(earlier), earlier];
  };
  return new Map(currentOf(statements).map((statement) => [statement.id, before(statement)]));
}

type Known = Pick<OverviewRow, 'status' | 'basis'>;

/** A notice tells most; then what is said with a source. Nothing is said of whoever is not known to have the subject. */
function statusOf(statements: readonly Statement[], notices: readonly NoticeFound[], holdings: readonly HoldingFound[], evidence: Evidence): Known {
  const newest = notices.filter(({ way, jointly }) => way !== null || jointly).toSorted((one, other) => (one.day ?? '').localeCompare(other.day ?? '')).at(-1);
  if (newest !== undefined) return { status: newest.jointly ? 'central' : newest.way ?? 'not-known', basis: 'notice' };
  const said = statements.findLast((statement): statement is StatementOf<'way'> => statement.kind === 'way');
  if (said?.way === 'does-not-have') return { status: said.way, basis: 'statement' };
  const days = [...holdings.map(({ from }) => from), ...statements.flatMap((statement) => (statement.kind === 'holding' ? [statement.from ?? statement.date ?? null] : []))];
  const isHeld = days.length > 0 || notices.length > 0;
  if (!isHeld) return { status: 'not-known', basis: 'none' };
  if (said !== undefined) return { status: said.way, basis: 'statement' };
  // Something is published, and does not say how it was bought.
  if (notices.length > 0) return { status: 'not-known', basis: 'notice' };
  // A central buyer may have bought for this municipality too, and its notices do not say for whom.
  if ((evidence.searched?.central ?? []).length > 0) return { status: 'not-known', basis: 'none' };
  return { status: days.every((day) => evidence.covers(day)) ? 'no-publication-found' : 'outside-coverage', basis: 'none' };
}

/** How many rows have each status. */
export function countStatuses(rows: readonly OverviewRow[]): ReadonlyMap<Status, number> {
  const counts = new Map<Status, number>();
  for (const { status } of rows) counts.set(status, (counts.get(status) ?? 0) + 1);
  return counts;
}

/** What is published of purchases that somebody follows: their documents, what their contracts cost and when they end, and when they came here. */
import { sql, type Kysely } from 'kysely';
import { isObject, parseJson, type Amount } from '#base';
import { readDetails } from './process-details.ts';
import type { DocumentView } from './process-details.view.ts';
import type { RegisterTables } from './tables.ts';

type Db = Kysely<RegisterTables>;

/** A contract of a process, or what it was awarded at when no contract is published. */
export interface PaperContract {
  readonly kind: 'contract' | 'award';
  readonly title: string | null;
  readonly suppliers: readonly string[];
  /** ISO days; null: not stated. */
  readonly starts: string | null;
  readonly ends: string | null;
  /** Where the end stands; `computed`: from start and duration, so about right. */
  readonly endsBasis: string | null;
  readonly renewal: boolean;
  /** Cancelled or terminated: it does not end when it was to. */
  readonly isOver: boolean;
  readonly value: Amount | null;
}

export interface Papers {
  readonly ocid: string;
  readonly title: string | null;
  readonly buyer: string | null;
  readonly documents: readonly DocumentView[];
  readonly contracts: readonly PaperContract[];
  /** Of a framework agreement or dynamic purchasing system: its last day, as above. */
  readonly framework: { readonly ends: string; readonly endsBasis: string | null } | null;
}

/** In the order of the ocids; one that the register does not hold is left out. */
export async function readPapers(db: Db, ocids: readonly string[]): Promise<readonly Papers[]> {
  if (ocids.length === 0) return [];
  const [processes, contracts, awards, frameworks] = await Promise.all([
    db.selectFrom('process').select(['ocid', 'compiled', 'buyer_name']).where('ocid', 'in', ocids).execute(),
    contractsOf(db, ocids), awardsOf(db, ocids),
    db.selectFrom('framework').select(['ocid', sql<string>`ends::text`.as('ends'), 'ends_basis']).where('ocid', 'in', ocids).where('ends', 'is not', null).execute(),
  ]);
  return ocids.flatMap((ocid): Papers[] => {
    const process = processes.find((one) => one.ocid === ocid);
    if (process === undefined) return [];
    const release = parseJson(process.compiled);
    const { title, documents } = readDetails(isObject(release) ? release : {});
    const own = contracts.get(ocid) ?? [];
    const framework = frameworks.find((one) => one.ocid === ocid);
    return [{
      ocid, title, buyer: process.buyer_name, documents: distinct(documents),
      contracts: own.some(({ value }) => value !== null) ? own : [...own, ...awards.get(ocid) ?? []],
      framework: framework === undefined ? null : { ends: framework.ends, endsBasis: framework.ends_basis },
    }];
  });
}

/** The same document is often named at every stage. */
function distinct(documents: readonly DocumentView[]): readonly DocumentView[] {
  return documents.filter((one, at) => documents.findIndex((other) => nameOf(other) === nameOf(one)) === at);
}

function nameOf({ url, title }: DocumentView): string {
  return url ?? title ?? '';
}

interface Row {
  readonly ocid: string;
  readonly title: string | null;
  readonly suppliers: readonly string[];
  readonly starts: string | null;
  readonly ends: string | null;
  readonly endsBasis: string | null;
  readonly renewal: boolean;
  readonly isOver: boolean;
  readonly amount: string | null;
  readonly currency: string | null;
}

function grouped(rows: readonly Row[], kind: PaperContract['kind']): ReadonlyMap<string, readonly PaperContract[]> {
  const byProcess = Map.groupBy(rows, ({ ocid }) => ocid);
  return new Map([...byProcess].map(([ocid, own]) => [ocid, own.map(({ ocid: _ocid, amount, currency, ...row }): PaperContract => ({ kind, ...row, value: amount === null ? null : { amount, currency } }))]));
}

async function contractsOf(db: Db, ocids: readonly string[]): Promise<ReadonlyMap<string, readonly PaperContract[]>> {
  const { rows } = await sql<Row>`
    select ocid, title, array(select one ->> 'name' from jsonb_array_elements(suppliers::jsonb) one where one ->> 'name' is not null) as suppliers,
      starts::text as starts, ends::text as ends, ends_basis as "endsBasis", renewal, lower(coalesce(status, '')) in ('cancelled', 'terminated') as "isOver", amount::text as amount, currency
    from contract where ocid = any(${ocids}::text[]) and not repeated order by ocid, place`.execute(db);
  return grouped(rows, 'contract');
}

async function awardsOf(db: Db, ocids: readonly string[]): Promise<ReadonlyMap<string, readonly PaperContract[]>> {
  const { rows } = await sql<Row>`
    select ocid, null as title, array[]::text[] as suppliers, null as starts, null as ends, null as "endsBasis", false as renewal, false as "isOver", amount::text as amount, currency
    from award where ocid = any(${ocids}::text[]) and counted and amount is not null order by ocid, place`.execute(db);
  return grouped(rows, 'award');
}

/** When the newest release of each process came here, as ISO 8601 instants, by ocid. */
export async function readArrivals(db: Db, ocids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ocids.length === 0) return new Map();
  const { rows } = await sql<{ ocid: string; arrived: string }>`select ocid, max(imported_at) as arrived from release where ocid = any(${ocids}::text[]) group by ocid`.execute(db);
  return new Map(rows.map(({ ocid, arrived }) => [ocid, arrived]));
}

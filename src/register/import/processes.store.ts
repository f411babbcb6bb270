import { setImmediate as otherWork } from 'node:timers/promises';
import { sql, type Transaction } from 'kysely';
import { parseJson, isObject, type JsonObject } from '#base';
import { upgrade } from '#ocds';
import { DERIVED, readProcess, type ProcessRow } from '../process-row.ts';
import { writeFlatRows } from './flat-rows.store.ts';
import { COMBINATION } from '../process-filter.store.ts';
import { wordsOf } from '../process-texts.ts';
import { arrange } from '../notices/arrange.ts';
import { inReleaseOrder } from '../release-order.ts';
import { short } from '../storable.ts';
import type { RegisterTables } from '../tables.ts';
import type { Intake } from './intake.ts';
import { slices, valueRows } from './rows.ts';

interface Stored {
  readonly date: string;
  readonly releaseId: string;
  readonly content: string;
  readonly faultCount: number;
  readonly release: JsonObject;
}

const BETWEEN_PAUSES = 16;

/** Merges anew every process of these releases: the new ones, and all that the register holds of the same processes. */
export async function compileProcesses(fresh: readonly Intake[], earlier: readonly (Stored & { readonly ocid: string })[]): Promise<ProcessRow[]> {
  const byOcid = Map.groupBy<string, Stored & { readonly ocid: string }>([...fresh, ...earlier], ({ ocid }) => ocid);
  const rows: ProcessRow[] = [];
  for (const [ocid, releases] of byOcid) {
    rows.push(readProcess(ocid, arrange(releases.toSorted(inReleaseOrder))));
    // The database is taking in the releases meanwhile and must be handed the rest of them.
    if (rows.length % BETWEEN_PAUSES === 0) await otherWork();
  }
  return rows;
}

/** The releases that the register holds of these processes, before the new ones are added. */
export async function earlierReleases(transaction: Transaction<RegisterTables>, ocids: readonly string[]): Promise<(Stored & { ocid: string })[]> {
  const rows = await transaction.selectFrom('release')
    .select(['ocid', 'release_id', 'date', 'content', 'fault_count', 'received'])
    .where(sql<boolean>`ocid = any(${ocids}::text[])`)
    .execute();
  return rows.map(({ ocid, release_id: releaseId, date, content, fault_count: faultCount, received }) => {
    const { release } = upgrade(parseJson(received));
    if (!isObject(release)) throw new Error(`The stored release ${releaseId} of ${ocid} is no object.`);
    return { ocid, date, releaseId, content, faultCount, release };
  });
}

/** Writes what lists and search need of each process. */
export async function writeProcesses(transaction: Transaction<RegisterTables>, rows: readonly ProcessRow[]): Promise<void> {
  for (const slice of slices(rows)) {
    await writeWords(transaction, slice.map(({ ocid }) => ocid), slice.map(({ words }) => words));
    await writeRows(transaction, slice);
    await writeSearch(transaction, slice);
    await writeFlatRows(transaction, slice);
    await writeParticipations(transaction, slice);
  }
}

/** Takes away processes whose last notice has come to stand in another one. */
export async function removeProcesses(transaction: Transaction<RegisterTables>, ocids: readonly string[]): Promise<void> {
  if (ocids.length === 0) return;
  await writeWords(transaction, ocids, []);
  await sql`
    with gone as (delete from participation where ocid = any(${ocids}::text[]) returning organisation)
    insert into organisation (key) select distinct organisation from gone
    on conflict (key) do update set stale = true where not organisation.stale`.execute(transaction);
  await sql`delete from process where ocid = any(${ocids}::text[])`.execute(transaction);
}

async function writeRows(transaction: Transaction<RegisterTables>, rows: readonly ProcessRow[]): Promise<void> {
  const values = rows.map((row) => [
    row.ocid, row.compiled, row.title, row.description, row.buyer_key, row.buyer_name, JSON.stringify(row.suppliers), row.country, row.stage,
    row.method, row.category, row.amount, row.currency, row.classification, row.first_date, row.last_date, row.tender_end, row.year,
    row.release_count, row.fault_count, ...derivedOf(row),
  ]);
  await sql`
    insert into process (ocid, compiled, title, description, buyer_key, buyer_name, suppliers, country, stage, method, category, amount,
                         currency, classification, first_date, last_date, tender_end, year, release_count, fault_count, procedure, without_call,
                         technique, division, cpv, lots_with_bids, lots_single_bid, derived, reasons, rationale)
    select ocid, compiled, title, description, buyer_key, buyer_name, suppliers::jsonb, country, stage, method, category, amount::numeric,
           currency, classification, first_date::timestamptz, last_date::timestamptz, tender_end::timestamptz, year::integer,
           release_count::integer, fault_count::integer, procedure, without_call::boolean, technique, division,
           string_to_array(cpv, ' '), lots_with_bids::integer, lots_single_bid::integer, derived::integer,
           string_to_array(reasons, ' '), rationale
    from (values ${valueRows(values)}) as given (
      ocid, compiled, title, description, buyer_key, buyer_name, suppliers, country, stage, method, category, amount,
      currency, classification, first_date, last_date, tender_end, year, release_count, fault_count, procedure, without_call, technique, division,
      cpv, lots_with_bids, lots_single_bid, derived, reasons, rationale)
    on conflict (ocid) do update set
      compiled = excluded.compiled, title = excluded.title, description = excluded.description, buyer_key = excluded.buyer_key,
      buyer_name = excluded.buyer_name, suppliers = excluded.suppliers, country = excluded.country, stage = excluded.stage,
      method = excluded.method, category = excluded.category, amount = excluded.amount, currency = excluded.currency,
      classification = excluded.classification, first_date = excluded.first_date, last_date = excluded.last_date,
      tender_end = excluded.tender_end, year = excluded.year, release_count = excluded.release_count,
      fault_count = excluded.fault_count, procedure = excluded.procedure, without_call = excluded.without_call,
      technique = excluded.technique, division = excluded.division, cpv = excluded.cpv, lots_with_bids = excluded.lots_with_bids,
      lots_single_bid = excluded.lots_single_bid, derived = excluded.derived, reasons = excluded.reasons,
      rationale = excluded.rationale`.execute(transaction);
}

/** What a list can show of a reason; the whole of it stands on the page of the process. */
const LONGEST_RATIONALE = 1000;

/** What the flat tables say of the process as a whole. */
function derivedOf({ flat, division, cpv }: ProcessRow): (string | number | null)[] {
  const [whole] = flat.process;
  if (whole === undefined) throw new Error('A process has no row of its own.');
  const { procedure, without_call: withoutCall, technique, lots_with_bids: withBids, lots_single_bid: single, reasons, rationale } = whole;
  return [
    procedure, withoutCall === null ? null : String(withoutCall), technique, division, cpv.join(' '), withBids, single, DERIVED,
    reasons ?? '', short(rationale, LONGEST_RATIONALE),
  ];
}

/** The words of each process, and the combination of its filters' values. To be called when the processes are written. */
async function writeSearch(transaction: Transaction<RegisterTables>, rows: readonly ProcessRow[]): Promise<void> {
  const ocids = rows.map(({ ocid }) => ocid);
  await sql`
    insert into combination (parts)
    select distinct ${COMBINATION} as parts from process where ocid = any(${ocids}::text[])
    except select parts from combination`.execute(transaction);
  await sql`
    insert into process_search (ocid, combination, search)
    select ocid, combination.id,
           setweight(to_tsvector('danish', coalesce(process.title, '')), 'A') || setweight(to_tsvector('danish', names), 'B')
           || setweight(to_tsvector('danish', details), 'C')
    from (values ${valueRows(rows.map(({ ocid, names, details }) => [ocid, names, details]))}) as given (ocid, names, details)
    join process using (ocid)
    join combination on parts = ${COMBINATION}
    on conflict (ocid) do update set combination = excluded.combination, search = excluded.search`.execute(transaction);
}

/** Organisations that gain or lose a process are marked; they are gathered once, when the import is through. */
async function writeParticipations(transaction: Transaction<RegisterTables>, rows: readonly ProcessRow[]): Promise<void> {
  const ocids = rows.map(({ ocid }) => ocid);
  const participations = rows.flatMap((row) => row.participations);
  await sql`
    with gone as (delete from participation where ocid = any(${ocids}) returning organisation)
    insert into organisation (key) select distinct organisation from gone
    on conflict (key) do update set stale = true where not organisation.stale`.execute(transaction);
  if (participations.length === 0) return;
  await sql`
    with given as (
      select * from json_to_recordset(${JSON.stringify(participations)}::json) as row (
        ocid text, organisation text, party_id text, name text, scheme text, number text, country text, locality text, roles jsonb)),
    added as (
      insert into participation (ocid, organisation, party_id, name, scheme, number, country, locality, roles)
      select ocid, organisation, party_id, name, scheme, number, country, locality, array(select jsonb_array_elements_text(roles)) from given
      on conflict do nothing)
    insert into organisation (key) select distinct organisation from given
    on conflict (key) do update set stale = true where not organisation.stale`.execute(transaction);
}

/** Counts the words of the processes as they will be, instead of those that they had. To be called before they are written. */
async function writeWords(transaction: Transaction<RegisterTables>, ocids: readonly string[], wordsAfter: readonly (readonly string[])[]): Promise<void> {
  const before = await sql<{ title: string | null; names: string[] }>`
    select title, array(select name from participation where participation.ocid = process.ocid) as names
    from process where ocid = any(${ocids}::text[])`.execute(transaction);
  const uses = new Map<string, number>();
  const count = (words: readonly string[], step: number): void => {
    for (const word of words) uses.set(word, (uses.get(word) ?? 0) + step);
  };
  for (const { title, names } of before.rows) count(wordsOf(title, names), -1);
  for (const words of wordsAfter) count(words, 1);
  const changed = [...uses].filter(([, step]) => step !== 0);
  if (changed.length === 0) return;
  const words = changed.map(([word]) => word);
  await sql`
    insert into word (word, uses) select * from unnest(${words}::text[], ${changed.map(([, step]) => step)}::integer[])
    on conflict (word) do update set uses = word.uses + excluded.uses`.execute(transaction);
  if (before.rows.length > 0) await sql`delete from word where uses <= 0 and word = any(${words}::text[])`.execute(transaction);
}

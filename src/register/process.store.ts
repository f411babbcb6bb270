import { sql, type Kysely } from 'kysely';
import { isObject, parseJson, type Json, type JsonObject } from '#base';
import { upgrade } from '#ocds';
import { noticeName } from './addresses.ts';
import { duplicateKeys } from './import/duplicate-keys.ts';
import { maskFault, maskPersons, soleTraders } from './persons.ts';
import { mainOf } from './identity/same.store.ts';
import { kindOf } from './notice-kind.ts';
import { readDetails } from './process-details.ts';
import { inReleaseOrder } from './release-order.ts';
import { SUMMARY_COLUMNS, summaryOf } from './processes.store.ts';
import type { ProcessPageView } from './process.view.ts';
import type { RegisterTables } from './tables.ts';
import type { ReleaseView } from './views.ts';

type Db = Kysely<RegisterTables>;

/** All that the page of a contracting process shows, or null when the register holds none by that ocid. */
export async function readProcessPage(db: Db, ocid: string): Promise<ProcessPageView | null> {
  const row = await db.selectFrom('process').select([...SUMMARY_COLUMNS, 'compiled']).where('ocid', '=', ocid).executeTakeFirst();
  if (row === undefined) return null;
  const details = readDetails(parseJson(row.compiled));
  const related = details.related.flatMap(({ identifier }) => identifier ?? []);
  const [releases, participations, known] = await Promise.all([
    readReleases(db, ocid),
    db.selectFrom('participation').select(['party_id', mainOf(sql.ref('organisation')).as('organisation')]).where('ocid', '=', ocid).execute(),
    db.selectFrom('process').select('ocid').where(sql<boolean>`ocid = any(${related}::text[])`).execute(),
  ]);
  return {
    summary: summaryOf(row),
    details,
    releases,
    organisationKeys: Object.fromEntries(participations.map((entry) => [entry.party_id, entry.organisation])),
    knownOcids: known.map((entry) => entry.ocid),
  };
}

/** The releases of a process as received, newest first, without their texts. */
export async function readReleases(db: Db, ocid: string): Promise<ReleaseView[]> {
  const rows = await db.selectFrom('release as r').innerJoin('source_file as f', 'f.sha256', 'r.file').leftJoin('notice as n', 'n.release', 'r.id')
    .select(['r.id', 'r.release_id', 'r.date', 'r.tags', 'r.language', 'r.ocds_version', 'r.place', 'r.sha256', 'r.file', 'r.imported_at', 'r.faults', 'r.fault_count', 'r.content'])
    .select(['f.name as source', 'n.source as xml', 'n.notice_type as noticeType'])
    // Of TED's forms the corrigendum alone is of no type.
    .select(sql<boolean>`coalesce(n.source = 'ted' and n.form_type is null, false)`.as('isCorrigendum'))
    // Read off the text: the reading of a notice has no other place where these words can stand.
    .select(sql<boolean>`n.release is not null and r.received like '%"status":"unsuccessful"%' and r.received not like '%"status":"active"%'`.as('hasNoWinner'))
    .select(sql<boolean>`count(*) over (partition by r.release_id) > 1`.as('doubled'))
    .where('r.ocid', '=', ocid)
    .execute();
  return rows.map((row) => ({ ...row, releaseId: row.release_id })).toSorted((a, b) => inReleaseOrder(b, a)).map((row) => ({
    key: row.id,
    name: noticeName(row.release_id, row.doubled ? row.content : null),
    kind: kindOf(row),
    format: row.xml ?? 'ocds',
    releaseId: row.release_id,
    date: row.date,
    tags: row.tags,
    language: row.language,
    ocdsVersion: row.ocds_version,
    sourceName: fileName(row.source),
    place: row.place,
    sha256: row.sha256,
    fileSha256: row.file,
    importedAt: row.imported_at,
    faults: row.faults.map(maskFault),
    faultCount: row.fault_count,
    hasOtherVersion: row.doubled,
  }));
}

// The folders on the importer's machine are nobody's business.
function fileName(name: string): string {
  return name.split(/[/\\]/).at(-1) ?? name;
}

/** One release as received, to the letter unless it names persons, who are masked; or null. */
export async function readReceived(db: Db, ocid: string, key: string): Promise<string | null> {
  const row = await db.selectFrom('release').select('received').where('ocid', '=', ocid).where(sql<boolean>`id::text = ${key}`).executeTakeFirst();
  if (row === undefined) return null;
  const value = parseJson(row.received);
  const masked = maskPersons(value, await personsOf(db, ocid));
  // Of a key that stands twice the mask has seen the last one only, and the text holds both.
  return masked === value && duplicateKeys(row.received, value).length === 0 ? row.received : JSON.stringify(masked);
}

/** Ids of the natural persons among the parties of all releases of a process; only texts that may hold one are parsed. */
export async function personsOf(db: Db, ocid: string): Promise<ReadonlySet<string>> {
  return (await personsOfAll(db, [ocid])).get(ocid) ?? new Set();
}

/** The same of several processes, by ocid; those without persons are left out. */
export async function personsOfAll(db: Db, ocids: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await db.selectFrom('release').select(['ocid', 'received']).where(sql<boolean>`ocid = any(${ocids}::text[])`)
    .where(sql<boolean>`received ~ 'selfEmployed|CPR|[0-9]{6}-[0-9]{4}'`).execute();
  const found = new Map<string, Set<string>>();
  for (const { ocid, received } of rows) found.set(ocid, new Set([...(found.get(ocid) ?? []), ...soleTraders(parseJson(received))]));
  return found;
}

/** The compiled release, or null. */
export async function readCompiled(db: Db, ocid: string): Promise<Json | null> {
  const row = await db.selectFrom('process').select('compiled').where('ocid', '=', ocid).executeTakeFirst();
  return row === undefined ? null : maskPersons(parseJson(row.compiled), await personsOf(db, ocid));
}

export interface PackagedReleases {
  /** In OCDS 1.1, oldest first. */
  readonly releases: readonly JsonObject[];
  /** When the newest of them was received (ISO instant). */
  readonly publishedDate: string;
}

/** The releases of a process for a package: one version of the standard for all, upgraded where needed. Null: none. */
export async function readPackagedReleases(db: Db, ocid: string): Promise<PackagedReleases | null> {
  const rows = await db.selectFrom('release').select(['received', 'imported_at', 'date', 'release_id as releaseId', 'content']).where('ocid', '=', ocid).execute();
  if (rows.length === 0) return null;
  const persons = await personsOf(db, ocid);
  const releases = rows.toSorted(inReleaseOrder).map(({ received }) => maskPersons(upgrade(parseJson(received)).release, persons)).filter(isObject)
    // The process of a notice can be found to be another one after it was read.
    .map((release) => (release['ocid'] === ocid ? release : { ...release, ocid }));
  return { releases, publishedDate: rows.map(({ imported_at: at }) => at).sort().at(-1) ?? '' };
}

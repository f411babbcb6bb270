import { promisify } from 'node:util';
import { zstdDecompress } from 'node:zlib';
import { sql, type Kysely } from 'kysely';
import { isObject, parseJson } from '#base';
import { maskNotice } from '#eforms';
import { upgrade } from '#ocds';
import { mainOf } from './identity/same.store.ts';
import { readNoticeDetails } from './notice-details.ts';
import type { NoticeFactsView, NoticePageView } from './notice.view.ts';
import { maskPersons } from './persons.ts';
import { readDetails } from './process-details.ts';
import { personsOf, readReleases } from './process.store.ts';
import type { RegisterTables } from './tables.ts';
import type { ReleaseView } from './views.ts';

type Db = Kysely<RegisterTables>;
const unpack = promisify(zstdDecompress);

/** Where a notice stands that was asked for by another name than that of its page. */
export interface NoticePlace {
  readonly ocid: string;
  readonly name: string;
}

/** All that the page of one notice shows; where the notice stands, when it is not there; null when the register holds none by that name. */
export async function readNoticePage(db: Db, ocid: string, name: string): Promise<NoticePageView | NoticePlace | null> {
  const course = await readReleases(db, ocid);
  const release = course.find((one) => one.name === name);
  return release === undefined ? placeOf(db, course, ocid, name) : readPage(db, ocid, release, course);
}

export function isPlace(found: NoticePageView | NoticePlace): found is NoticePlace {
  return 'name' in found;
}

/** Notices move when another joins their processes, and are asked for by their publication number too. */
async function placeOf(db: Db, course: readonly ReleaseView[], ocid: string, asked: string): Promise<NoticePlace | null> {
  const id = asked.replace(/@[0-9a-f]{8}$/, '');
  const here = course.find(({ releaseId }) => releaseId === asked || releaseId === id);
  if (here !== undefined) return { ocid, name: here.name };
  const there = await db.selectFrom('notice as n').innerJoin('release as r', 'r.id', 'n.release').select(['r.id', 'r.ocid'])
    .where(sql<boolean>`n.names && ${[asked, id]}::text[]`)
    .orderBy(sql`r.ocid = ${ocid} desc, r.id`).limit(1).executeTakeFirst();
  if (there === undefined) return null;
  const found = (await readReleases(db, there.ocid)).find(({ key }) => key === there.id);
  return found === undefined ? null : { ocid: there.ocid, name: found.name };
}

async function readPage(db: Db, ocid: string, release: ReleaseView, course: readonly ReleaseView[]): Promise<NoticePageView> {
  const [process, row, facts, persons, participations, changedBy] = await Promise.all([
    db.selectFrom('process').select('country').where('ocid', '=', ocid).executeTakeFirst(),
    db.selectFrom('release').select('received').where('id', '=', release.key).executeTakeFirstOrThrow(),
    readFacts(db, release.key),
    personsOf(db, ocid),
    db.selectFrom('participation').select(['party_id', mainOf(sql.ref('organisation')).as('organisation')]).where('ocid', '=', ocid).execute(),
    readChangedBy(db, release.key),
  ]);
  const received = parseJson(row.received);
  const masked = maskPersons(received, persons);
  const { release: read } = upgrade(masked);
  const value = isObject(read) ? read : {};
  const notice = readNoticeDetails(value);
  return {
    ocid, release, course, notice,
    country: process?.country ?? null,
    details: readDetails(value),
    facts: facts?.view ?? null,
    changedBy: course.filter(({ key }) => changedBy.has(key)).map(({ name }) => name),
    held: await heldNames(db, notice.references.map(({ notice: named }) => named)),
    organisationKeys: Object.fromEntries(participations.map((entry) => [entry.party_id, entry.organisation])),
    isMasked: masked !== received || facts?.isMasked === true,
  };
}

/** Later notices that take the place of this one's words, or correct some of them. */
async function readChangedBy(db: Db, key: string): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('notice as own').innerJoin('notice as n', (join) => join.on(sql<boolean>`n.replaces && own.names or n.source = 'ted' and n.form_type is null and n.joins && own.names`))
    .select('n.release').where('own.release', '=', key).whereRef('n.release', '!=', 'own.release').execute();
  return new Set(rows.map(({ release }) => release));
}

/** Those of the names that a notice in the register goes by. */
async function heldNames(db: Db, names: readonly string[]): Promise<readonly string[]> {
  if (names.length === 0) return [];
  const rows = await db.selectFrom('notice').select('names').where(sql<boolean>`names && ${names}::text[]`).execute();
  const held = new Set(rows.flatMap((row) => row.names));
  return names.filter((name) => held.has(name));
}

async function readFacts(db: Db, key: string): Promise<{ view: NoticeFactsView; isMasked: boolean } | null> {
  const row = await db.selectFrom('notice')
    .select(['source', 'number', 'notice_id as noticeId', 'form', 'notice_type as noticeType', 'version', 'gazette', 'language', 'original'])
    .select(sql<string | null>`published::text`.as('published'))
    .where('release', '=', key).executeTakeFirst();
  if (row === undefined) return null;
  const { original, ...view } = row;
  const bytes = await unpack(original);
  return { view: { ...view, bytes: bytes.length }, isMasked: maskNotice(bytes).masked > 0 };
}

/** The notice as published, to the letter unless it names persons, who are masked; null when the release came as OCDS or is not there. */
export async function readOriginal(db: Db, ocid: string, key: string): Promise<Buffer | null> {
  const row = await db.selectFrom('notice as n').innerJoin('release as r', 'r.id', 'n.release').select('n.original')
    .where('r.ocid', '=', ocid).where(sql<boolean>`r.id::text = ${key}`).executeTakeFirst();
  if (row === undefined) return null;
  const bytes = await unpack(row.original);
  const { xml, masked } = maskNotice(bytes);
  // What was read is written in UTF-8, and must then say so.
  return masked === 0 ? bytes : Buffer.from(xml.replace(/^(<\?xml[^>]*\bencoding=)(["'])[^"']*\2/, '$1$2UTF-8$2'));
}

/** The ocid that a process has now, when it was known by this one before; else null. */
export async function readAlias(db: Db, alias: string): Promise<string | null> {
  const row = await db.selectFrom('ocid_alias as a').innerJoin('process as p', 'p.ocid', 'a.ocid').select('a.ocid').where('a.alias', '=', alias).executeTakeFirst();
  return row?.ocid ?? null;
}

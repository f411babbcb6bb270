import { sql, type Transaction } from 'kysely';
import { storable } from '../storable.ts';
import type { RegisterTables } from '../tables.ts';
import type { Intake } from '../import/intake.ts';
import { slices } from '../import/rows.ts';
import { joinNotices, type JoinedNotice } from './join.ts';
import type { NoticeRow } from './notice-intake.ts';

type NoticeIntake = Intake & { readonly notice: NoticeRow };

/** Those that the register does not hold yet. A notice is known by its bytes: the same in two packages is one notice. */
export async function freshNotices(transaction: Transaction<RegisterTables>, intakes: readonly Intake[]): Promise<NoticeIntake[]> {
  if (intakes.length === 0) return [];
  const distinct = new Map<string, NoticeIntake>();
  for (const intake of intakes) {
    const { notice } = intake;
    if (notice !== null && !distinct.has(intake.content)) distinct.set(intake.content, Object.assign(intake, { notice }));
  }
  const known = await transaction.selectFrom('notice').select('content').where(sql<boolean>`content = any(${[...distinct.keys()]}::text[])`).execute();
  for (const { content } of known) distinct.delete(content);
  return [...distinct.values()];
}

export interface Placed {
  /** The new notices, each with the ocid of its process. */
  readonly placed: readonly NoticeIntake[];
  /** Ocids of processes that gained or lost notices. */
  readonly touched: readonly string[];
  /** Ocids under which nothing stands any more. */
  readonly emptied: readonly string[];
}

/** Puts new notices into the processes that they belong to, and moves those whose process thereby changes. */
export async function placeNotices(transaction: Transaction<RegisterTables>, fresh: readonly NoticeIntake[], prefix: string): Promise<Placed> {
  if (fresh.length === 0) return { placed: [], touched: [], emptied: [] };
  const added = fresh.map(({ notice }) => joinedOf(notice));
  const neighbours = await neighbourhood(transaction, added);
  const processes = joinNotices([...added, ...neighbours], prefix);
  const ocidOf = new Map(processes.flatMap(({ ocid, keys }) => keys.map((key) => [key, ocid] as const)));
  for (const intake of fresh) intake.ocid = ocidOf.get(intake.notice.key) ?? intake.ocid;
  const moved = neighbours.filter(({ key, ocid }) => ocidOf.get(key) !== ocid);
  await moveReleases(transaction, moved.map(({ key }) => ({ id: key, ocid: ocidOf.get(key) ?? '' })));
  await writeAliases(transaction, processes, [...new Set(neighbours.map(({ ocid }) => ocid))]);
  const left = [...new Set(moved.map(({ ocid }) => ocid))];
  const touched = new Set([...moved.flatMap(({ key }) => ocidOf.get(key) ?? []), ...left]);
  return { placed: fresh, touched: [...touched], emptied: await emptyOf(transaction, left, new Set(fresh.map(({ ocid }) => ocid))) };
}

function joinedOf({ key, facts, names, joins, plans }: NoticeRow): JoinedNotice {
  return { key, procedureId: facts.procedureId, names, joins, plans };
}

/** The stored notices that are tied to these by any name, and those tied to them in turn. */
async function neighbourhood(transaction: Transaction<RegisterTables>, fresh: readonly JoinedNotice[]): Promise<(JoinedNotice & { ocid: string })[]> {
  const found = new Map<string, JoinedNotice & { ocid: string }>();
  const asked = new Set<string>();
  for (let edge: readonly JoinedNotice[] = fresh; edge.length > 0;) {
    const names = [...new Set(edge.flatMap(({ names: own, joins, plans }) => [...own, ...joins, ...plans]))].filter((name) => !asked.has(name));
    const procedures = [...new Set(edge.flatMap(({ procedureId }) => procedureId ?? []))].filter((id) => !asked.has(`procedure ${id}`));
    for (const name of names) asked.add(name);
    for (const id of procedures) asked.add(`procedure ${id}`);
    if (names.length === 0 && procedures.length === 0) break;
    const rows = await transaction.selectFrom('notice as n').innerJoin('release as r', 'r.id', 'n.release')
      .select(['n.release as key', 'n.procedure_id as procedureId', 'n.names', 'n.joins', 'n.plans', 'r.ocid'])
      .where(sql<boolean>`n.names && ${names}::text[] or n.joins && ${names}::text[] or n.plans && ${names}::text[] or n.procedure_id = any(${procedures}::text[])`)
      .execute();
    edge = rows.filter(({ key }) => !found.has(key));
    for (const row of edge as (JoinedNotice & { ocid: string })[]) found.set(row.key, row);
  }
  return [...found.values()];
}

async function moveReleases(transaction: Transaction<RegisterTables>, moves: readonly { id: string; ocid: string }[]): Promise<void> {
  if (moves.length === 0) return;
  await sql`
    update release set ocid = given.ocid from json_to_recordset(${JSON.stringify(moves)}::json) as given (id uuid, ocid text)
    where release.id = given.id`.execute(transaction);
}

async function writeAliases(transaction: Transaction<RegisterTables>, processes: ReturnType<typeof joinNotices>, before: readonly string[]): Promise<void> {
  const ocids = [...new Set([...processes.map(({ ocid }) => ocid), ...before])];
  const rows = processes.flatMap(({ ocid, aliases }) => aliases.map((alias) => ({ alias: storable(alias), ocid })));
  await sql`delete from ocid_alias where ocid = any(${ocids}::text[]) or alias = any(${ocids}::text[])`.execute(transaction);
  if (rows.length === 0) return;
  await sql`
    insert into ocid_alias (alias, ocid) select alias, ocid from json_to_recordset(${JSON.stringify(rows)}::json) as given (alias text, ocid text)
    on conflict (alias) do update set ocid = excluded.ocid`.execute(transaction);
}

/** Those of the ocids that no release has any more, apart from the new ones. */
async function emptyOf(transaction: Transaction<RegisterTables>, ocids: readonly string[], coming: ReadonlySet<string>): Promise<string[]> {
  if (ocids.length === 0) return [];
  const full = await transaction.selectFrom('release').select('ocid').distinct().where(sql<boolean>`ocid = any(${ocids}::text[])`).execute();
  const held = new Set(full.map(({ ocid }) => ocid));
  return ocids.filter((ocid) => !held.has(ocid) && !coming.has(ocid));
}

/** Keeps the notices beside their releases, which must be there already. */
export async function insertNotices(transaction: Transaction<RegisterTables>, placed: readonly NoticeIntake[]): Promise<void> {
  for (const slice of slices(placed)) {
    await transaction.insertInto('notice').values(slice.map(({ content, notice }) => {
      const { facts } = notice;
      return {
        release: notice.key, source: facts.source, content, original: notice.original, number: facts.number, notice_id: facts.id, procedure_id: facts.procedureId,
        names: [...notice.names], joins: [...notice.joins], plans: [...notice.plans], replaces: [...notice.replaces],
        form: facts.form, form_type: facts.formType, notice_type: facts.noticeType, version: facts.version, procedure_code: facts.procedureCode,
        language: facts.language, country: notice.country, published: facts.published, gazette: facts.gazette,
        total: JSON.stringify(facts.total), remarks: JSON.stringify(notice.remarks),
      };
    })).execute();
  }
}

/** Those of the publication numbers that the register holds. */
export async function knownNumbers(db: Pick<Transaction<RegisterTables>, 'selectFrom'>, numbers: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('notice').select('number').where(sql<boolean>`number = any(${numbers}::text[])`).execute();
  return new Set(rows.flatMap(({ number }) => number ?? []));
}

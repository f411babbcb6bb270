/** Records in and out of the database. Who may see what is decided by row-level security of the transaction that is handed in. */
import { sql } from 'kysely';
import type { MarketDatabase, MarketTransaction } from '../tables.ts';
import type { Due, Happening } from './command.ts';
import type { MarketRecord, RecordKind } from './record.ts';

export type { MarketDatabase, MarketTransaction } from '../tables.ts';

const COLUMNS = [
  'market_record.id', 'market_record.kind', 'market_record.owner', 'market_record.parent', 'market_record.state', 'market_record.version', 'market_record.audience',
  'market_record.parties', 'market_record.body', 'market_record.ocid', 'market_record.created_at', 'market_record.changed_at', 'market_internal.data as internal', 'market_withheld.data as withheld',
] as const;

interface RecordRow extends Omit<MarketRecord, 'createdAt' | 'changedAt'> {
  readonly created_at: string;
  readonly changed_at: string;
}

function recordOf({ created_at: createdAt, changed_at: changedAt, ...row }: RecordRow): MarketRecord {
  return { ...row, createdAt, changedAt };
}

function query(db: MarketDatabase) {
  return db.selectFrom('market_record').leftJoin('market_internal', 'market_internal.record', 'market_record.id').leftJoin('market_withheld', 'market_withheld.record', 'market_record.id').select(COLUMNS);
}

/** Null: there is none, or it may not be seen. */
export async function readRecord(db: MarketDatabase, id: string): Promise<MarketRecord | null> {
  const row = await query(db).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : recordOf(row);
}

/** Locked until the transaction ends, so that what is decided by it still holds when it is written. */
export async function lockRecord(trx: MarketTransaction, id: string): Promise<MarketRecord | null> {
  const row = await query(trx).where('id', '=', id).forUpdate('market_record').executeTakeFirst();
  return row === undefined ? null : recordOf(row);
}

export interface RecordQuery {
  readonly kind?: RecordKind;
  readonly owner?: string;
  readonly parent?: string;
  readonly states?: readonly string[];
  readonly limit?: number;
}

/** Newest first. */
export async function listRecords(db: MarketDatabase, { kind, owner, parent, states, limit = 200 }: RecordQuery): Promise<readonly MarketRecord[]> {
  let found = query(db);
  if (kind !== undefined) found = found.where('kind', '=', kind);
  if (owner !== undefined) found = found.where('owner', '=', owner);
  if (parent !== undefined) found = found.where('parent', '=', parent);
  if (states !== undefined) found = found.where('state', 'in', [...states]);
  return (await found.orderBy('changed_at', 'desc').orderBy('id', 'desc').limit(limit).execute()).map(recordOf);
}

export async function readChildren(db: MarketDatabase, parent: string): Promise<readonly MarketRecord[]> {
  return (await query(db).where('parent', '=', parent).orderBy('created_at').orderBy('id').execute()).map(recordOf);
}

/** A step that somebody proposed, of a record that may be seen. */
export interface Waiting {
  readonly record: MarketRecord;
  readonly command: string;
  readonly person: string;
  readonly at: string;
}

/** What waits for a second person of the organisation, the oldest first. */
export async function readWaiting(db: MarketDatabase): Promise<readonly Waiting[]> {
  const rows = await query(db).innerJoin('market_proposal', 'market_proposal.record', 'market_record.id')
    .select(['market_proposal.command', 'market_proposal.person', 'market_proposal.at']).orderBy('market_proposal.at').limit(100).execute();
  return rows.map(({ command, person, at, ...row }) => ({ record: recordOf(row), command, person, at }));
}

export interface RecordState extends Omit<MarketRecord, 'createdAt' | 'changedAt'> {
  readonly at: Temporal.Instant;
}

export async function insertRecord(trx: MarketTransaction, record: RecordState): Promise<void> {
  const { at, id, kind, owner, parent, state, version, audience, parties, body, ocid } = record;
  await trx.insertInto('market_record')
    .values({ id, kind, owner, parent, state, version, audience, parties: [...parties], body: JSON.stringify(body), ocid, created_at: at.toString(), changed_at: at.toString() }).execute();
}

/** @returns false when somebody else changed it in the meantime. */
export async function updateRecord(trx: MarketTransaction, { at, id, version, state, audience, parties, body, ocid }: RecordState): Promise<boolean> {
  const { numUpdatedRows } = await trx.updateTable('market_record')
    .set({ version, state, audience, parties: [...parties], body: JSON.stringify(body), ocid, changed_at: at.toString() })
    .where('id', '=', id).where('version', '=', version - 1).executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Written by the server: who gives a command may be of another organisation (a holder of a recovery key), which never sees it. */
export async function writeInside(trx: MarketTransaction, { id: record, internal, withheld }: Pick<MarketRecord, 'id' | 'internal' | 'withheld'>): Promise<void> {
  for (const [table, value] of [['market_internal', internal], ['market_withheld', withheld]] as const) {
    if (value === null || value === undefined) continue;
    const data = JSON.stringify(value);
    await trx.insertInto(table).values({ record, data }).onConflict((conflict) => conflict.column('record').doUpdateSet({ data })).execute();
  }
}

export interface EventsOf {
  readonly record: string;
  readonly version: number;
  readonly at: Temporal.Instant;
  readonly command: string;
  readonly person: string | null;
  readonly proposer: string | null;
  readonly organisation: string | null;
  readonly happened: readonly Happening[];
}

export async function writeEvents(trx: MarketTransaction, { happened, at, ...of }: EventsOf): Promise<void> {
  if (happened.length === 0) return;
  await trx.insertInto('market_event')
    .values(happened.map(({ type, audience, data }, n) => ({ ...of, n, at: at.toString(), type, audience, data: JSON.stringify(data) }))).execute();
}

export interface HistoryLine extends Happening {
  readonly version: number;
  readonly at: string;
  readonly command: string;
  readonly person: string | null;
  readonly proposer: string | null;
  readonly organisation: string | null;
}

/** Oldest first. */
export async function readHistory(db: MarketDatabase, record: string): Promise<readonly HistoryLine[]> {
  return db.selectFrom('market_event').select(['version', 'at', 'command', 'type', 'audience', 'person', 'proposer', 'organisation', 'data'])
    .where('record', '=', record).orderBy('version').orderBy('n').execute();
}

export async function replaceDue(trx: MarketTransaction, record: string, due: readonly Due[]): Promise<void> {
  await trx.deleteFrom('market_due').where('record', '=', record).execute();
  if (due.length === 0) return;
  await trx.insertInto('market_due').values(due.map(({ command, at }) => ({ record, command, at: at.toString() }))).onConflict((conflict) => conflict.doNothing()).execute();
}

export interface DueRow {
  readonly record: string;
  readonly command: string;
  readonly at: string;
}

/** What is due at an instant, the earliest first. */
export async function readDue(db: MarketDatabase, now: Temporal.Instant, limit: number): Promise<readonly DueRow[]> {
  return db.selectFrom('market_due').selectAll().where('at', '<=', now.toString()).orderBy('at').orderBy('record').orderBy('command').limit(limit).execute();
}

/** Takes a due row for the length of the transaction. @returns false when another worker has it, or it is done. */
export async function takeDue(trx: MarketTransaction, { record, command, at }: DueRow): Promise<boolean> {
  const { rows } = await sql`delete from market_due where (record, command, at) in (
    select record, command, at from market_due where record = ${record} and command = ${command} and at = ${at} for update skip locked) returning record`.execute(trx);
  return rows.length > 0;
}

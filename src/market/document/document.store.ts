/** Files in and out of the database. Who may see which is decided by row-level security of the transaction that is handed in. */
import { createHash } from 'node:crypto';
import type { Look } from '../core/command.ts';
import type { MarketDatabase, MarketTransaction } from '../core/records.store.ts';

/** All that is known of a file without reading it. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: number;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
}

export interface NewFile {
  readonly id: string;
  readonly record: string;
  readonly name: string;
  readonly type: string;
  readonly content: Buffer;
  readonly person: string;
  readonly at: Temporal.Instant;
}

const COLUMNS = ['id', 'name', 'type', 'bytes', 'sha256'] as const;

export async function storeFile(trx: MarketTransaction, { content, at, ...file }: NewFile): Promise<void> {
  const sha256 = createHash('sha256').update(content).digest('hex');
  await trx.insertInto('market_document').values({ ...file, content, sha256, bytes: content.length, at: at.toString() }).execute();
}

/** Files of a record, in the order in which they came. */
export async function listFiles(db: MarketDatabase, record: string): Promise<readonly StoredFile[]> {
  return db.selectFrom('market_document').select(COLUMNS).where('record', '=', record).orderBy('at').orderBy('id').execute();
}

/** Null: there is none, or it may not be seen. */
export async function readFile(db: MarketDatabase, record: string, id: string): Promise<StoredFile & { readonly content: Buffer } | null> {
  return await db.selectFrom('market_document').select([...COLUMNS, 'content']).where('record', '=', record).where('id', '=', id).executeTakeFirst() ?? null;
}

/** Bytes of all files of a record together. */
export async function bytesOf(db: MarketDatabase, record: string): Promise<number> {
  const { sum } = await db.selectFrom('market_document').select(({ fn }) => fn.sum<string | null>('bytes').as('sum')).where('record', '=', record).executeTakeFirstOrThrow();
  return Number(sum ?? 0);
}

/** What a command chooses files from: those of its record. */
export const lookPending: Look = async ({ trx, record }) => (record === null ? [] : listFiles(trx, record.id));

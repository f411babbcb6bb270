/** What the steps of an opening are decided by, beyond the record: the list a holder gives, the list of bids, and what came of each. */
import { fail, isObject, ok, parseJson, refuse, type Result } from '#base';
import { intakeIn, sealedBids } from '#intake';
import { sharesCommitment, type HoldersShares } from '#seal';
import type { Look } from '../core/command.ts';
import type { MarketDatabase } from '../tables.ts';

export interface RevealedList extends HoldersShares {
  readonly commitment: string;
}

const NO_LIST = refuse('invalid', { da: ['Det er ikke en liste af dele.', 'Indsæt hele den fil, som siden eller "torvet shares open" skrev.'], en: ['This is no list of shares.', 'Give the file that the page or "torvet shares open" wrote, whole.'] }, 'shares');

/** The list that a holder gives, with the hash that it must have committed to. */
export const lookList: Look = async ({ input }): Promise<Result<RevealedList>> => {
  // Null: the page of the form asks what it is about.
  const list = listOf((input as { readonly shares: string } | null)?.shares ?? '');
  return list === null ? fail(NO_LIST) : ok({ ...list, commitment: await sharesCommitment(list) });
};

function listOf(given: string): HoldersShares | null {
  try {
    const value: unknown = parseJson(given);
    if (!isObject(value)) return null;
    const { purchase, holder, shares } = value;
    if (typeof purchase !== 'string' || typeof holder !== 'string' || !Array.isArray(shares)) return null;
    return shares.every(isPair) ? { purchase, holder, shares: shares.map(([submission, share]) => [submission, share]) } : null;
  } catch {
    return null;
  }
}

const KEY = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function isPair(one: unknown): one is readonly [string, string | null] {
  return Array.isArray(one) && one.length === 2 && typeof one[0] === 'string' && KEY.test(one[0]) && (one[1] === null || (typeof one[1] === 'string' && one[1].length <= 100));
}

/** What came of a bid. */
export interface Tried {
  readonly submission: string;
  readonly supplier: string;
  /** Null: it opened. */
  readonly step: string | null;
  readonly why: string;
  readonly holders: readonly string[];
  /** How many holders had revealed. */
  readonly reveals: number;
}

export async function readTried(db: MarketDatabase, record: string): Promise<readonly Tried[]> {
  const rows = await db.selectFrom('market_opened_bid').select(['submission', 'supplier', 'failed_step', 'failed_why', 'wrong_holders', 'reveals'])
    .where('record', '=', record).orderBy('received_at').orderBy('submission').execute();
  return rows.map((row) => ({ submission: row.submission, supplier: row.supplier, step: row.failed_step, why: row.failed_why ?? '', holders: row.wrong_holders, reveals: row.reveals }));
}

/** The bids that count, and what came of each. */
export const lookTried: Look = async ({ trx, record, now }) => {
  if (record === null) throw new Error('An opening is of a purchase.');
  const found = await sealedBids(trx, intakeIn(trx), record.id, { person: null, organisation: null, now });
  const list = found.ok ? ok(found.value.map(({ submission, supplier, lot, bidVersion, receivedAt, envelope }) => ({ submission, supplier, lot, bidVersion, receivedAt, envelope }))) : found;
  return { list, tried: await readTried(trx, record.id) };
};

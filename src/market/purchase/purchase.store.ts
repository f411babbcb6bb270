/** What the pages of a purchase show beyond the record, each only to whom it belongs. */
import { intakeIn, statusFor, type LotStatus } from '#intake';
import { readAssessment, type Assessment } from '../assessment/assessment.store.ts';
import { noteLook } from '../assessment/opened-bids.store.ts';
import type { Contribution } from '../contribution/contribution.ts';
import { NO_ANNEX, readAnnex, type Annex } from '../dialogue/annex.store.ts';
import { listFiles, type StoredFile } from '../document/document.store.ts';
import { listRecords, readChildren, readRecord, type MarketTransaction } from '../core/records.store.ts';
import type { Reading } from '../core/present.ts';
import type { MarketRecord } from '../core/record.ts';
import { byServer } from '../core/server-rights.ts';
import { rulesUnder } from '../kinds/competitive.ts';
import type { NeedBody } from '../need/need.ts';
import { readCandidates, type Candidate } from './committee.store.ts';
import { unanswered } from './purchase.running.ts';
import { LOT, type Purchase } from './purchase.schema.ts';

export interface PurchaseExtra {
  /** Of the reader's own bid; null: the reader may not bid here. */
  readonly status: LotStatus | null;
  /** What the reader must decrypt to show that the key is there; base64; null: nothing is asked. */
  readonly challenge: string | null;
  /** For the buyer alone, otherwise empty. */
  readonly candidates: readonly Candidate[];
  readonly files: readonly StoredFile[];
  readonly needs: readonly MarketRecord<NeedBody>[];
  /** Null before the opening, and for whoever is not the buyer. */
  readonly assessment: Assessment | null;
  /** What the dialogue before the purchase said, and what may be told of who did not bid. */
  readonly annex: Annex;
  /** Questions without an answer. */
  readonly waiting: readonly Contribution[];
}

/** How the reader's own bid for a purchase stands, or for the purchase that a record is about. Nobody is told of another's. */
export async function readBidStatus({ trx, actor }: Pick<Reading, 'trx' | 'actor'>, record: MarketRecord): Promise<LotStatus | null> {
  if (actor?.kind !== 'supplier') return null;
  const purchase = record.kind === 'purchase' ? record.id : record.parent;
  if (purchase === null) return null;
  const all = await byServer(actor, trx as MarketTransaction, () => statusFor(intakeIn(trx), actor.organisation, purchase));
  return all.find(({ lot }) => lot === LOT) ?? null;
}

async function readChallenge({ trx, actor }: Reading, { id }: MarketRecord): Promise<string | null> {
  if (actor === null || !actor.roles.includes('committee')) return null;
  const whole = await byServer(actor, trx as MarketTransaction, () => readRecord(trx, id)) as Purchase | null;
  return whole?.internal?.holders.find(({ person }) => person === actor.user)?.challenge?.sealed ?? null;
}

const NOTHING: PurchaseExtra = { status: null, challenge: null, candidates: [], files: [], needs: [], assessment: null, annex: NO_ANNEX, waiting: [] };

/** @param record the purchase, or what one is to be begun under */
export async function readExtra(reading: Reading, record: MarketRecord): Promise<PurchaseExtra> {
  const { trx, actor, market } = reading;
  if (actor === null) return record.kind === 'purchase' ? { ...NOTHING, annex: await readAnnex(reading, record as Purchase) } : NOTHING;
  if (record.kind !== 'purchase') {
    const way = rulesUnder(record)?.needWay;
    const needs = await listRecords(trx, { kind: 'need', owner: actor.organisation, states: ['decided'] }) as readonly MarketRecord<NeedBody>[];
    return { ...NOTHING, needs: needs.filter(({ body }) => body.decision?.way === way) };
  }
  const isOwner = record.owner === actor.organisation;
  // Who of the invited has seen the documents is counted after the contract; nobody reads it before.
  if (actor.kind === 'supplier' && record.state === 'announced' && record.parties.includes(actor.organisation)) await noteLook(trx, record.id, actor.organisation, market.clock.now());
  return {
    ...NOTHING, annex: await readAnnex(reading, record as Purchase), status: await readBidStatus(reading, record), challenge: await readChallenge(reading, record),
    candidates: isOwner && record.state === 'draft' ? await byServer(actor, trx as MarketTransaction, () => readCandidates(trx as MarketTransaction, record.owner, market.clock.now())) : [],
    assessment: isOwner ? await readAssessment(reading, record as Purchase) : null,
    files: isOwner ? await listFiles(trx, record.id) : [],
    waiting: isOwner ? unanswered(record as Purchase, await readChildren(trx, record.id)) : [],
  };
}

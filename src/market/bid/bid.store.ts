/** What the page of a bid stands on: the purchase, the supplier's own state and draft, and the keys of its people. */
import { fail, ok, refuse, type Result } from '#base';
import { intakeIn, statusFor, type LotStatus } from '#intake';
import { asActor, leaveActor, peopleIn, readPersonNames, type Actor } from '#people';
import { askedRecord, notThere } from '../core/ask.ts';
import type { Market } from '../core/run.ts';
import { LOT, type Purchase } from '../purchase/purchase.schema.ts';
import type { MarketDatabase } from '../tables.ts';

export interface DraftFacts {
  readonly version: number;
  readonly at: string;
  readonly person: string;
}

export interface BidFacts {
  readonly purchase: Purchase;
  readonly actor: Actor;
  readonly status: LotStatus;
  /** Null: none is kept. */
  readonly draft: DraftFacts | null;
  /** age recipients of the supplier's own people. */
  readonly recipients: readonly string[];
}

/** For people of an invited supplier, also when the deadline has passed. @throws FailureError for everybody else */
export async function readBidFacts(market: Market, actor: Actor | null, id: string): Promise<BidFacts> {
  return asActor(market.db, actor, async (trx) => {
    const purchase = await askedRecord(market, trx, actor, { kind: 'purchase', id, action: 'bid.upload' }) as Purchase;
    if (actor === null) throw notThere();
    const draft = await trx.selectFrom('market_bid_draft').select(['version', 'at', 'person']).where('record', '=', id).executeTakeFirst();
    await leaveActor(trx);
    const status = (await statusFor(intakeIn(trx), actor.organisation, id)).find(({ lot }) => lot === LOT);
    if (status === undefined) throw notThere();
    const recipients = await readRecipients(trx, actor.organisation, market.clock.now());
    const person = draft === undefined ? null : (await readPersonNames(trx, [draft.person])).get(draft.person) ?? '';
    return { purchase, actor, status, recipients, draft: draft === undefined ? null : { ...draft, person: person ?? '' } };
  });
}

async function readRecipients(trx: MarketDatabase, organisation: string, now: Temporal.Instant): Promise<readonly string[]> {
  const rows = await peopleIn(trx).selectFrom('membership').innerJoin('person_key', 'person_key.person', 'membership.person').select('person_key.recipient')
    .where('membership.organisation', '=', organisation).where('person_key.retired_at', 'is', null).where('membership.valid_from', '<=', now.toString())
    .where((where) => where.or([where('membership.valid_to', 'is', null), where('membership.valid_to', '>', now.toString())])).orderBy('person_key.registered_at').execute();
  return rows.map(({ recipient }) => recipient);
}

export interface KeptDraft {
  readonly version: number;
  /** age, base64. */
  readonly sealed: string;
}

/** Null: none is kept. */
export async function readDraft(market: Market, actor: Actor | null, id: string): Promise<KeptDraft | null> {
  return asActor(market.db, actor, async (trx) => {
    await askedRecord(market, trx, actor, { kind: 'purchase', id, action: 'bid.upload' });
    const row = await trx.selectFrom('market_bid_draft').select(['version', 'content']).where('record', '=', id).executeTakeFirst();
    return row === undefined ? null : { version: row.version, sealed: row.content.toString('base64') };
  });
}

/** @param version of the draft that this one takes the place of; 0: there was none @returns the new version; `conflict` when somebody else has saved one since */
export async function keepDraft(market: Market, actor: Actor | null, id: string, { version, content }: { readonly version: number; readonly content: Buffer }): Promise<Result<number>> {
  return asActor(market.db, actor, async (trx) => {
    await askedRecord(market, trx, actor, { kind: 'purchase', id, action: 'bid.draft' });
    if (actor === null) throw notThere();
    const own = { content, person: actor.user, at: market.clock.now().toString(), version: version + 1 };
    const written = version === 0
      ? await trx.insertInto('market_bid_draft').values({ record: id, supplier: actor.organisation, ...own }).onConflict((conflict) => conflict.doNothing()).returning('version').executeTakeFirst()
      : await trx.updateTable('market_bid_draft').set(own).where('record', '=', id).where('supplier', '=', actor.organisation).where('version', '=', version).returning('version').executeTakeFirst();
    return written === undefined ? fail(refuse('conflict', { da: ['En kollega har gemt en kladde i mellemtiden.', 'Hent den først, eller gem igen for at erstatte den.'], en: ['A colleague has saved a draft since.', 'Bring that one back first, or save again to replace it.'] })) : ok(written.version);
  });
}

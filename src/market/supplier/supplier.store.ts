/** What a supplier's home lists, by the supplier's own rights. */
import { intakeIn, statusFor, type LotStatus } from '#intake';
import { asActor, readOrganisations, type Actor, type OrganisationName } from '#people';
import { listRecords, readRecord, type MarketTransaction } from '../core/records.store.ts';
import type { MarketRecord } from '../core/record.ts';
import type { Market } from '../core/run.ts';
import { byServer } from '../core/server-rights.ts';
import { applicationsOf } from '../application/admitted.ts';
import type { Application } from '../application/application.schema.ts';
import type { Dis } from '../dis/dis.schema.ts';
import type { Letter } from '../letter/letter.ts';
import { LOT, type Purchase } from '../purchase/purchase.schema.ts';

export interface OpenSystems {
  readonly systems: readonly Dis[];
  readonly organisations: ReadonlyMap<string, OrganisationName>;
}

/** How the organisation's own bid stands. */
export interface OwnBid {
  /** Null: nothing is taken in yet. */
  readonly status: LotStatus | null;
  /** ISO instant of the kept draft; null: there is none. */
  readonly draftAt: string | null;
}

export interface SupplierHome extends OpenSystems {
  /** Announced purchases to which the organisation is invited, the first deadline first. */
  readonly invited: readonly Purchase[];
  /** By the purchase, of each to which the organisation is invited. */
  readonly bids: ReadonlyMap<string, OwnBid>;
  readonly dialogues: readonly MarketRecord[];
  /** To the organisation, the newest first. */
  readonly letters: readonly Letter[];
  /** The newest first. */
  readonly applications: readonly Application[];
  /** By its key: the systems of the applications, also those that are no longer open, and the purchases in them. */
  readonly below: ReadonlyMap<string, { readonly system: Dis; readonly records: readonly MarketRecord[] }>;
}

export async function readOpenSystems(market: Market, actor: Actor | null): Promise<OpenSystems> {
  return asActor(market.db, actor, async (trx) => {
    const systems = await openSystems(trx);
    return { systems, organisations: await namesOf(trx, actor, systems) };
  });
}

export async function readSupplierHome(market: Market, actor: Actor): Promise<SupplierHome> {
  return asActor(market.db, actor, async (trx) => {
    const systems = await openSystems(trx);
    const purchases = await listRecords(trx, { kind: 'purchase', states: ['announced'] }) as readonly Purchase[];
    const invited = purchases.filter(({ parties }) => parties.includes(actor.organisation)).toSorted((a, b) => ((a.body.deadline ?? '') < (b.body.deadline ?? '') ? -1 : 1));
    const bids = await ownBids(trx, actor, invited.map(({ id }) => id));
    const dialogues = await listRecords(trx, { kind: 'dialogue', states: ['open'] });
    const letters = await listRecords(trx, { kind: 'letter' }) as readonly Letter[];
    const applications = applicationsOf(await listRecords(trx, { kind: 'application', owner: actor.organisation }));
    const below = await systemsOf(trx, applications);
    const organisations = await namesOf(trx, actor, [...systems, ...invited, ...dialogues, ...letters]);
    return { systems, organisations, invited, bids, dialogues, letters, applications, below };
  });
}

async function ownBids(trx: MarketTransaction, actor: Actor, purchases: readonly string[]): Promise<SupplierHome['bids']> {
  const drafts = purchases.length === 0 ? [] : await trx.selectFrom('market_bid_draft').select(['record', 'at']).where('record', 'in', [...purchases]).execute();
  const found = new Map<string, OwnBid>();
  await byServer(actor, trx, async () => {
    for (const id of purchases) {
      const lots = await statusFor(intakeIn(trx), actor.organisation, id);
      found.set(id, { status: lots.find(({ lot }) => lot === LOT) ?? null, draftAt: drafts.find(({ record }) => record === id)?.at ?? null });
    }
  });
  return found;
}

async function openSystems(trx: MarketTransaction): Promise<readonly Dis[]> {
  return (await listRecords(trx, { kind: 'dis', states: ['open'] })) as readonly Dis[];
}

async function namesOf(trx: MarketTransaction, actor: Actor | null, records: readonly MarketRecord[]): Promise<ReadonlyMap<string, OrganisationName>> {
  return byServer(actor, trx, () => readOrganisations(trx, [...new Set(records.map(({ owner }) => owner))]));
}

async function systemsOf(trx: MarketTransaction, applications: readonly Application[]): Promise<SupplierHome['below']> {
  const found = new Map<string, { readonly system: Dis; readonly records: readonly MarketRecord[] }>();
  for (const id of new Set(applications.flatMap(({ parent }) => parent ?? []))) {
    const system = await readRecord(trx, id) as Dis | null;
    if (system !== null) found.set(id, { system, records: await listRecords(trx, { kind: 'purchase', parent: id }) });
  }
  return found;
}

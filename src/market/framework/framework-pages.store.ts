/** What the list and the call-off page of agreements read, by the rights of who looks. */
import { asActor, readOrganisations, type Actor, type OrganisationName } from '#people';
import { listRecords, readChildren, readRecord } from '../core/records.store.ts';
import type { MarketRecord } from '../core/record.ts';
import type { Market } from '../core/run.ts';
import type { Framework } from './framework.schema.ts';

export interface FrameworkWith {
  readonly record: Framework;
  readonly purchases: readonly MarketRecord[];
}

export interface FrameworkList {
  readonly frameworks: readonly FrameworkWith[];
  readonly names: ReadonlyMap<string, OrganisationName>;
}

/** In use first, then those that ended; the newest first. */
export async function readFrameworks(market: Market, actor: Actor | null): Promise<FrameworkList> {
  return asActor(market.db, actor, async (trx) => {
    const [active, ended] = [await listRecords(trx, { kind: 'framework', states: ['active'] }), await listRecords(trx, { kind: 'framework', states: ['ended'] })];
    const frameworks: FrameworkWith[] = [];
    for (const record of [...active, ...ended]) frameworks.push({ record: record as Framework, purchases: await readChildren(trx, record.id) });
    return { frameworks, names: await readOrganisations(trx, [...new Set(frameworks.map(({ record }) => record.owner))]) };
  });
}

export interface CallOffView extends FrameworkWith {
  readonly names: ReadonlyMap<string, OrganisationName>;
}

/** Null: there is none, or it may not be seen. The names are those of its owner, its parties and the reader's organisation. */
export async function readCallOff(market: Market, actor: Actor | null, id: string): Promise<CallOffView | null> {
  return asActor(market.db, actor, async (trx) => {
    const record = await readRecord(trx, id);
    if (record?.kind !== 'framework') return null;
    const framework = record as Framework;
    const ids = [framework.owner, ...framework.body.parties.map(({ organisation }) => organisation), ...(actor === null ? [] : [actor.organisation])];
    return { record: framework, purchases: await readChildren(trx, id), names: await readOrganisations(trx, [...new Set(ids)]) };
  });
}

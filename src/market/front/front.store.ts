/** What the front of the market place lists, by the rights of who looks. */
import { asActor, may, readOrganisations, type Action, type Actor } from '#people';
import type { Command, OrganisationFacts } from '../core/command.ts';
import { listRecords, readWaiting, type Waiting } from '../core/records.store.ts';
import type { MarketRecord } from '../core/record.ts';
import type { Market } from '../core/run.ts';
import { byServer } from '../core/server-rights.ts';

export interface FrontView {
  readonly purchases: readonly MarketRecord[];
  readonly dis: readonly MarketRecord[];
  readonly frameworks: readonly MarketRecord[];
  readonly dialogues: readonly MarketRecord[];
  readonly decided: readonly MarketRecord[];
  /** The organisation's own, newest first. */
  readonly own: readonly MarketRecord[];
  readonly waiting: readonly Waiting[];
  /** What this actor may begin without a record above it. */
  readonly starts: readonly Command[];
  readonly organisations: ReadonlyMap<string, OrganisationFacts>;
}

const SHOWN = 20;

export async function readFront(market: Market, actor: Actor | null): Promise<FrontView> {
  return asActor(market.db, actor, async (trx) => {
    const own = actor?.organisation;
    const lists = {
      purchases: (await listRecords(trx, { kind: 'purchase', states: ['announced'], limit: SHOWN })).filter(isPublic),
      dis: (await listRecords(trx, { kind: 'dis', states: ['open'], limit: SHOWN })).filter(isPublic),
      frameworks: (await listRecords(trx, { kind: 'framework', states: ['active'], limit: SHOWN })).filter(isPublic),
      dialogues: (await listRecords(trx, { kind: 'dialogue', states: ['open'], limit: SHOWN })).filter(isPublic),
      decided: (await listRecords(trx, { kind: 'purchase', states: ['decided', 'contracted'], limit: SHOWN })).filter(isPublic),
      own: own === undefined ? [] : await listRecords(trx, { owner: own, limit: 50 }),
    };
    const waiting = actor === null ? [] : (await readWaiting(trx)).filter(({ person }) => person !== actor.user && actor.roles.includes('approver'));
    const ids = new Set(Object.values(lists).flat().flatMap(({ kind, owner, parties }) => (kind === 'letter' ? [owner, ...parties] : [owner])));
    const organisations = await byServer(actor, trx, () => readOrganisations(trx, [...ids]));
    return { ...lists, waiting, starts: startsOf(market, actor), organisations };
  });
}

function isPublic({ audience }: MarketRecord): boolean {
  return audience === 'public';
}

function startsOf(market: Market, actor: Actor | null): readonly Command[] {
  if (actor === null) return [];
  return market.kinds.all.flatMap(({ kind, commands }) => commands.filter((command) => command.starts && command.below === null && may(actor, command.name as Action, {
    kind, owner: actor.organisation, parties: [], state: 'new', audience: 'owner', conflicted: [], named: [], proposer: null,
  }).allowed));
}

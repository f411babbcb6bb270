/** What follows from a change, in the same transaction: what is due later, new records beside it, where bids go, what the register is told. */
import { FailureError, refuse, unwrap } from '#base';
import { cancelTarget, setTarget } from '#intake';
import { declareInterest, type Actor } from '#people';
import { publish } from '#store';
import type { Beginning, Change, Command, Context } from './command.ts';
import type { CheckedKind } from './kinds.ts';
import { insertRecord, replaceDue, updateRecord, writeEvents, writeInside, type MarketTransaction } from './records.store.ts';
import type { MarketRecord } from './record.ts';
import type { Market } from './run.ts';

export interface Followed {
  readonly market: Market;
  readonly trx: MarketTransaction;
  readonly actor: Actor | null;
  readonly command: Command;
  readonly kind: CheckedKind;
  /** As it is now. */
  readonly record: MarketRecord;
  readonly change: Change | Beginning;
  readonly context: Context;
}

/** Written by the server itself: a letter to a supplier, or the target of bids, is not the giver's to write otherwise. */
export async function follow(followed: Followed): Promise<void> {
  const { trx, kind, record } = followed;
  await replaceDue(trx, record.id, kind.due(record));
  await createBeside(followed);
  await moveOthers(followed);
  await takeBids(followed);
  await keepDeclared(followed);
  // Last: until the transaction ends, others that publish wait for it.
  await tell(followed);
}

async function takeBids({ trx, kind, record, context }: Followed): Promise<void> {
  const target = kind.target?.(record) ?? null;
  if (target === null) return;
  if (target.cancelled) return cancelTarget(trx, record.id, context.now);
  for (const lot of target.lots) unwrap(await setTarget(trx, { purchase: record.id, lot, keySet: target.keySet, deadline: target.deadline, invited: target.invited }));
}

async function keepDeclared({ market, trx, actor, record, change: { declares } }: Followed): Promise<void> {
  if (declares !== undefined && actor !== null) await declareInterest(trx, market.clock, actor, { record: record.id, ...declares });
}

async function createBeside({ market, trx, actor, command, change, context }: Followed): Promise<void> {
  for (const one of change.creates ?? []) {
    const record: MarketRecord = { version: 1, ocid: null, createdAt: '', changedAt: '', ...one, id: one.id ?? context.newId(), internal: one.internal ?? null, withheld: null };
    const kind = market.kinds.of(one.kind);
    kind.check(record);
    await insertRecord(trx, { ...record, at: context.now });
    await writeInside(trx, record);
    await replaceDue(trx, record.id, kind.due(record));
    await writeEvents(trx, {
      record: record.id, version: 1, at: context.now, command: command.name, person: actor?.user ?? null, proposer: context.proposer, organisation: actor?.organisation ?? null,
      happened: [{ type: 'begun', audience: one.audience, data: {} }],
    });
  }
}

async function moveOthers({ market, trx, actor, command, change, context }: Followed): Promise<void> {
  for (const { record, state, happened } of change.moves ?? []) {
    const kind = market.kinds.of(record.kind);
    const moved: MarketRecord = { ...record, state, version: record.version + 1 };
    kind.check(moved);
    if (!await updateRecord(trx, { ...moved, at: context.now })) throw new FailureError(refuse('conflict', { da: ['Noget, som dette trin flytter videre, blev ændret imens.', 'Prøv igen.'], en: ['A record that this step moves on was changed meanwhile.', 'Try again.'] }));
    await replaceDue(trx, moved.id, kind.due(moved));
    await writeEvents(trx, {
      record: moved.id, version: moved.version, at: context.now, command: command.name, person: actor?.user ?? null, proposer: context.proposer, organisation: actor?.organisation ?? null, happened,
    });
  }
}

async function tell({ market, trx, actor, command, kind, record, change, context }: Followed): Promise<void> {
  if (!command.publishes || kind.release === null || record.ocid === null) return;
  const release = kind.release(record, {
    ocid: record.ocid, releaseId: `${record.id}-${record.version}`, at: context.now, url: market.address(`/torv/${kind.path}/${record.id}`), command: command.name, context, created: change.creates ?? [],
  });
  if (release === null) return;
  await publish(trx, { id: context.newId(), at: context.now, type: command.name, version: record.version, subject: record.id, actor: actor?.user ?? null, ocid: record.ocid, release: JSON.stringify(release) });
}

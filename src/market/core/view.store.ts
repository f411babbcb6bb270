/** Reads all that the page of a record shows, by the rights of who reads it. */
import { asActor, may, readOrganisations, readPersonNames, type Action, type Actor } from '#people';
import type { Site } from '#ui';
import type { Command, OrganisationFacts, Warning } from './command.ts';
import { readProposals, type Proposal } from './orders.store.ts';
import type { FormAbout, Presentation, RecordView } from './present.ts';
import { readChildren, readHistory, readRecord, type HistoryLine, type MarketTransaction } from './records.store.ts';
import type { MarketRecord } from './record.ts';
import { contextOf, parentFor, subjectOf, type Market, type Run } from './run.ts';
import { byServer } from './server-rights.ts';

/** Null: there is none, or the reader may not see it. */
export async function readView(market: Market, { kind, load }: Presentation, actor: Actor | null, site: Site, id: string): Promise<RecordView | null> {
  return asActor(market.db, actor, async (trx) => {
    const record = await readRecord(trx, id);
    const whole = record === null || record.kind !== kind ? null : await byServer(actor, trx, () => readRecord(trx, id));
    if (record === null || whole === null || !mayDo(market, actor, `${kind}.read`, whole)) return null;
    const parent = record.parent === null ? null : await readRecord(trx, record.parent);
    const children = await readChildren(trx, id);
    const history = await readHistory(trx, id);
    const proposals = await readProposals(trx, id);
    const extra = await load({ market, trx, actor, kinds: market.kinds }, record);
    const names = await byServer(actor, trx, () => namesOf(trx, { record, parent, children, history, proposals }));
    return { site, now: market.clock.now(), actor, record, parent, children, history, proposals, steps: stepsOf(market, actor, whole), extra, ...names };
  });
}

/** What a form of this command is about; null: the record is not there, or hidden. */
export async function readFormAbout(market: Market, presentation: Presentation, command: Command, actor: Actor | null, site: Site, id: string | null): Promise<FormAbout | null> {
  return asActor(market.db, actor, async (trx) => {
    const found = id === null ? null : await readRecord(trx, id);
    if (id !== null && found === null) return null;
    const record = command.starts ? null : found;
    const parent = command.starts ? found : record === null || record.parent === null ? null : await readRecord(trx, record.parent);
    const about = record ?? parent;
    const extra = about === null ? null : await presentation.load({ market, trx, actor, kinds: market.kinds }, about);
    return { site, now: market.clock.now(), actor, record, parent, extra };
  });
}

/** @param record read whole by the server; see `subjectOf`. Steps that this actor may take in this state, in the order in which the kind names them; of two persons' steps those that it may propose. */
export function stepsOf(market: Market, actor: Actor | null, record: MarketRecord): readonly Command[] {
  if (actor === null) return [];
  return market.kinds.of(record.kind).commands.filter((command) => !command.starts && !command.byTime && command.from.includes(record.state) && command.applies(record)
    && mayDo(market, actor, command.name, record));
}

function mayDo(market: Market, actor: Actor | null, action: string, record: MarketRecord): boolean {
  return may(actor, action as Action, subjectOf(market.kinds.of(record.kind), record, null, action)).allowed;
}

interface Named {
  readonly record: MarketRecord;
  readonly parent: MarketRecord | null;
  readonly children: readonly MarketRecord[];
  readonly history: readonly HistoryLine[];
  readonly proposals: readonly Proposal[];
}

async function namesOf(trx: MarketTransaction, { record, parent, children, history, proposals }: Named): Promise<{ organisations: ReadonlyMap<string, OrganisationFacts>; persons: ReadonlyMap<string, string> }> {
  const records = [record, ...(parent === null ? [] : [parent]), ...children];
  const organisations = new Set([...records.flatMap(({ owner, parties }) => [owner, ...parties]), ...history.flatMap(({ organisation }) => organisation ?? [])]);
  const persons = new Set([...history.flatMap(({ person, proposer }) => [person, proposer]), ...proposals.map(({ person }) => person)].filter((one) => one !== null));
  return { organisations: await readOrganisations(trx, [...organisations]), persons: await readPersonNames(trx, [...persons]) };
}

/** What the publication check warns of before the step is given; read by the server, for it may count what the giver does not see. Nothing for whoever cannot give it now. */
export async function readWarnings(market: Market, command: Command, actor: Actor | null, record: MarketRecord): Promise<readonly Warning[]> {
  // Who asks for the form of a step that cannot be taken is told so when it is given; the step knows nothing to warn of such a record.
  if (command.starts || !command.applies(record) || !command.from.includes(record.state)) return [];
  return asActor(market.db, actor, async (trx) => {
    const whole = await byServer(actor, trx, () => readRecord(trx, record.id));
    if (whole === null || !stepsOf(market, actor, whole).includes(command)) return [];
    const run: Run = { market, trx, actor, order: { command: command.name, record: record.id, input: null, version: null, key: null }, input: null, proposer: null };
    return command.warnings(whole, await contextOf(run, await parentFor(run, whole, command.asks), whole, command));
  });
}

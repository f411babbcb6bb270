/** How a command is carried out: one transaction that reads, asks who may, decides, and writes all that follows. */
import { fail, FailureError, idSource, ok, refuse, unwrap, type Clock, type Failure, type Result } from '#base';
import { asActor, may, readOrganisations, refusedBy, type Action, type Actor, type OrganisationName, type Subject } from '#people';
import type { Asks, Beginning, Change, Command, Context, Kind, OrganisationFacts, StartCommand, StepCommand } from './command.ts';
import { inputReader } from './input.ts';
import { insertRecord, lockRecord, readChildren, readRecord, updateRecord, writeEvents, writeInside, type MarketDatabase, type MarketTransaction } from './records.store.ts';
import { answeredBefore, dropProposal, readProposal, rememberAnswer, writeProposal } from './orders.store.ts';
import { follow } from './follow.ts';
import { byServerFor } from './server-rights.ts';
import type { Kinds } from './kinds.ts';
import type { ProcessSummary } from '#register';
import type { MarketRecord } from './record.ts';

/** The market place of one world. */
/** Published purchases of one buyer in one division of what is bought, the newest first. */
export interface BoughtBefore {
  /** As the lists of the register are asked for it. */
  readonly query: { readonly buyer: string; readonly cpv: string };
  readonly rows: readonly ProcessSummary[];
}

export interface Market {
  readonly db: MarketDatabase;
  readonly clock: Clock;
  readonly kinds: Kinds;
  /** Public address of a page of this world, from its path. */
  readonly address: (path: string) => string;
  readonly ocidPrefix: string;
  /** What the register knows that an organisation has bought in the division of a CPV code; left out: no page asks it. */
  readonly bought?: (buyer: OrganisationName, cpv: string) => Promise<BoughtBefore>;
  /** Tells the worker that there is something to do. */
  readonly wake: () => void;
  /** A mistake that nobody waits for an answer to: what time moves. */
  readonly report: (error: unknown, what: string) => void;
}

export interface Order {
  readonly command: string;
  /** Key of the record; of a command that begins one, of its parent; null: it has none. */
  readonly record: string | null;
  readonly input: unknown;
  /** The version that the giver looked at; null: whichever it is. */
  readonly version: number | null;
  /** Idempotency-Key; null: none was given. */
  readonly key: string | null;
}

/** `proposed`: another person has to confirm it. */
export type OutcomeKind = 'done' | 'proposed' | 'rejected';

export interface Outcome {
  readonly record: string;
  readonly version: number;
  readonly outcome: OutcomeKind;
}

/** Carries out an order, all of it or nothing. */
export async function give(market: Market, actor: Actor | null, order: Order): Promise<Result<Outcome>> {
  const command = market.kinds.command(order.command);
  if (command === null || command.byTime) return fail(refuse('not-found', { da: [`Ingen kan udføre "${order.command.slice(0, 60)}".`, 'Se i /openapi.json, hvad der kan udføres.'], en: [`There is no command "${order.command.slice(0, 60)}" that somebody can give.`, 'See /openapi.json for the commands.'] }));
  const input = inputReader(command).read(order.input);
  if (!input.ok) return input;
  return transact(market, actor, async (trx) => {
    const before = await answeredBefore(trx, actor, order, command.starts);
    if (before !== null) return before;
    const run: Run = { market, trx, actor, order, input: input.value, proposer: null };
    const outcome = command.starts ? await begin(run, command) : await proceed(run, command);
    await rememberAnswer(trx, actor, order, outcome, market.clock.now());
    return outcome;
  });
}

/** Confirms or rejects what somebody else proposed. A confirmed step is decided by what is known now. */
export async function settle(market: Market, actor: Actor | null, record: string, name: string, verdict: 'confirm' | 'reject'): Promise<Result<Outcome>> {
  const command = market.kinds.command(name);
  if (command === null || command.starts) return fail(refuse('not-found', { da: [`Der er intet trin "${name.slice(0, 60)}".`, 'Hent siden igen.'], en: [`There is no step "${name.slice(0, 60)}".`, 'Look at the record again.'] }));
  return transact(market, actor, async (trx) => {
    const found = await lockSeen(trx, actor, record);
    // Read when the record is held: somebody else may have settled it, or proposed it anew, while this one waited.
    const proposal = await readProposal(trx, record, name);
    if (proposal === null || found === null) throw new FailureError(refuse('not-found', { da: ['Ingen har foreslået dette trin, eller det er afgjort.', 'Hent siden igen.'], en: ['Nobody has proposed this step, or it is settled.', 'Look at the record again.'] }));
    // Whoever proposed it may take it back; to confirm or reject it takes another.
    const own = verdict === 'reject' && actor?.user === proposal.person;
    const subject = subjectOf(market.kinds.of(found.kind), found, own ? null : proposal.person, name);
    allow(actor, name as Action, subject);
    if (verdict === 'confirm' && subject.conflicted.includes(proposal.person)) throw new FailureError(proposedInConflict());
    await dropProposal(trx, record, name);
    if (verdict === 'reject') return { record, version: found.version, outcome: 'rejected' };
    const order: Order = { command: name, record, input: proposal.input, version: proposal.version, key: null };
    return proceed({ market, trx, actor, order, input: proposal.input, proposer: proposal.person }, command);
  });
}

async function transact(market: Market, actor: Actor | null, work: (trx: MarketTransaction) => Promise<Outcome>): Promise<Result<Outcome>> {
  try {
    const outcome = await asActor(market.db, actor, work);
    market.wake();
    return ok(outcome);
  } catch (error) {
    if (error instanceof FailureError) return fail(error.failure);
    throw error;
  }
}

export interface Run {
  readonly market: Market;
  readonly trx: MarketTransaction;
  readonly actor: Actor | null;
  readonly order: Order;
  readonly input: unknown;
  readonly proposer: string | null;
}

async function begin(run: Run, command: StartCommand): Promise<Outcome> {
  const { market, actor } = run;
  const parent = command.below === null ? null : await lockedParent(run, command);
  allow(actor, command.name as Action, command.rightTo === 'parent' && parent !== null ? subjectOf(market.kinds.of(parent.kind), parent, null, command.name) : startSubject(market.kinds.kindOf(command), actor));
  const context = await contextOf(run, parent, null, command);
  const begun = unwrap(command.decide(run.input, context));
  const id = context.newId();
  const record: MarketRecord = {
    id, kind: market.kinds.kindOf(command).kind, owner: begun.owner, parent: begun.parent, state: begun.state, version: 1, audience: begun.audience,
    parties: begun.parties, body: begun.body, internal: begun.internal ?? null, withheld: begun.withheld ?? null, ocid: null, createdAt: '', changedAt: '',
  };
  await write(run, command, null, record, begun, context);
  return { record: id, version: 1, outcome: 'done' };
}

async function lockedParent({ trx, order, actor }: Run, command: StartCommand): Promise<MarketRecord> {
  // Seen by the rules of the giver, locked by the server: a supplier may not change the DIS that it applies to.
  const seen = order.record === null ? null : await readRecord(trx, order.record);
  if (seen === null || command.below?.includes(seen.kind) !== true) throw new FailureError(notThere(command.below?.join(' or ') ?? ''));
  return await byServerFor(actor, trx, () => lockRecord(trx, seen.id)) ?? seen;
}

async function proceed(run: Run, command: StepCommand): Promise<Outcome> {
  const { market, trx, actor, order, proposer } = run;
  const record = order.record === null ? null : await lockSeen(trx, actor, order.record);
  const kind = market.kinds.kindOf(command);
  if (record === null || record.kind !== kind.kind) throw new FailureError(notThere(kind.kind));
  const proposes = command.twoPersons && proposer === null;
  allow(actor, command.name as Action, subjectOf(kind, record, proposer, command.name));
  refuseOutdated(record, order);
  refuseState(record, command);
  const context = await contextOf(run, await parentFor(run, record, command.asks), record, command);
  // What is forbidden is told before a reason is asked for what is not.
  const change = unwrap(command.decide(record, run.input, context));
  refuseUnreasoned(command, record, run.input, context);
  if (proposes) {
    await writeProposal(trx, { record: record.id, command: command.name, input: run.input, version: record.version, actor, at: market.clock.now() });
    return { record: record.id, version: record.version, outcome: 'proposed' };
  }
  const after = changed(record, change);
  await write(run, command, record, after, change, context);
  return { record: record.id, version: after.version, outcome: 'done' };
}

/** Seen by the rights of the actor, then read whole by the server: it is decided by all of it, also by what the actor's organisation does not see. */
async function lockSeen(trx: MarketTransaction, actor: Actor | null, id: string): Promise<MarketRecord | null> {
  if (await readRecord(trx, id) === null) return null;
  return byServerFor(actor, trx, () => lockRecord(trx, id));
}

export function changed(record: MarketRecord, change: Change): MarketRecord {
  return {
    ...record, version: record.version + 1, state: change.state, body: change.body, internal: change.internal ?? record.internal, withheld: change.withheld ?? record.withheld,
    audience: change.audience ?? record.audience, parties: change.parties ?? record.parties,
  };
}

export async function parentFor({ trx, actor }: Run, record: MarketRecord, asks: readonly Asks[]): Promise<MarketRecord | null> {
  const { parent } = record;
  if (parent === null || !(asks.includes('parent') || asks.includes('siblings'))) return null;
  return byServerFor(actor, trx, () => lockRecord(trx, parent));
}

/** A decision may need more than its giver may see (all call-offs of a framework agreement); it is read by the server and shown to nobody. */
export async function contextOf({ market, trx, actor, proposer, input }: Run, parent: MarketRecord | null, record: MarketRecord | null, { asks, look }: Pick<Command, 'asks' | 'look'>): Promise<Context> {
  return byServerFor(actor, trx, async () => {
    const beside = parent !== null && asks.includes('siblings') ? await readChildren(trx, parent.id) : [];
    const children = record !== null && asks.includes('children') ? await readChildren(trx, record.id) : [];
    const siblings = beside.filter(({ id }) => id !== record?.id);
    const known = [record, parent, ...siblings, ...children].filter((one) => one !== null).flatMap(({ owner, parties }) => [owner, ...parties]);
    const organisations = await readOrganisations(trx, [...new Set([...known, ...(actor === null ? [] : [actor.organisation])])]);
    const organisation = (id: string): OrganisationFacts | null => organisations.get(id) ?? null;
    const now = market.clock.now();
    const looked = look === null ? null : await look({ trx, installation: market.address(''), now, actor, record, parent, input });
    return { now, actor, proposer, parent, siblings, children, organisation, newId: idSource(market.clock), looked };
  });
}

export async function write(run: Run, command: Command, before: MarketRecord | null, after: MarketRecord, change: Change | Beginning, context: Context): Promise<void> {
  const { market, trx, actor, proposer } = run;
  const kind = market.kinds.kindOf(command);
  kind.check(after);
  // A draft that is cancelled was never public, and stays without one.
  const ocid = after.ocid ?? (command.publishes && after.audience === 'public' ? `${market.ocidPrefix}-${after.id}` : null);
  const state = { ...after, ocid, at: context.now };
  if (before === null) await insertRecord(trx, state);
  else if (!await updateRecord(trx, state)) throw new FailureError(changedMeanwhile());
  await writeEvents(trx, {
    record: after.id, version: after.version, at: context.now, command: command.name, person: actor?.user ?? null, proposer,
    organisation: actor?.organisation ?? null, happened: change.happened,
  });
  await byServerFor(actor, trx, async () => {
    await writeInside(trx, after);
    await follow({ market, trx, actor, command, kind, record: { ...after, ocid }, change, context });
  });
}

/** What is needed to judge whether a kind may be begun: it will be the giver's own. */
function startSubject(kind: Kind, actor: Actor | null): Subject {
  return {
    kind: kind.kind, owner: actor?.organisation ?? null, parties: [], state: 'new', audience: 'owner', conflicted: [], named: [], proposer: null,
  };
}

/** @param record read whole: persons named for a task may stand in what is internal */
export function subjectOf(kind: Kind, record: MarketRecord, proposer: string | null, action: string): Subject {
  const { owner, parties, state, audience } = record;
  return { kind: kind.kind, owner, parties, state, audience, ...kind.persons(record, action), proposer };
}

function allow(actor: Actor | null, action: Action, subject: Subject): void {
  const verdict = may(actor, action, subject);
  if (verdict.allowed) return;
  throw new FailureError(verdict.hidden ? notThere(subject.kind) : refusedBy(verdict));
}

function refuseOutdated(record: MarketRecord, { version }: Order): void {
  if (version !== null && version !== record.version) throw new FailureError(changedMeanwhile());
}

function refuseState(record: MarketRecord, command: StepCommand): void {
  if (!command.applies(record)) throw new FailureError(refuse('conflict', { da: ['Det kan ikke gøres med denne sag.', 'Se på sagens side, hvad der kan gøres.'], en: [`${command.name} is no step of this ${record.kind}.`, 'Look at the record for the steps that it has.'] }));
  if (command.from.includes(record.state)) return;
  throw new FailureError(refuse('conflict', {
    da: ['Det kan ikke gøres på det trin, sagen er nået til.', 'Hent siden igen: en anden, eller tiden, har flyttet sagen videre.'],
    en: [`${command.name} cannot be done in the state "${record.state}", only in ${command.from.map((state) => `"${state}"`).join(', ')}.`, 'Look at the record again: somebody else, or time, has moved it on.'],
  }));
}

function refuseUnreasoned(command: StepCommand, record: MarketRecord, input: unknown, context: Context): void {
  const given = new Set(((input as { readonly reasons?: readonly { readonly code: string }[] }).reasons ?? []).map(({ code }) => code));
  const missing = command.warnings(record, context).filter(({ code }) => !given.has(code));
  if (missing.length === 0) return;
  throw new FailureError(refuse('invalid', {
    da: [`Der mangler en begrundelse for ${missing.length === 1 ? 'et punkt' : `${missing.length} punkter`}.`, 'Begrund hvert punkt, eller ret det, der advares om. Begrundelserne bliver offentliggjort.'],
    en: [`A reason is missing for: ${missing.map(({ code }) => code).join(', ')}.`, 'Give a reason for each, or change what is warned of. The reasons are published.'],
  }, 'reasons'));
}

function notThere(kind: string): Failure {
  return refuse('not-found', { da: ['Det findes ikke, eller du må ikke se det.', 'Se efter, om adressen er rigtig, og hvem du er logget ind for.'], en: [`There is no such ${kind || 'record'}, or you may not see it.`, 'Check the address, and for whom you are logged in.'] });
}

function proposedInConflict(): Failure {
  return refuse('conflict', { da: ['Den, der foreslog det, har siden oplyst at være inhabil (§ 4).', 'Afvis forslaget, og lad en anden foreslå det, der skal ske.'], en: ['Whoever proposed this has declared a conflict of interest since (§ 4).', 'Reject it, and let somebody else propose what shall be done.'] });
}

function changedMeanwhile(): Failure {
  return refuse('conflict', { da: ['En anden har ændret dette, siden du åbnede det.', 'Åbn det igen; det, du skrev, står stadig i din formular.'], en: ['Somebody else has changed this since you opened it.', 'Open it again; what you wrote is still in your form.'] });
}

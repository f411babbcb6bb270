/** What a request with an Idempotency-Key was answered, and what waits for a second person. */
import { sql } from 'kysely';
import { FailureError, refuse } from '#base';
import type { Actor } from '#people';
import type { MarketDatabase, MarketTransaction } from './records.store.ts';
import type { Order, Outcome, OutcomeKind } from './run.ts';

/** Null: the request is new. @param starts whether the order begins a record, so that its own names the parent @throws FailureError when the key was used for something else. */
export async function answeredBefore(trx: MarketTransaction, actor: Actor | null, { key, command, record }: Order, starts: boolean): Promise<Outcome | null> {
  if (key === null || actor === null) return null;
  // Of two equal requests at once the second waits for the first, and finds its answer.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${actor.organisation} ${key}`}, 0))`.execute(trx);
  const found = await trx.selectFrom('market_answer').select(['command', 'record', 'version', 'outcome']).where('organisation', '=', actor.organisation).where('key', '=', key).executeTakeFirst();
  if (found === undefined) return null;
  if (found.command !== command || (!starts && found.record !== record)) {
    throw new FailureError(refuse('conflict', { da: [`Denne Idempotency-Key er brugt til ${found.command}${found.command === command ? ' på en anden sag' : ''}.`, 'Lav en ny nøgle til hver ting, der skal gøres én gang.'], en: [`This Idempotency-Key was used for ${found.command}${found.command === command ? ' of another record' : ''}.`, 'Make a new key for each thing that is to be done once.'] }));
  }
  return { record: found.record, version: found.version, outcome: found.outcome as OutcomeKind };
}

export async function rememberAnswer(trx: MarketTransaction, actor: Actor | null, { key, command }: Order, outcome: Outcome, now: Temporal.Instant): Promise<void> {
  if (key === null || actor === null) return;
  await trx.insertInto('market_answer').values({ organisation: actor.organisation, key, command, ...outcome, at: now.toString() }).execute();
}

export interface Proposal {
  readonly record: string;
  readonly command: string;
  readonly input: unknown;
  readonly version: number;
  readonly person: string;
  readonly at: string;
}

const COLUMNS = ['record', 'command', 'input', 'version', 'person', 'at'] as const;

export async function readProposal(db: MarketDatabase, record: string, command: string): Promise<Proposal | null> {
  return await db.selectFrom('market_proposal').select(COLUMNS).where('record', '=', record).where('command', '=', command).executeTakeFirst() ?? null;
}

export async function readProposals(db: MarketDatabase, record: string): Promise<readonly Proposal[]> {
  return db.selectFrom('market_proposal').select(COLUMNS).where('record', '=', record).orderBy('at').execute();
}

export interface NewProposal extends Omit<Proposal, 'person' | 'at'> {
  readonly actor: Actor | null;
  readonly at: Temporal.Instant;
}

/** A second proposal of the same step takes the place of the first. */
export async function writeProposal(trx: MarketTransaction, { actor, at, input, ...proposal }: NewProposal): Promise<void> {
  if (actor === null) throw new Error('Time proposes nothing.');
  await dropProposal(trx, proposal.record, proposal.command);
  await trx.insertInto('market_proposal').values({ ...proposal, input: JSON.stringify(input), person: actor.user, organisation: actor.organisation, at: at.toString() }).execute();
}

export async function dropProposal(trx: MarketTransaction, record: string, command: string): Promise<void> {
  await trx.deleteFrom('market_proposal').where('record', '=', record).where('command', '=', command).execute();
}

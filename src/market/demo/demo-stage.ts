/** What the demo world's story is told with: the real commands, by fictional people with real keys, on a clock that is set to days that are past. */
import { createHash } from 'node:crypto';
import { COPENHAGEN, copenhagenDate, idSource, systemClock, unwrap } from '#base';
import { beginUpload, intakeIn, putChunk, submit, type Intake } from '#intake';
import type { Actor } from '#people';
import { canonicalJson, decryptWith, headerBytes, openShare, sealBid, sharesCommitment, type HoldersShares, type Identity } from '#seal';
import type { BidDocument } from '../bid/bid.ts';
import { readRecord } from '../core/records.store.ts';
import { give, settle, type Market } from '../core/run.ts';
import { readWarnings } from '../core/view.store.ts';
import { openRevealed } from '../opening/open-revealed.ts';
import { sharesFor } from '../opening/shares.ts';
import { LOT, type Purchase } from '../purchase/purchase.schema.ts';

export interface Stage {
  readonly market: Market;
  /** The real present: what is played is before it, or begins before it. */
  readonly present: Temporal.Instant;
  readonly actor: (subject: string) => Actor;
  readonly key: (subject: string) => Identity;
  /** CVR number of the person's organisation. */
  readonly cvr: (subject: string) => string;
  /** Sets the clock, and does what has become due until then. */
  readonly setClock: (at: Temporal.Instant) => Promise<void>;
}

/** Noon of the working week's day that is nearest after so many days. @param days before the present where negative */
export function noon({ present }: Pick<Stage, 'present'>, days: number): Temporal.Instant {
  const day = copenhagenDate(present).add({ days });
  return day.add({ days: Math.max(0, 8 - day.dayOfWeek) % 3 }).toZonedDateTime({ timeZone: COPENHAGEN, plainTime: '12:00' }).toInstant();
}

/** As a form writes it. */
export function local(at: Temporal.Instant): string {
  return at.toZonedDateTimeISO(COPENHAGEN).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

export async function moveTo(stage: Stage, days: number): Promise<void> {
  await stage.setClock(noon(stage, days));
}

/** Gives a command. @returns the key of the record */
export async function give1({ market, actor }: Stage, who: string, command: string, input: unknown, record: string | null = null): Promise<string> {
  return unwrap(await give(market, actor(who), { command, record, input, version: null, key: null })).record;
}

const BALANCED = 'Vi har afvejet det: Fristen er sat efter, hvor meget der skal skrives, og alle leverandører er varslet.';

/** Proposed by one and confirmed by another, with a reason for all that is warned of. */
export async function giveByTwo(stage: Stage, [first, second]: readonly [string, string], name: string, record: string, input: object = {}): Promise<void> {
  const { market, actor } = stage;
  const command = market.kinds.command(name);
  const found = await readRecord(market.db, record);
  if (command === null || found === null) throw new Error(`The demo story has no ${name}.`);
  const codes = (await readWarnings(market, command, actor(first), found)).map(({ code }) => code);
  await give1(stage, first, name, { ...input, ...('reasons' in command.input.properties ? { reasons: codes.map((code) => ({ code, reason: BALANCED })) } : {}) }, record);
  unwrap(await settle(market, actor(second), record, name, 'confirm'));
}

async function purchaseOf({ market }: Stage, record: string): Promise<Purchase> {
  const found = await readRecord(market.db, record);
  if (found === null) throw new Error('The demo story has no such purchase.');
  return found as Purchase;
}

/** Each of these holders answers what is asked of its key. */
export async function proveKeys(stage: Stage, holders: readonly string[], record: string): Promise<void> {
  for (const holder of holders) {
    const { internal } = await purchaseOf(stage, record);
    const challenge = internal?.holders.find(({ person }) => person === stage.actor(holder).user)?.challenge ?? null;
    if (challenge === null) continue;
    const plain = unwrap(await decryptWith(stage.key(holder).identity, Buffer.from(challenge.sealed, 'base64')));
    await give1(stage, holder, 'purchase.prove-key', { answer: Buffer.from(plain).toString('base64') }, record);
  }
}

export interface DemoBid extends Pick<BidDocument, 'answers' | 'prices' | 'confidential'> {
  /** Name and text of its one file. */
  readonly file: readonly [name: string, text: string];
}

/** Sealed and submitted as a bidder's own machine does it. */
export async function sendBid({ market, actor }: Stage, who: string, record: string, { file: [name, text], ...bid }: DemoBid): Promise<void> {
  const { organisation: supplier, user: person } = actor(who);
  const { keySet } = (await readRecord(market.db, record) as Purchase).body;
  if (keySet === undefined) throw new Error('Nobody bids on what is not announced.');
  const bytes = Buffer.from(text);
  const files = [{ name, type: 'text/plain', bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }];
  const sealing = unwrap(await sealBid({
    keySet, lot: LOT, supplier, bidVersion: 1, bid: Buffer.from(canonicalJson({ version: 1, ...bid, files, declaration: { unchanged: true, text: '' } })),
    files: [{ size: bytes.length, read: async function* read() { yield bytes; } }],
  }));
  const newId = idSource(systemClock);
  const intake: Intake = { db: intakeIn(market.db), clock: market.clock, newId, installation: market.address(''), warn: () => {} };
  const upload = unwrap(await beginUpload(intake.db, { id: newId(), purchase: record, lot: LOT, supplier, person, now: market.clock.now() }));
  for await (const { part, chunk: number, bytes: content, sha256 } of sealing.chunks()) unwrap(await putChunk(intake.db, { upload, supplier, part, number, content: Buffer.from(content), sha256, now: market.clock.now() }));
  unwrap(await submit(intake, { supplier, person }, { purchase: record, lot: LOT, upload, header: headerBytes(await sealing.header()), idempotencyKey: newId(), receivedAt: market.clock.now() }));
}

/** Holders declare, commit, reveal, and the worker opens. */
export async function openBids(stage: Stage, holders: readonly string[], record: string): Promise<void> {
  const { market, actor, key } = stage;
  const lists: (readonly [holder: string, list: HoldersShares])[] = [];
  for (const holder of holders) {
    const person = actor(holder);
    await give1(stage, holder, 'purchase.declare', { conflict: false }, record);
    const { bids } = await sharesFor(market, person, record);
    const shares = await Promise.all(bids.map(async ({ submission, header }) => [submission, unwrap(await openShare(header, person.user, key(holder).identity))] as const));
    const list = { purchase: record, holder: person.user, shares };
    await give1(stage, holder, 'opening.commit', { commitment: await sharesCommitment(list) }, record);
    lists.push([holder, list]);
  }
  for (const [holder, list] of lists) await give1(stage, holder, 'opening.reveal', { shares: JSON.stringify(list) }, record);
  await openRevealed(market);
  if ((await purchaseOf(stage, record)).state !== 'opened') throw new Error('The bids of the demo story did not open.');
}

export async function submissionsOf(stage: Stage, record: string): Promise<readonly { readonly submission: string; readonly supplier: string }[]> {
  return (await purchaseOf(stage, record)).internal?.opening.bids ?? [];
}


/** Who can be named to open bids, with the keys they have registered, and what proves that they still have them. */
import { createHash, randomBytes } from 'node:crypto';
import { unwrap } from '#base';
import { peopleIn } from '#people';
import { encryptTo } from '#seal';
import type { Look, Looking } from '../core/command.ts';
import type { MarketTransaction } from '../core/records.store.ts';
import type { PurchaseInternal } from './purchase.schema.ts';

export interface Candidate {
  readonly person: string;
  readonly name: string;
  readonly organisation: string;
  readonly organisationName: string;
  /** age recipient; null: none is registered. */
  readonly recipient: string | null;
}

/** Members of the opening committee of the buyer, and of central purchasing bodies, which may keep a recovery key; the buyer's own first. */
export async function readCandidates(trx: MarketTransaction, buyer: string, now: Temporal.Instant): Promise<readonly Candidate[]> {
  const rows = await peopleIn(trx).selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person')
    .innerJoin('member_organisation', 'member_organisation.id', 'membership.organisation')
    .leftJoin('person_key', (join) => join.onRef('person_key.person', '=', 'person.id').on('person_key.retired_at', 'is', null))
    .select(['person.id as person', 'person.name', 'membership.organisation', 'member_organisation.name as organisationName', 'person_key.recipient', 'membership.roles'])
    .where((where) => where.or([where('membership.organisation', '=', buyer), where('member_organisation.kind', '=', 'central-purchasing-body')]))
    .where('membership.valid_from', '<=', now.toString())
    .where((where) => where.or([where('membership.valid_to', 'is', null), where('membership.valid_to', '>', now.toString())]))
    .orderBy('person.name').orderBy('person.id').execute();
  const named = rows.filter(({ roles }) => roles.includes('committee')).map(({ roles, ...candidate }) => { void roles; return candidate; });
  const own = named.filter(({ organisation }) => organisation === buyer);
  // Who is a member of both acts for the buyer.
  return [...own, ...named.filter(({ person }) => own.every((one) => one.person !== person))];
}

export type Challenge = NonNullable<PurchaseInternal['holders'][number]['challenge']>;

/** 32 random bytes that only the holder of the key can read, and what they are known again by. */
export async function challengeFor(recipient: string, now: Temporal.Instant): Promise<Challenge> {
  const nonce = randomBytes(32);
  const sealed = unwrap(await encryptTo([recipient], nonce));
  return { sealed: Buffer.from(sealed).toString('base64'), sha256: createHash('sha256').update(nonce).digest('hex'), at: now.toString() };
}

export interface LookedHolders {
  readonly candidates: readonly Candidate[];
  /** By the key of the person. */
  readonly challenges: Readonly<Record<string, Challenge>>;
}

async function challengesFor(holders: readonly { readonly person: string; readonly recipient: string | null }[], now: Temporal.Instant): Promise<LookedHolders['challenges']> {
  const made = await Promise.all(holders.flatMap(({ person, recipient }) => (recipient === null ? [] : [challengeFor(recipient, now).then((challenge) => [person, challenge] as const)])));
  return Object.fromEntries(made);
}

/** Those who can be named, with a challenge for each who is. */
export const lookHolders: Look = async ({ trx, record, now, input }: Looking): Promise<LookedHolders> => {
  const candidates = record === null ? [] : await readCandidates(trx, record.owner, now);
  const chosen = (input as { readonly holders?: readonly { readonly person: string }[] } | null)?.holders?.map(({ person }) => person) ?? [];
  return { candidates, challenges: await challengesFor(candidates.filter(({ person }) => chosen.includes(person)), now) };
};

/** New challenges for the keys that the purchase was announced with. */
export const lookKeys: Look = async ({ record, now }: Looking): Promise<LookedHolders> => (
  { candidates: [], challenges: await challengesFor((record?.internal as PurchaseInternal | null)?.holders ?? [], now) });

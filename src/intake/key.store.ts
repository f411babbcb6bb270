/** The keys that receipts are signed with. */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { sql } from 'kysely';
import { instantText } from './instant.ts';
import type { IntakeDatabase } from './tables.ts';

/** A key as it is published. */
export interface PublishedKey {
  readonly name: string;
  /** PEM, SPKI. */
  readonly publicKey: string;
  /** ISO instants; until is null for the one in use. */
  readonly from: string;
  readonly until: string | null;
}

export interface SigningKey {
  readonly name: string;
  readonly privateKey: KeyObject;
  /** PEM, SPKI. */
  readonly publicKey: string;
}

/** Databases in which a key was seen: once there is one, there is one at every moment (`rotateKey`), and nobody asks again. */
const supplied = new WeakSet<IntakeDatabase>();

/** Sees to it that there is a key to sign with. Two processes that do so at once agree on one. */
export async function ensureKey(db: IntakeDatabase, now: Temporal.Instant): Promise<void> {
  if (supplied.has(db)) return;
  const inUse = await db.selectFrom('intake_key').select('name').where('used_until', 'is', null).executeTakeFirst();
  if (inUse === undefined) await addKey(db, now);
  // What a transaction has written may be taken back.
  if (!db.isTransaction) supplied.add(db);
}

async function addKey(db: IntakeDatabase, now: Temporal.Instant): Promise<void> {
  const pair = generateKeyPairSync('ed25519');
  const publicDer = pair.publicKey.export({ type: 'spki', format: 'der' });
  await db.insertInto('intake_key').values({
    name: createHash('sha256').update(publicDer).digest('hex').slice(0, 16),
    private: pair.privateKey.export({ type: 'pkcs8', format: 'der' }), public: publicDer, used_from: now.toString(), used_until: null,
  }).onConflict((conflict) => conflict.doNothing()).execute();
}

/** Takes another key from now on. What the one before has signed stays good: its public half stays published. */
export async function rotateKey(db: IntakeDatabase, now: Temporal.Instant): Promise<void> {
  await db.transaction().execute(async (trx) => {
    // Not a moment without a key: submissions that come meanwhile sign with the old one.
    await sql`lock table intake_key in share row exclusive mode`.execute(trx);
    await trx.updateTable('intake_key').set({ used_until: now.toString() }).where('used_until', 'is', null).execute();
    await addKey(trx, now);
  });
}

/** Every key there was, the newest first: for `/.well-known/torvet-keys.json`. */
export async function publishedKeys(db: IntakeDatabase): Promise<readonly PublishedKey[]> {
  const rows = await db.selectFrom('intake_key').select(['name', 'public', 'used_from', 'used_until']).orderBy('used_from', 'desc').execute();
  return rows.map(({ name, public: der, used_from: from, used_until: until }) => ({ name, publicKey: pemOf(der), from: instantText(from), until: until === null ? null : instantText(until) }));
}

const loaded = new WeakMap<IntakeDatabase, Map<string, SigningKey>>();

/** A key by its name. Kept in memory: a key never changes. */
export async function signingKey(db: IntakeDatabase, name: string): Promise<SigningKey> {
  const known = loaded.get(db) ?? new Map<string, SigningKey>();
  loaded.set(db, known);
  const found = known.get(name);
  if (found !== undefined) return found;
  const row = await db.selectFrom('intake_key').select(['private', 'public']).where('name', '=', name).executeTakeFirstOrThrow();
  const key = { name, privateKey: createPrivateKey({ key: row.private, format: 'der', type: 'pkcs8' }), publicKey: pemOf(row.public) };
  known.set(name, key);
  return key;
}

/** The key that signs now. @throws when there is none; see `ensureKey` */
export async function keyInUse(db: IntakeDatabase): Promise<SigningKey> {
  const { name } = await db.selectFrom('intake_key').select('name').where('used_until', 'is', null).executeTakeFirstOrThrow();
  return signingKey(db, name);
}

/** PEM of a key, also of one that is used no more. */
export async function publicKeyOf(db: IntakeDatabase, name: string): Promise<string> {
  return (await signingKey(db, name)).publicKey;
}

function pemOf(der: Buffer): string {
  return createPublicKey({ key: der, format: 'der', type: 'spki' }).export({ type: 'spki', format: 'pem' });
}

/** Secret keys of the demo world's fictional people, which anybody may have. No other world remembers any. */
import { systemClock, unwrap, type Clock } from '#base';
import { peopleIn, readKeys, registerKey, type Actor } from '#people';
import { identityFile, newIdentity, readIdentity, type Identity } from '#seal';
import { recall, remember } from '#store';
import type { MarketDatabase } from '../tables.ts';

const remembered = (person: string): string => `demo key of ${person}`;

/** The key file of a demo person; null: this is no demo world, or the person uses another key by now. */
export async function readDemoKey(db: MarketDatabase, { user }: Pick<Actor, 'user'>): Promise<string | null> {
  const file = await recall(db, remembered(user));
  const [own] = await readKeys(db, [user]);
  return file !== null && own?.recipient === unwrap(await readIdentity(file)).recipient ? file : null;
}

/** Makes and registers a key, and remembers both halves. */
export async function makeDemoKey(db: MarketDatabase, { user }: Pick<Actor, 'user'>, clock: Clock = systemClock): Promise<Identity> {
  const identity = await newIdentity();
  unwrap(await registerKey(peopleIn(db), clock, user, identity.recipient));
  await remember(db, remembered(user), identityFile(identity));
  return identity;
}

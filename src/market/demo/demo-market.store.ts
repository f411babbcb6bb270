/** Fills the demo world's market place, once. Nothing in it is faked: every step is the command that people give, at an instant that is past. */
import type { Kysely } from 'kysely';
import { systemClock, type Clock } from '#base';
import { demoActors, readOrganisations } from '#people';
import type { Identity } from '#seal';
import { recall, remember } from '#store';
import { KINDS } from '../kinds.ts';
import { marketIn } from '../tables.ts';
import type { Market } from '../core/run.ts';
import { catchUp } from '../core/time.ts';
import { makeDemoKey } from './demo-keys.store.ts';
import { playDemo } from './demo-story.ts';

export interface DemoPlace {
  /** Public address, without a slash at the end, and the prefix of ocids, as the settings have them. */
  readonly url: string;
  readonly ocidPrefix: string;
  readonly clock?: Clock;
}

const PLAYED = 'demo market';
/** Longer than the story. */
const MEMBERS_FOR_HOURS = 24 * 400;

/** Changes nothing where it has been before, also where it was cut short: what was done is history and is not done twice. */
export async function seedDemoMarket<Tables>(db: Kysely<Tables>, { url, ocidPrefix, clock = systemClock }: DemoPlace): Promise<void> {
  if (await recall(db, PLAYED) !== null) return;
  const present = clock.now();
  await remember(db, PLAYED, present.toString());
  const since = present.subtract({ hours: MEMBERS_FOR_HOURS });
  const actors = await demoActors(db, since);
  const keys = new Map<string, Identity>();
  for (const [subject, actor] of actors) keys.set(subject, await makeDemoKey(marketIn(db), actor, { now: () => since }));
  const houses = await readOrganisations(db, [...new Set([...actors.values()].map(({ organisation }) => organisation))]);
  let now = since;
  const market: Market = {
    db: marketIn(db), clock: { now: () => now }, kinds: KINDS, ocidPrefix, address: (path) => `${url}/demo${path}`, wake: () => {},
    report: (error) => { throw error instanceof Error ? error : new Error(String(error)); },
  };
  const actor = (subject: string) => found(actors.get(subject), subject);
  await playDemo({
    market, present, actor, key: (subject) => found(keys.get(subject), subject), cvr: (subject) => houses.get(actor(subject).organisation)?.cvr ?? '',
    setClock: async (at) => {
      now = at;
      await catchUp(market);
    },
  });
}

function found<Value>(value: Value | undefined, subject: string): Value {
  if (value === undefined) throw new Error(`The demo world has no ${subject}.`);
  return value;
}

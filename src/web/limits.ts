import rateLimit, { type FastifyRateLimitStoreCtor } from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { FailureError, type Clock } from '#base';

/** A whole office may stand behind one address, so pages are asked for more freely than data that programs fetch. */
const PAGES_PER_DATA = 10;
const MINUTE_MS = 60_000;
/** Clients remembered; beyond that the one that was silent for longest begins anew. */
const MOST_CLIENTS = 20_000;

/**
 * Limits how often one client (an address of IPv4, a network of IPv6) may ask: a bucket for data (API and files), a
 * larger one for pages. Assets and health are free.
 * @param rate requests for data a minute; as many may come at once
 */
export async function addLimits(app: FastifyInstance, clock: Clock, rate: number): Promise<void> {
  // Before the plugin's own hook, which reads what is set here.
  app.addHook('onRoute', (route) => {
    const data = isData(route.url);
    const limit = { max: data ? rate : rate * PAGES_PER_DATA, groupId: data ? ' data' : ' pages' };
    route.config = { ...route.config, rateLimit: /^\/(assets\/|healthz|readyz|metrics)/.test(route.url) ? false : limit };
  });
  await app.register(rateLimit, {
    enableDraftSpec: true, timeWindow: MINUTE_MS, store: bucketsBy(clock),
    errorResponseBuilder: (_request, { max, ttl }) => new FailureError({
      kind: 'too-many',
      message: `Your address has asked more often than the ${max} times a minute that this installation allows.`,
      help: `Wait ${Math.ceil(ttl / 1000)} s and go on more slowly. Whole lists are to be had in one request each: see /catalog.`,
    }),
  });
}

/** The API and the files, by the pattern of the route: what comes after a dot in a name is none. */
export function isData(route: string | undefined): boolean {
  return route !== undefined && (route.startsWith('/api/') || (/\.[a-z]+(-metadata\.json)?$/.test(route) && !route.startsWith('/assets/')));
}

/** Tokens run in evenly and each request takes one, so that whoever has waited a little may go on a little. */
function bucketsBy(clock: Clock): FastifyRateLimitStoreCtor {
  const buckets = new Map<string, { readonly tokens: number; readonly at: number }>();
  return class Buckets {
    incr(key: string, callback: (error: null, result: { current: number; ttl: number }) => void, window: number, max: number): void {
      const now = clock.now().epochMilliseconds;
      const { tokens, at } = buckets.get(key) ?? { tokens: max, at: now };
      const there = Math.min(max, tokens + (Math.max(0, now - at) * max) / window);
      const left = there >= 1 ? there - 1 : there;
      buckets.delete(key);
      buckets.set(key, { tokens: left, at: now });
      const [oldest] = buckets.keys();
      if (buckets.size > MOST_CLIENTS && oldest !== undefined) buckets.delete(oldest);
      // Refused: until one token is there. Else: until the bucket is full.
      const missing = there >= 1 ? max - left : 1 - there;
      callback(null, { current: there >= 1 ? max - Math.floor(left) : max + 1, ttl: (missing * window) / max });
    }

    child(): this {
      return this;
    }
  };
}

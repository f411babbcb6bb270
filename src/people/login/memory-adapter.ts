import type { Adapter, AdapterPayload } from 'oidc-provider';

/** Beyond that the oldest goes: the provider of the demo world remembers a few logins, for minutes. */
const MOST_KEPT = 5000;
const DEFAULT_S = 900;

interface Kept {
  readonly payload: AdapterPayload;
  readonly endsAt: number;
}

/** Keeps what the provider of the demo world remembers, in memory: it is gone at the next start, and everybody logs in anew. */
export function memoryAdapters(): (model: string) => Adapter {
  const kept = new Map<string, Kept>();
  const read = (key: string): AdapterPayload | undefined => {
    const found = kept.get(key);
    if (found === undefined || found.endsAt > Date.now()) return found?.payload;
    kept.delete(key);
    return undefined;
  };
  const readBy = (model: string, is: (payload: AdapterPayload) => boolean): AdapterPayload | undefined =>
    [...kept.entries()].find(([key, { payload, endsAt }]) => key.startsWith(`${model}:`) && endsAt > Date.now() && is(payload))?.[1].payload;
  return (model) => ({
    upsert: async (id, payload, seconds) => {
      kept.set(`${model}:${id}`, { payload, endsAt: Date.now() + (seconds ?? DEFAULT_S) * 1000 });
      const [oldest] = kept.keys();
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    },
    find: async (id) => read(`${model}:${id}`),
    findByUid: async (uid) => readBy(model, (payload) => payload.uid === uid),
    findByUserCode: async (code) => readBy(model, (payload) => payload.userCode === code),
    consume: async (id) => {
      const payload = read(`${model}:${id}`);
      if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1000);
    },
    destroy: async (id) => {
      kept.delete(`${model}:${id}`);
    },
    revokeByGrantId: async (grant) => {
      for (const [key, { payload }] of kept) if (payload.grantId === grant) kept.delete(key);
    },
  });
}

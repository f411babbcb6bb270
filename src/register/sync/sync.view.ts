/** What pages say of the fetching from public services. */

export interface SyncCounts {
  /** Notices that the service listed, each once: those below together. */
  readonly found: number;
  readonly imported: number;
  /** Those that the register held already. */
  readonly unchanged: number;
  readonly rejected: number;
}

/** From one day through another, both with them (`YYYY-MM-DD`). */
export interface Period {
  readonly since: string;
  readonly until: string;
}

export interface SyncView {
  readonly source: string;
  /** `DNK`, `DNK:48,72`. */
  readonly query: string;
  /** The days of publication that finished runs cover, joined where they meet; oldest first. */
  readonly covered: readonly Period[];
  readonly lastSuccess: (SyncCounts & Period & { readonly finishedAt: string }) | null;
  readonly lastFailure: { readonly at: string; readonly error: string } | null;
  /** When the newest run came to an end, well or not; null when it never did: it runs, or was killed. */
  readonly endedAt: string | null;
}

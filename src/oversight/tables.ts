/** The tables of points of attention, beside those of the register. */
import type { JSONColumnType, Kysely } from 'kysely';
import type { RegisterTables } from '#register';
import type { Evidence, Outcome } from './own/run.store.ts';

export interface OversightTables extends RegisterTables {
  flag_run: { one: boolean; generation: string; asked: string; made_at: string };
  flag: {
    indicator: string; ocid: string; part: string; buyer: string | null; supplier: string | null; country: string; day: string | null;
    value: number | null;
    evidence: JSONColumnType<readonly KeptEvidence[]>;
  };
  flag_coverage: { indicator: string; country: string; source: string; form: string; outcome: Outcome; reason: string | null; count: number };
  flag_outcome: { ocid: string; outcomes: JSONColumnType<Readonly<Record<string, string>>> };
}

/** A row of evidence without what the flag itself says. */
export type KeptEvidence = Omit<Evidence, 'ocid' | 'part' | 'nth'>;

/** The tables of this room are in the same database as those of the register. */
export function own(db: Kysely<RegisterTables>): Kysely<OversightTables> {
  return db;
}

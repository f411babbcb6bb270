import type { Generated, Kysely } from 'kysely';
import type { Receipt } from './receipt.ts';

/** The tables of intake. Instants arrive as ISO 8601 text in UTC. */
export interface IntakeTables {
  intake_target: {
    purchase: string;
    lot: string;
    key_set: string;
    holders: string[];
    deadline: string;
    invited: string[];
    opening_at: string | null;
    cancelled_at: string | null;
  };
  intake_upload: {
    id: string;
    purchase: string;
    lot: string;
    supplier: string;
    begun_by: string;
    begun_at: string;
    touched_at: string;
    bytes: Generated<number>;
    submitted_at: string | null;
  };
  intake_chunk: { upload: string; part: number; number: number; sha256: Buffer; bytes: number; content: Buffer };
  intake_key: { name: string; private: Buffer; public: Buffer; used_from: string; used_until: string | null };
  intake_submission: SubmissionRow;
  intake_refused_read: {
    id: Generated<number>;
    at: string;
    purchase: string;
    lot: string | null;
    person: string | null;
    organisation: string | null;
    what: string;
    why: string;
  };
}

export interface SubmissionRow {
  id: string;
  purchase: string;
  lot: string;
  supplier: string;
  submitted_by: string;
  verdict: Receipt['verdict'];
  bid_version: number;
  upload: string | null;
  header: string | null;
  envelope: string;
  bytes: number;
  received_at: string;
  deadline: string;
  installation: string;
  key: string;
  idempotency_key: string;
  request: Buffer;
  retired_at: string | null;
}

export type IntakeDatabase = Kysely<IntakeTables>;

/** The same database or transaction, seen as the one of intake: a world has the tables of every room, its type those of one. */
export function intakeIn<Tables>(db: Kysely<Tables>): IntakeDatabase {
  return db as unknown as IntakeDatabase;
}

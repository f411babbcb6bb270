import type { ColumnType, Kysely, Transaction } from 'kysely';
import type { BidDocument } from './bid/bid.ts';
import type { Audience, RecordKind } from './core/record.ts';

type JsonColumn<T> = ColumnType<T, string, string>;

/** The tables of the market place. Only this room reads or writes them. Instants arrive as ISO 8601 text in UTC. */
export interface MarketTables {
  market_record: {
    id: string;
    kind: RecordKind;
    owner: string;
    parent: string | null;
    state: string;
    version: number;
    audience: Audience;
    parties: string[];
    body: JsonColumn<unknown>;
    ocid: string | null;
    created_at: string;
    changed_at: string;
  };
  market_internal: { record: string; data: JsonColumn<unknown> };
  market_withheld: { record: string; data: JsonColumn<unknown> };
  market_event: {
    record: string;
    version: number;
    n: number;
    at: string;
    command: string;
    type: string;
    audience: Audience;
    person: string | null;
    proposer: string | null;
    organisation: string | null;
    data: JsonColumn<Readonly<Record<string, unknown>>>;
  };
  market_document_look: { purchase: string; organisation: string; first_at: string };
  market_document: { id: string; record: string; name: string; type: string; sha256: string; bytes: number; content: Buffer; person: string; at: string };
  market_bid_draft: { record: string; supplier: string; version: number; content: Buffer; person: string; at: string };
  market_opened_bid: {
    submission: string;
    record: string;
    lot: string;
    supplier: string;
    bid_version: number;
    received_at: string;
    envelope: string;
    bytes: number;
    key: Buffer | null;
    document: ColumnType<BidDocument | null, string | null, string | null>;
    failed_step: string | null;
    failed_why: string | null;
    wrong_holders: string[];
    reveals: number;
    tried_at: string;
  };
  market_due: { record: string; command: string; at: string };
  market_proposal: { record: string; command: string; input: JsonColumn<unknown>; version: number; person: string; organisation: string; at: string };
  market_answer: { organisation: string; key: string; command: string; record: string; version: number; outcome: string; at: string };
}

export type MarketDatabase = Kysely<MarketTables>;
export type MarketTransaction = Transaction<MarketTables>;

/** The same database, seen as the one of the market place: a world has the tables of every room, its type those of one. */
export function marketIn<Tables>(db: Kysely<Tables>): Kysely<MarketTables> {
  return db as unknown as Kysely<MarketTables>;
}

import type { ColumnType, Generated } from 'kysely';
import type { Json } from '#base';
import type { Remark } from '#eforms';
import type { FaultView, OrganisationLink } from './views.ts';

type JsonColumn<T> = ColumnType<T, string, string>;
type Searchable = ColumnType<never, never, never>;

/** The register's tables. Only this room reads or writes them. Instants arrive as ISO 8601 text in UTC. */
export interface RegisterTables {
  source_file: {
    sha256: string;
    name: string;
    bytes: number;
    reader: number;
    values_done: Generated<number>;
    imported: Generated<number>;
    unchanged: Generated<number>;
    first_seen: Generated<string>;
    completed_at: string | null;
  };
  release: {
    id: string;
    ocid: string;
    release_id: string;
    date: string;
    tags: string[];
    language: string | null;
    ocds_version: '1.0' | '1.1';
    received: string;
    sha256: string;
    content: string;
    file: string;
    place: string;
    imported_at: Generated<string>;
    faults: JsonColumn<readonly FaultView[]>;
    fault_count: number;
  };
  process: {
    ocid: string;
    compiled: string;
    title: string | null;
    description: string | null;
    buyer_key: string | null;
    buyer_name: string | null;
    suppliers: JsonColumn<readonly OrganisationLink[]>;
    country: string | null;
    stage: string | null;
    method: string | null;
    category: string | null;
    amount: string | null;
    currency: string | null;
    classification: string | null;
    first_date: string | null;
    last_date: string | null;
    tender_end: string | null;
    year: number | null;
    release_count: number;
    fault_count: number;
    procedure: string | null;
    without_call: boolean | null;
    technique: string | null;
    division: string | null;
    cpv: Generated<string[]>;
    lots_with_bids: Generated<number>;
    lots_single_bid: Generated<number>;
    derived: Generated<number>;
  };
  /** `combination`: the values of all filters of the process, see `process-counts.store.ts`. */
  process_search: { ocid: string; combination: number; search: Searchable; filler: Generated<string> };
  combination: { id: Generated<number>; parts: string };
  register_version: { version: number };
  award: {
    ocid: string;
    place: number;
    award: string | null;
    date: string | null;
    amount: string | null;
    currency: string | null;
    bids: number | null;
    counted: boolean;
    suppliers: string[];
  };
  contract: {
    ocid: string;
    place: number;
    contract: string | null;
    title: string | null;
    status: string | null;
    signed: string | null;
    starts: string | null;
    ends: string | null;
    ends_basis: string | null;
    renewal: boolean;
    amount: string | null;
    currency: string | null;
    changed: boolean;
    suppliers: JsonColumn<readonly OrganisationLink[]>;
  };
  contract_change: {
    ocid: string;
    place: number;
    contract: string | null;
    change: string | null;
    published: string | null;
    reason_code: string | null;
    reason: string | null;
    description: string | null;
    amount_before: string | null;
    amount_after: string | null;
    currency: string | null;
  };
  participation: {
    ocid: string;
    organisation: string;
    party_id: string;
    name: string;
    scheme: string | null;
    number: string | null;
    country: string | null;
    locality: string | null;
    roles: string[];
  };
  organisation: {
    key: string;
    name: string;
    names: string[];
    identifiers: JsonColumn<readonly { scheme: string | null; id: string }[]>;
    country: string | null;
    locality: string | null;
    roles: JsonColumn<readonly { role: string; count: number }[]>;
    as_buyer: number;
    as_supplier: number;
    search: Searchable;
    stale: boolean;
  };
  organisation_spelling: {
    key: string;
    bare: string;
    block: string;
    head: string | null;
    country: string | null;
    number: string | null;
    kind: string | null;
    unit: string | null;
  };
  organisation_same: { key: string; main: string; rule: string };
  word: { word: string };
  reject: { file: string; number: number; place: string; reason: string; help: string };
  notice: {
    release: string;
    source: 'eforms' | 'ted';
    content: string;
    original: Buffer;
    number: string | null;
    notice_id: string | null;
    procedure_id: string | null;
    names: string[];
    joins: string[];
    plans: string[];
    replaces: string[];
    form: string | null;
    form_type: string | null;
    notice_type: string | null;
    version: string | null;
    procedure_code: string | null;
    language: string | null;
    country: string | null;
    published: string | null;
    gazette: string | null;
    total: JsonColumn<Json | null>;
    remarks: JsonColumn<readonly Remark[]>;
  };
  ocid_alias: { alias: string; ocid: string };
  coverage: {
    source: 'ocds' | 'eforms' | 'ted';
    /** Two letters; empty where the release names none. */
    country: string;
    year: number;
    form: string;
    field: string;
    releases: number;
    /** Releases that the field was asked of: those that could have filled it. */
    asked: number;
    first_date: string | null;
    last_date: string | null;
  };
  sync_run: {
    id: Generated<string>;
    source: string;
    query: string;
    since: string;
    reached: string;
    until: string | null;
    started_at: Generated<string>;
    finished_at: string | null;
    failed_at: string | null;
    error: string | null;
    announced: number | null;
    pages: Generated<number>;
    found: Generated<number>;
    imported: Generated<number>;
    unchanged: Generated<number>;
    rejected: Generated<number>;
  };
  sync_notice: { run: string; number: string; reason: string | null; help: string | null };
}

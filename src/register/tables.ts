import type { ColumnType, Generated } from 'kysely';
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
    search: Searchable;
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
  word: { word: string };
  reject: { file: string; number: number; place: string; reason: string; help: string };
}

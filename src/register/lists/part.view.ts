/** Lists of what stands in processes: contracts, changes, frameworks. Each is a view of one search of the processes. */
import type { Cursors, FacetView, ProcessFacet, ProcessQuery } from '../list.view.ts';

/** What the reader asked for: the search of processes, and the order of the rows. */
export interface PartQuery<Sort extends string = string> {
  /** Its `sort` and `open` do not count here. */
  readonly search: ProcessQuery;
  /** null: the default of the list. */
  readonly sort: Sort | null;
}

/** What programs that follow a list are told besides the row. */
export interface Told {
  /** When the newest notice was published that tells of the row. ISO 8601 instant; null: no notice says when. */
  readonly told: string | null;
  /** Notices of the process: grows with each that comes. */
  readonly releases: number;
}

export interface PartListView<Query extends PartQuery, Row> extends Cursors {
  readonly query: Query;
  /** The sort in force, and those that can be chosen. */
  readonly sort: string;
  readonly sorts: readonly string[];
  readonly total: number;
  readonly rows: readonly Row[];
  readonly facets: readonly FacetView<ProcessFacet>[];
  /** Another spelling of the search text that finds processes, and whether the rows match it instead. */
  readonly didYouMean: string | null;
  readonly corrected: boolean;
  readonly buyerName: string | null;
  readonly supplierName: string | null;
}

import type { ProcessSummary } from './views.ts';

/** The filters of the process list, in the order they stand on the page. Also the names in the address. */
export const PROCESS_FACETS = ['call', 'technique', 'division', 'country', 'stage', 'method', 'category', 'year', 'currency'] as const;
export type ProcessFacet = (typeof PROCESS_FACETS)[number];

/** The options of `call`: whether there was a call for competition. */
export const CALLS = ['with', 'without'] as const;

export const PROCESS_SORTS = ['relevance', 'newest', 'oldest', 'deadline', 'value'] as const;
export type ProcessSort = (typeof PROCESS_SORTS)[number];

/**
 * What the reader asked for, as the address says it: `/udbud?q=skole&country=DK&country=NO&sort=newest`.
 * Values are the raw codes; `UNKNOWN` stands for "not stated".
 */
export interface ProcessQuery {
  readonly q: string;
  readonly filters: Readonly<Partial<Record<ProcessFacet, readonly string[]>>>;
  /** A field of the CPV: its digits without the zeros that end them; see `cpv/fields.ts`. */
  readonly cpv: string | null;
  /** Organisation keys; null when the list is not limited to one buyer or supplier. */
  readonly buyer: string | null;
  readonly supplier: string | null;
  /** True: only those whose deadline for tenders lies ahead (`open=yes` in the address). */
  readonly open?: boolean;
  /** Reasons for buying without a call, codes of the list "direct-award-justification"; one of them is enough. */
  readonly reason?: readonly string[];
  /** Ocid of a framework agreement or dynamic purchasing system under which the process says that it buys. */
  readonly under?: string | null;
  /** Codes of the EU list "procurement-procedure-type"; one of them is enough. `UNKNOWN`: none is stated. */
  readonly procedure?: readonly string[];
  /** True: only those with a lot (or a whole without lots) that had exactly one bid (`bids=one` in the address). */
  readonly oneBid?: boolean;
  /** null: the default ("relevance" with a search text, else "newest"). "value" asks for one currency to be chosen. */
  readonly sort: ProcessSort | null;
}

/** The facet value of rows that lack the field. */
export const UNKNOWN = 'unknown';

export interface FacetOption {
  readonly value: string;
  /** Rows that this option alone would give under the other filters. */
  readonly count: number;
}

/** The page makes labels and addresses itself; give options most frequent first (years newest first). */
export interface FacetView<Name extends string> {
  readonly name: Name;
  readonly options: readonly FacetOption[];
}

/** Opaque cursors: they go into the address as `after` and `before`. null when there is no such page. */
export interface Cursors {
  readonly next: string | null;
  readonly previous: string | null;
}

export interface ProcessListView extends Cursors {
  readonly query: ProcessQuery;
  /** The sort in force. */
  readonly sort: ProcessSort;
  readonly total: number;
  readonly rows: readonly ProcessSummary[];
  readonly facets: readonly FacetView<ProcessFacet>[];
  /** Another spelling of `query.q` that finds more, or null. */
  readonly didYouMean: string | null;
  /** True when nothing matched as written and the rows match `didYouMean` instead. */
  readonly corrected: boolean;
  /** Names of `query.buyer` and `query.supplier`, for the line of active filters. */
  readonly buyerName: string | null;
  readonly supplierName: string | null;
}

/** Up to this many hits of a search text are put in order by how well they match; of more, those with the words in the title come first, then the newest. */
export const MOST_WEIGHED = 1000;

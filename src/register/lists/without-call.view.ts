import type { FacetOption, ProcessListView } from '../list.view.ts';

export interface WithoutCallView extends ProcessListView {
  /** The buyers' reasons by code, most frequent first; a purchase may have several. `UNKNOWN`: none stated. */
  readonly reasons: readonly FacetOption[];
  /** Of each row by its ocid: its codes, and the buyer's own words (the first 1,000 characters). */
  readonly why: Readonly<Record<string, { readonly reasons: readonly string[]; readonly rationale: string | null }>>;
}

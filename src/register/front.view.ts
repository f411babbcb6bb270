import type { Tile } from '#ui';
import type { ProcessSummary } from './views.ts';

export interface YearCount {
  readonly year: number;
  readonly count: number;
}

/** Days ahead in which a deadline is near. */
export const CLOSING_WITHIN = 60;

/** The front page of a world. An empty register has `processes` 0: the page then says how to put data in. */
export interface FrontView {
  readonly processes: number;
  /** Processes whose deadline for tenders lies ahead. */
  readonly openTenders: number;
  readonly buyers: number;
  readonly suppliers: number;
  readonly releases: number;
  readonly countries: number;
  /** The six newest, newest first. */
  readonly newest: readonly ProcessSummary[];
  /** The open ones with a deadline within `CLOSING_WITHIN` days, without systems that run for years: Danish ones first, then the nearest deadline; at most four. */
  readonly closingSoon: readonly ProcessSummary[];
  /** Processes by year of their first release, oldest first; empty: no chart. */
  readonly perYear: readonly YearCount[];
  /** Processes for each municipality of this world; empty: no map. */
  readonly tiles: readonly Tile[];
}

/** The page about Torvet (`/om`). */
export interface AboutView {
  readonly processes: number;
  readonly releases: number;
  /** The files that were imported, newest first. */
  readonly sources: readonly SourceView[];
}

export interface SourceView {
  readonly name: string;
  readonly releases: number;
  /** ISO instant. */
  readonly importedAt: string;
}

/** The accessibility statement (`/was`). The contact is `site.publisher`. */
export interface AccessibilityView {
  /** The day of the last test, "YYYY-MM-DD". */
  readonly testedOn: string;
}

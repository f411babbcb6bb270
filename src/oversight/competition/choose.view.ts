import type { OrganisationSummary } from '#register';
import type { CompetitionView } from './competition.view.ts';
import type { Scope } from './scope.ts';

export interface FieldLine {
  readonly field: string;
  readonly processes: number;
  readonly lots: number;
  readonly single: number;
  readonly mean: number | null;
  readonly awards: number;
  readonly winners: number;
  /** Awards of the one that won most. */
  readonly largest: number;
}

export interface AgreementLine {
  readonly ocid: string;
  readonly title: string | null;
  readonly buyer: string | null;
  readonly bidders: number;
  readonly won: number;
  readonly processes: number;
}

export interface Found {
  readonly fields: readonly string[];
  readonly buyers: readonly Pick<OrganisationSummary, 'key' | 'name' | 'asBuyer'>[];
  readonly agreements: readonly AgreementLine[];
}

/** What can be asked about. */
export interface ChooseView {
  readonly q: string;
  /** What the words of the search may mean; null: nothing was searched for. */
  readonly found: Found | null;
  readonly whole: CompetitionView;
  readonly fields: readonly FieldLine[];
  readonly systems: readonly AgreementLine[];
  readonly agreements: readonly AgreementLine[];
  readonly buyers: readonly { readonly key: string; readonly name: string; readonly awards: number }[];
  readonly countries: readonly { readonly country: string; readonly processes: number }[];
  /** The side that the other is chosen for; null: a page of its own is chosen. */
  readonly beside: Scope | null;
}

import type { FieldName } from './cpv/names.ts';
import type { ProcessQuery } from './list.view.ts';
import type { OverviewView } from './overview.view.ts';

export interface MarketView {
  readonly query: ProcessQuery;
  /** Another spelling that was searched for instead, when nothing matched as written. */
  readonly didYouMean: string | null;
  readonly overview: OverviewView;
  /** Fields whose name has the words of the search: perhaps one of them was meant. */
  readonly suggested: readonly FieldName[];
  readonly buyerName: string | null;
  readonly supplierName: string | null;
}

import type { OrganisationName } from '#people';
import type { RecordView } from '../core/present.ts';

export interface DisExtra {
  /** By category. */
  readonly admitted: ReadonlyMap<string, number>;
  /** Who can be chosen to buy in it. */
  readonly buyers: readonly OrganisationName[];
}
export type DisView = RecordView<DisExtra>;

import type { ProcessDetails } from './process-details.view.ts';
import type { ProcessSummary, ReleaseView } from './views.ts';

export interface ProcessPageView {
  readonly summary: ProcessSummary;
  /** `readDetails(compiledRelease)`. */
  readonly details: ProcessDetails;
  /** Newest first. */
  readonly releases: readonly ReleaseView[];
  /** The organisation page's key for each party id in the compiled release; a party without one is not a link. */
  readonly organisationKeys: Readonly<Record<string, string>>;
  /** Those ocids among `details.related` that this world holds. */
  readonly knownOcids: readonly string[];
}

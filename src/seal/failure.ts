import { fail, FailureError, type Failure } from '#base';

/** Where a bid is refused, in the order of the way from the file to the opened bid. */
export const STEPS = ['key-set', 'identity', 'source', 'file', 'header', 'belongs', 'share', 'key', 'seal-of-header', 'part'] as const;
export type Step = (typeof STEPS)[number];

export interface SealFailure extends Failure {
  readonly step: Step;
  /** Ids of the holders whose shares are wrong; left out where it is nobody's share. */
  readonly holders?: readonly string[];
}

export interface Refusal {
  readonly step: Step;
  readonly message: string;
  readonly help: string;
  /** Where in the header (a JSON Pointer) or the envelope (`part 2, chunk 0`). */
  readonly place?: string;
  readonly holders?: readonly string[];
}

export function refusal(given: Refusal): SealFailure {
  return { kind: 'invalid', ...given };
}

export function refuse(given: Refusal): { readonly ok: false; readonly failure: SealFailure } {
  return fail(refusal(given));
}

/** For streams, which cannot return a failure. */
export function refuseInStream(given: Refusal): never {
  throw new FailureError(refusal(given));
}

/** At which step a bid was refused; null: the failure is none of this room. */
export function stepOf(failure: Failure): Step | null {
  const step = 'step' in failure ? failure.step : null;
  return STEPS.find((one) => one === step) ?? null;
}

/** Yes, no, or not known: what an answer in a wizard can be. */
export type Truth = boolean | null;

/** All hold: no as soon as one does not, and not known as long as one is not. */
export function all(...truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false;
  return truths.includes(null) ? null : true;
}

/** One at least holds. */
export function any(...truths: readonly Truth[]): Truth {
  if (truths.includes(true)) return true;
  return truths.includes(null) ? null : false;
}

export function not(truth: Truth): Truth {
  return truth === null ? null : !truth;
}

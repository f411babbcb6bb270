/** What can be chosen in the forms from the opening on, what they are filled with, and what their rows are called. */
import { LIMITS } from '#law';
import type { Option } from '#ui';
import type { FormAbout } from '../core/present.ts';
import { leaves } from '../evaluation/model.ts';
import type { Purchase } from '../purchase/purchase.schema.ts';
import type { Assessment } from './assessment.store.ts';
import { rankingOf } from './assess.ts';
import type { OpenedBid } from './opened-bid.ts';
import { scoredIds, validBids } from './standing.ts';

interface Known {
  readonly purchase: Purchase;
  readonly internal: NonNullable<Purchase['internal']>;
  readonly assessment: Assessment;
}

function knownOf({ record, extra }: FormAbout): Known | null {
  const purchase = record as Purchase | null;
  const assessment = (extra as { readonly assessment?: Assessment | null } | null)?.assessment ?? null;
  return purchase === null || purchase.kind !== 'purchase' || purchase.internal === null || assessment === null ? null : { purchase, internal: purchase.internal, assessment };
}

export function bidName({ names }: Pick<Assessment, 'names'>, { supplier }: Pick<OpenedBid, 'supplier'>): string {
  return names.get(supplier) ?? supplier;
}

export function assessmentOptions(command: string, field: string, about: FormAbout): readonly Option[] | null {
  const known = knownOf(about);
  if (known === null) return null;
  const { internal, assessment } = known;
  if (command === 'purchase.set-evaluators' && field === 'person') return assessment.candidates.filter(({ person }) => !internal.conflicted.includes(person)).map(({ person, name }) => ({ value: person, label: name }));
  if (command !== 'purchase.award' || field !== 'winner' || internal.ranking === undefined) return null;
  const { first, places } = rankingOf(internal);
  return places.filter(({ submission }) => first.includes(submission)).flatMap(({ submission }) => {
    const bid = assessment.bids.find((one) => one.submission === submission);
    return bid === undefined ? [] : [{ value: submission, label: bidName(assessment, bid) }];
  });
}

/** One row for each criterion of each bid that stands, in this order. */
function scoreRows({ purchase, internal, assessment }: Known): readonly { readonly bid: OpenedBid; readonly criterion: string }[] {
  return validBids(internal, assessment.bids).flatMap((bid) => scoredIds(purchase).map((criterion) => ({ bid, criterion })));
}

export function assessmentRows(command: string, list: string, about: FormAbout): readonly string[] | null {
  const known = knownOf(about);
  if (known === null) return null;
  const { purchase, assessment } = known;
  if (command === 'purchase.check' && list === 'checks') return assessment.bids.map((bid) => bidName(assessment, bid));
  if ((command !== 'purchase.score' && command !== 'purchase.consensus') || list !== 'scores') return null;
  const names = new Map(purchase.body.model === undefined ? [] : leaves(purchase.body.model).map(({ id, name }) => [id, name]));
  return scoreRows(known).map(({ bid, criterion }) => `${bidName(assessment, bid)}: ${names.get(criterion) ?? criterion}`);
}

/** The wait that the law has where it asks for one; here it is a proposal. */
const USUAL_WAIT = LIMITS.find(({ id }) => id === 'standstill-electronic')?.value ?? 0;

export function assessmentInitial(command: string, about: FormAbout): unknown {
  const known = knownOf(about);
  if (known === null) return {};
  const { internal, assessment } = known;
  switch (command) {
    case 'purchase.set-evaluators': return { evaluators: internal.evaluators.map((person) => ({ person })) };
    case 'purchase.check': return { checks: assessment.bids.map(({ submission }) => internal.checks.find((one) => one.submission === submission) ?? { submission }) };
    // One's own alone: whatever else stands in the record is not shown before all have scored.
    case 'purchase.score': return { scores: filled(known, internal.scores.filter(({ person }) => person === about.actor?.user)) };
    case 'purchase.consensus': return { scores: filled(known, internal.consensus) };
    case 'purchase.award': return { standstillDays: USUAL_WAIT };
    default: return {};
  }
}

function filled(known: Known, scored: readonly { readonly submission: string; readonly scores: Readonly<Record<string, number>>; readonly reasons: Readonly<Record<string, string>> }[]): readonly object[] {
  return scoreRows(known).map(({ bid, criterion }) => {
    const own = scored.find(({ submission }) => submission === bid.submission);
    return { submission: bid.submission, criterion, ...(own === undefined ? {} : { points: own.scores[criterion], reason: own.reasons[criterion] }) };
  });
}

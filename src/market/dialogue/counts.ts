/** What suppliers said, counted: each organisation once, by what it said last, and nothing where so few said it that one could be told from the others. */
import { DECLINE_REASONS, type Ability, type Contribution, type ContributionType, type DeclineReason } from '../contribution/contribution.ts';
import type { MarketRecord } from '../core/record.ts';
import type { DialogueBody, RequirementCount } from './dialogue.schema.ts';

/** Organisations; with fewer, those who answered would know each other's answers. */
export const FEWEST_TOLD = 3;

export function contributionsOf(records: readonly MarketRecord[], type: ContributionType): readonly Contribution[] {
  return records.filter((one): one is Contribution => one.kind === 'contribution' && (one as Contribution).body.type === type);
}

/** The last of each organisation, whatever the order given. */
export function lastOfEach(contributions: readonly Contribution[]): readonly Contribution[] {
  const ordered = contributions.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  return [...new Map(ordered.map((one) => [one.owner, one])).values()];
}

/** Questions that nobody has answered, oldest first. */
export function waitingQuestions({ questions }: Pick<DialogueBody, 'questions'>, children: readonly MarketRecord[]): readonly Contribution[] {
  return contributionsOf(children, 'question').filter((one) => questions.every(({ id }) => id !== one.id));
}

/** @returns organisations that answered, and for each requirement how many said what */
export function countsOf({ requirements }: Pick<DialogueBody, 'requirements'>, children: readonly MarketRecord[]): { readonly answered: number; readonly counts: readonly RequirementCount[] } {
  const responses = lastOfEach(contributionsOf(children, 'response'));
  const said = (requirement: string, ability: Ability): number => responses.filter(({ body }) => body.answers.some(({ id, can }) => id === requirement && can === ability)).length;
  return { answered: responses.length, counts: requirements.map(({ id }) => ({ requirement: id, can: said(id, 'can'), price: said(id, 'price'), cannot: said(id, 'cannot') })) };
}

export interface ReasonCount {
  readonly because: DeclineReason;
  readonly organisations: number;
}

/** Why organisations will not bid, the most frequent first; null: fewer said so than can be told of. */
export function declinesTold(records: readonly MarketRecord[]): readonly ReasonCount[] | null {
  const declines = lastOfEach(contributionsOf(records, 'decline'));
  return declines.length < FEWEST_TOLD ? null : reasonsOf(declines);
}

/** Reasons that were given, the most frequent first. */
export function reasonsOf(declines: readonly Contribution[]): readonly ReasonCount[] {
  return DECLINE_REASONS.map((because) => ({ because, organisations: declines.filter(({ body }) => body.because === because).length }))
    .filter(({ organisations }) => organisations > 0).toSorted((one, other) => other.organisations - one.organisations);
}

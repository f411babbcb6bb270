import { isBelowShare, saying, type Oere } from '../kroner.ts';
import { limit } from '../parameters/limits.ts';
import { reaches, thresholdOn, tableOf, type Buyer, type Kind } from '../parameters/thresholds.ts';
import { met, notMet, review, unknown, type Finding } from '../finding.ts';
import { said, UDBUDSLOVEN_FROM, type Rule } from '../rule.ts';
import { all, not, type Truth } from '../truth.ts';

export const P180 = {
  id: 'udbudsloven-180',
  paragraph: 'Udbudsloven § 180',
  title: said('Ændringer under en mindsteværdi', 'Changes below a minimum value'),
  sentence: said(
    'En ændring kræver ikke nyt udbud, når alle ændringer af kontrakten tilsammen er mindre end tærskelværdien og mindre end 10 % (bygge og anlæg 15 %) af kontraktens oprindelige værdi, og kontraktens karakter er den samme.',
    'A change needs no new tender when all changes of the contract together are less than the threshold value and less than 10 % (works 15 %) of the original value of the contract, and its overall character is kept.'),
  grade: 'V',
  source: 'elov.dk, Udbudsloven § 180; danskelove.dk, § 184',
  validFrom: UDBUDSLOVEN_FROM,
  validTo: null,
  confirm: said('Hvilken værdi der er den oprindelige: kontraktens værdi ved underskriften med optioner?', 'Which value is the original one: that at signature, options included?'),
} as const satisfies Rule;

export interface SmallChangeFacts {
  /** ISO date of the change. */
  readonly on: string;
  readonly buyer: Buyer;
  /** Of what is bought: it decides the threshold. */
  readonly kind: Kind;
  /** Of the contract: it decides the share. */
  readonly contractKind: Kind;
  /** Value of the contract that the share is taken of: the indexed one where there is an index clause (§ 184). */
  readonly value: Oere;
  /** All changes, this one included, whatever ground each had. */
  readonly sum: Oere;
  readonly characterKept: Truth;
}

/** How much the changes together must stay below, in per cent of the contract's value. */
export function smallChangeShare(kind: Kind): number {
  return limit(kind === 'works' ? 'small-change-share-works' : 'small-change-share-goods-services').value;
}

// Both limits are strict, and all changes count, whatever their ground.
export function judgeSmallChange({ on, buyer, kind, contractKind, value, sum, characterKept }: SmallChangeFacts): Finding {
  const share = smallChangeShare(contractKind);
  const belowShare = isBelowShare(sum, value, share);
  const belowThreshold = not(reaches(sum, thresholdOn(tableOf(buyer, kind), on)));
  const values = { sum, value, share };
  if (!belowShare) return notMet(P180, saying('{sum} er ikke mindre end {share} % af {value}.', '{sum} is not less than {share} % of {value}.', values));
  if (belowThreshold === false) return notMet(P180, saying('{sum} er ikke mindre end tærskelværdien.', '{sum} is not less than the threshold value.', values));
  if (characterKept === false) return notMet(P180, saying('Kontraktens karakter er ikke den samme.', 'The overall character of the contract is not kept.'));
  if (all(belowThreshold, characterKept) === true) {
    return met(P180, saying('{sum} er mindre end {share} % af {value} og mindre end tærskelværdien.', '{sum} is less than {share} % of {value} and less than the threshold value.', values));
  }
  if (characterKept === null) return unknown(P180, saying('Det er ikke oplyst, om kontraktens karakter er den samme.', 'It is not said whether the overall character of the contract is kept.'));
  return review(P180, saying('{sum} ligger, hvor tærskelværdien i kroner ikke er kendt.', '{sum} lies where the threshold value in kroner is not known.', values));
}

import type { Static } from 'typebox';
import { APPLIES_TO, AWARD_CRITERION_FIXED, CRITERION_THRESHOLD, CRITERION_WEIGHT, SELECTION_CRITERION_TYPE } from './codelists.ts';
import { nonBlank, flag, number, closedCode, openCode, closedCodes, list, object } from '../schema/parts.ts';

/** The weight, fixed value or threshold of a criterion. */
export const CriterionNumber = object({}, {
  number: number(),
  weight: closedCode('criterionWeight', CRITERION_WEIGHT),
  fixed: closedCode('awardCriterionFixed', AWARD_CRITERION_FIXED),
  threshold: closedCode('criterionThreshold', CRITERION_THRESHOLD),
}, { minProperties: 1 });
export type CriterionNumber = Static<typeof CriterionNumber>;

/** A criterion that bids are judged by. */
export const AwardCriterion = object({}, {
  type: openCode('awardCriterionType', { minLength: 1 }),
  name: nonBlank(),
  description: nonBlank(),
  numbers: list(CriterionNumber, 'unique', 'whole', 'nonEmpty'),
}, { minProperties: 1 });
export type AwardCriterion = Static<typeof AwardCriterion>;

/** How bids are judged. */
export const AwardCriteria = object({}, {
  weightingDescription: nonBlank(),
  orderRationale: nonBlank(),
  criteria: list(AwardCriterion, 'unique', 'whole', 'nonEmpty'),
}, { minProperties: 1 });
export type AwardCriteria = Static<typeof AwardCriteria>;

/** What is asked of the tenderer. */
export const SelectionCriterion = object({}, {
  type: closedCode('selectionCriterionType', SELECTION_CRITERION_TYPE),
  description: nonBlank(),
  minimum: nonBlank(),
  appliesTo: closedCodes('appliesTo', APPLIES_TO, 'unique', 'nonEmpty'),
  forReduction: flag(),
  numbers: list(CriterionNumber, 'unique', 'whole', 'nonEmpty'),
}, { minProperties: 1 });
export type SelectionCriterion = Static<typeof SelectionCriterion>;

/** Who may bid. */
export const SelectionCriteria = object({}, {
  criteria: list(SelectionCriterion, 'unique', 'whole', 'nonEmpty'),
  description: nonBlank(),
}, { minProperties: 1 });
export type SelectionCriteria = Static<typeof SelectionCriteria>;

/** A ground for exclusion. */
export const ExclusionCriterion = object({}, {
  type: nonBlank(),
  description: nonBlank(),
}, { minProperties: 1 });
export type ExclusionCriterion = Static<typeof ExclusionCriterion>;

/** Who may not bid. */
export const ExclusionGrounds = object({}, { criteria: list(ExclusionCriterion, 'unique', 'whole', 'nonEmpty') }, { minProperties: 1 });
export type ExclusionGrounds = Static<typeof ExclusionGrounds>;

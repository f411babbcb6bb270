import type { Static } from 'typebox';
import { Value } from '../schema/values.ts';
import { PARTICIPATION_FEE_TYPE } from './codelists.ts';
import { Period } from './documents.ts';
import { OrganizationReference } from './parties.ts';
import { text, nonBlank, requiredText, requiredNonBlank, dateTime, uri, flag, openCode, openCodes, closedCodes, list, object, ANY, NON_BLANK } from '../schema/parts.ts';

/** How buyer and tenderers communicate. */
export const Communication = object({}, {
  atypicalToolName: nonBlank(),
  atypicalToolUrl: uri(),
  noticePreferredPublicationDate: dateTime(),
  futureNoticeDate: dateTime(),
  invitationToConfirmInterestDispatchDate: dateTime(),
  documentAvailabilityPeriod: Period,
}, { minProperties: 1 });
export type Communication = Static<typeof Communication>;

/** A member of the jury of a design contest. */
export const JuryMember = object({}, { name: nonBlank() }, { minProperties: 1 });
export type JuryMember = Static<typeof JuryMember>;

/** A prize in a design contest. */
export const Prize = object({ id: requiredNonBlank({ versionId: true }) }, {
  description: nonBlank(),
  value: Value,
}, { minProperties: 1 });
export type Prize = Static<typeof Prize>;

/** The prizes of a design contest. */
export const Prizes = object({}, {
  description: nonBlank(),
  details: list(Prize, 'unique', 'nonEmpty'),
}, { minProperties: 1 });
export type Prizes = Static<typeof Prizes>;

/** A contest of designs, judged by a jury. */
export const DesignContest = object({}, {
  selectedParticipants: list(OrganizationReference, 'unique', 'nonEmpty'),
  hasPrizes: flag(),
  prizes: Prizes,
  rewardsDetails: nonBlank(),
  followUpContracts: flag(),
  bindingJuryDecision: flag(),
  juryMembers: list(JuryMember, 'unique', 'whole', 'nonEmpty'),
}, { minProperties: 1 });
export type DesignContest = Static<typeof DesignContest>;

/** An asset that the concession depends on. */
export const EssentialAsset = object({}, {
  description: nonBlank(),
  significance: nonBlank(),
  predominance: nonBlank(),
}, { minProperties: 1 });
export type EssentialAsset = Static<typeof EssentialAsset>;

/** Where rules on taxes, environment or work are found. */
export const LegislativeReference = object({}, {
  title: nonBlank(),
  url: uri(),
  informationService: OrganizationReference,
}, { minProperties: 1 });
export type LegislativeReference = Static<typeof LegislativeReference>;

/** What it costs to take part. */
export const ParticipationFee = object({ id: requiredText() }, {
  type: closedCodes('participationFeeType', PARTICIPATION_FEE_TYPE),
  value: Value,
  description: text(),
  methodOfPayment: openCodes('methodOfPayment', ANY, 'unique'),
});
export type ParticipationFee = Static<typeof ParticipationFee>;

/** Whom the purchase suits. */
export const Suitability = object({}, { sme: flag() }, { minProperties: 1 });
export type Suitability = Static<typeof Suitability>;

/** What the purchase does for sustainability. */
export const Sustainability = object({}, {
  description: nonBlank(),
  goal: openCode('sustainabilityGoal', { minLength: 1 }),
  strategies: openCodes('sustainabilityStrategy', NON_BLANK, 'unique', 'nonEmpty'),
}, { minProperties: 1 });
export type Sustainability = Static<typeof Sustainability>;

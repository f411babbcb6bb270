/**
 * What is said of a lot, of a group of lots, and of a part of a planned procurement. Places are relative to the lot in
 * `tender.lots`, the group in `tender.lotGroups`, or, for a part, to `tender` itself.
 */
import { CATEGORIES, DPS_TYPES, FRAMEWORK_METHODS } from '../codes/tables.ts';
import { textOf } from '../xml/element.ts';
import { find } from '../xml/path.ts';
import { momentIn } from './dates.ts';
import { isDraft, numbered, put } from './draft.ts';
import { ALL, L, LG, LP, PROCESS, PROJECT, TERMS } from './lot.paths.ts';
import { LOT_TERM_ROWS } from './lot-terms.rows.ts';
import { amount, by, code, days, field, indicator, mapped, mappedAll, number, text, when, whenIs, whenNot, type Row } from './row.ts';

const system = (list: string): string => `${PROCESS}/cac:ContractingSystem[cbc:ContractingSystemTypeCode/@listName='${list}']/cbc:ContractingSystemTypeCode`;

const identity: readonly Row[] = [
  field('BT-21', `${PROJECT}/cbc:Name`, 'title', text, ALL),
  by([['BT-22', `${PROJECT}/cbc:ID`]], ALL, (from, into) => {
    const id = textOf(find(from, `${PROJECT}/cbc:ID`));
    if (id !== null) put(into, 'identifiers[]', { id, scheme: 'internal' });
  }),
  field('BT-23', `${PROJECT}/cbc:ProcurementTypeCode[@listName='contract-nature'?]`, 'mainProcurementCategory', mapped(CATEGORIES), LP),
  field('BT-531', `${PROJECT}/cac:ProcurementAdditionalType[cbc:ProcurementTypeCode/@listName='contract-nature']/cbc:ProcurementTypeCode`, 'additionalProcurementCategories[]', mappedAll(CATEGORIES), LP),
  field('BT-24', `${PROJECT}/cbc:Description`, 'description', text, LG),
  field('BT-300', `${PROJECT}/cbc:Note`, 'description+', text, LG),
  field('BT-27', `${PROJECT}/cac:RequestedTenderTotal/cbc:EstimatedOverallContractAmount`, 'value', amount, LP),
  field('BT-27', `${PROJECT}/cac:RequestedTenderTotal/cbc:EstimatedOverallContractAmount`, 'maximumValue', amount, ['LotsGroup']),
  field('BT-726', `${PROJECT}/cbc:SMESuitableIndicator`, 'suitability.sme', indicator, ALL),
  field('BT-115', `${PROCESS}/cbc:GovernmentAgreementConstraintIndicator`, 'coveredBy[]', whenIs(['true'], 'GPA'), LP),
];

const duration: readonly Row[] = [
  when(['BT-536', null], `${PROJECT}/cac:PlannedPeriod`, ['cbc:StartDate', 'cbc:StartTime'], 'contractPeriod.startDate', 'start', LP),
  when(['BT-537', null], `${PROJECT}/cac:PlannedPeriod`, ['cbc:EndDate', 'cbc:EndTime'], 'contractPeriod.endDate', 'end', LP),
  field('BT-36', `${PROJECT}/cac:PlannedPeriod/cbc:DurationMeasure`, 'contractPeriod.durationInDays', days, LP),
  field('BT-538', `${PROJECT}/cac:PlannedPeriod/cbc:DescriptionCode`, 'contractPeriod.description', code, LP),
  field('BT-781', `${PROJECT}/cac:PlannedPeriod/cbc:Description`, 'contractPeriod.description+', text, L),
  field('BT-54', `${PROJECT}/cac:ContractExtension/cbc:OptionsDescription`, 'options.description', text, L),
  field('BT-58', `${PROJECT}/cac:ContractExtension/cbc:MaximumNumberNumeric`, 'renewal.maximumRenewals', number, L),
  field('BT-57', `${PROJECT}/cac:ContractExtension/cac:Renewal/cac:Period/cbc:Description`, 'renewal.description', text, L),
  by([], L, (_from, into) => {
    if (into['options'] !== undefined) put(into, 'hasOptions', true);
    if (isDraft(into['renewal'])) put(into, 'hasRenewal', into['renewal']['maximumRenewals'] !== 0);
  }),
  field('BT-94', `${TERMS}/cbc:RecurringProcurementIndicator`, 'hasRecurrence', indicator, L),
  field('BT-95', `${TERMS}/cbc:RecurringProcurementDescription`, 'recurrence.description', text, L),
];

const techniques: readonly Row[] = [
  field('BT-765', system('framework-agreement'), 'techniques.hasFrameworkAgreement', whenNot(['none'], true), LP),
  field('BT-765', system('framework-agreement'), 'techniques.frameworkAgreement.method', mapped(FRAMEWORK_METHODS), LP),
  field('BT-113', `${PROCESS}/cac:FrameworkAgreement/cbc:MaximumOperatorQuantity`, 'techniques.frameworkAgreement.maximumParticipants', number, L),
  field('BT-109', `${PROCESS}/cac:FrameworkAgreement/cbc:Justification`, 'techniques.frameworkAgreement.periodRationale', text, L),
  field('BT-111', `${PROCESS}/cac:FrameworkAgreement/cac:SubsequentProcessTenderRequirement[cbc:Name/text()='buyer-categories'?]/cbc:Description`, 'techniques.frameworkAgreement.buyerCategories', text, L),
  field('BT-271', `${PROJECT}/cac:RequestedTenderTotal/EXT/efbc:FrameworkMaximumAmount`, 'techniques.frameworkAgreement.value', amount, LG),
  field('BT-766', system('dps-usage'), 'techniques.hasDynamicPurchasingSystem', whenNot(['none'], true), LP),
  field('BT-766', system('dps-usage'), 'techniques.dynamicPurchasingSystem.type', mapped(DPS_TYPES), LP),
  field('BT-767', `${PROCESS}/cac:AuctionTerms/cbc:AuctionConstraintIndicator`, 'techniques.hasElectronicAuction', whenIs(['true'], true), L),
  field('BT-122', `${PROCESS}/cac:AuctionTerms/cbc:Description`, 'techniques.electronicAuction.description', text, L),
  field('BT-123', `${PROCESS}/cac:AuctionTerms/cbc:AuctionURI`, 'techniques.electronicAuction.url', code, L),
];

const periods: readonly Row[] = [
  when(['BT-13(d)', 'BT-13(t)'], `${PROCESS}/cac:AdditionalInformationRequestPeriod`, ['cbc:EndDate', 'cbc:EndTime'], 'enquiryPeriod.endDate', 'end', LP),
  when(['BT-630(d)', 'BT-630(t)'], `${PROCESS}/EXT/efac:InterestExpressionReceptionPeriod`, ['cbc:EndDate', 'cbc:EndTime'], 'tenderPeriod.endDate', 'end', L),
  when(['BT-1311(d)', 'BT-1311(t)'], `${PROCESS}/cac:ParticipationRequestReceptionPeriod`, ['cbc:EndDate', 'cbc:EndTime'], 'tenderPeriod.endDate', 'end', L),
  when(['BT-131(d)', 'BT-131(t)'], `${PROCESS}/cac:TenderSubmissionDeadlinePeriod`, ['cbc:EndDate', 'cbc:EndTime'], 'tenderPeriod.endDate', 'end', L),
  when(['BT-130', null], `${PROCESS}/cac:InvitationSubmissionPeriod`, ['cbc:StartDate', 'cbc:StartTime'], 'secondStage.invitationDate', 'start', L),
  when(['BT-631', null], `${PROCESS}/cac:ParticipationInvitationPeriod`, ['cbc:StartDate', 'cbc:StartTime'], 'communication.invitationToConfirmInterestDispatchDate', 'start', L),
  by([['BT-132(d)', `${PROCESS}/cac:OpenTenderEvent/cbc:OccurrenceDate`], ['BT-132(t)', `${PROCESS}/cac:OpenTenderEvent/cbc:OccurrenceTime`]], L, (from, into, { zone }) => {
    const date = momentIn(find(from, `${PROCESS}/cac:OpenTenderEvent`), 'cbc:OccurrenceDate', 'cbc:OccurrenceTime', 'start', zone);
    put(into, 'awardPeriod.startDate', date);
    put(into, 'bidOpening.date', date);
  }),
  field('BT-133', `${PROCESS}/cac:OpenTenderEvent/cac:OccurenceLocation/cbc:Description`, 'bidOpening.location.description', text, L),
  field('BT-134', `${PROCESS}/cac:OpenTenderEvent/cbc:Description`, 'bidOpening.description', text, L),
  by([['BT-78', `${TERMS}/cbc:LatestSecurityClearanceDate`]], L, (from, into, { zone }) => {
    const dueDate = momentIn(find(from, TERMS), 'cbc:LatestSecurityClearanceDate', '', 'end', zone);
    if (dueDate !== undefined) numbered(into, 'milestones', { type: 'securityClearanceDeadline', dueDate });
  }),
];

export const LOT_ROWS: readonly Row[] = [...identity, ...duration, ...techniques, ...periods, ...LOT_TERM_ROWS];

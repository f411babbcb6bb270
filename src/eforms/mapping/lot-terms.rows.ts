/** Terms of a lot: who may take part and how, by what it is decided, and what the contract will ask. */
import { lookup } from '../codes/lookup.ts';
import { NUMBER_FIXED, NUMBER_THRESHOLDS, NUMBER_WEIGHTS, PERMISSIONS, RESERVED, selectionKind } from '../codes/tables.ts';
import { label, languageCode, type CodeList } from '../codes/labels.ts';
import { textOf, type Element } from '../xml/element.ts';
import { find, findAll } from '../xml/path.ts';
import { put, type Draft } from './draft.ts';
import { L, LG, LP, PROCESS, TERMS } from './lot.paths.ts';
import { TED_AWARD_CRITERION_ROWS, TED_SELECTION_CRITERION_ROWS } from './ted.rows.ts';
import { amount, by, code, codes, days, each, field, indicator, mapped, mappedAll, number, percent, text, whenIs, type Reader, type Reading, type Row } from './row.ts';

const AWARDING = `${TERMS}/cac:AwardingTerms`;
const CRITERION = `${AWARDING}/cac:AwardingCriterion`;
const QUALIFICATION = `${TERMS}/cac:TendererQualificationRequest`;
const execution = (list: string): string => `${TERMS}/cac:ContractExecutionRequirement[cbc:ExecutionRequirementCode/@listName='${list}']`;
const strategic = (list: string): string => `${TERMS}/EXT/efac:StrategicProcurement[efbc:ApplicableLegalBasis/@listName='${list}']`;
const subcontracting = (child: string, lenient = ''): string =>
  `${TERMS}/cac:AllowedSubcontractTerms[cbc:SubcontractingConditionsCode/@listName='subcontracting-obligation'${lenient}]/${child}`;
const requirement = (list: string, child: string, lenient = ''): string =>
  `${QUALIFICATION}[not(cbc:CompanyLegalFormCode)]/cac:SpecificTendererRequirement[cbc:TendererRequirementTypeCode/@listName='${list}'${lenient}]/${child}`;

const languages: Reader = (found) => codes(found).map(languageCode);
const labelled = (list: CodeList): Reader => (found) => {
  const written = code(found);
  return written === undefined ? undefined : (label(list, written) ?? written);
};
const oneOf = (values: Readonly<Record<string, boolean>>): Reader => (found) => lookup(values, code(found));

/** A number linked to a criterion, and what kind of number it is: term of the number, term of its kind, list, place, codes. */
type NumberTerms = readonly (readonly [string, string, string, string, Readonly<Record<string, string>>])[];
const AWARD_NUMBERS: NumberTerms = [
  ['BT-541#WeightNumber', 'BT-5421', 'number-weight', 'weight', NUMBER_WEIGHTS],
  ['BT-541#FixedNumber', 'BT-5422', 'number-fixed', 'fixed', NUMBER_FIXED],
  ['BT-541#ThresholdNumber', 'BT-5423', 'number-threshold', 'threshold', NUMBER_THRESHOLDS],
];
const SELECTION_NUMBERS: NumberTerms = [
  ['BT-752#WeightNumber', 'BT-7531', 'number-weight', 'weight', NUMBER_WEIGHTS],
  ['BT-752#ThresholdNumber', 'BT-7532', 'number-threshold', 'threshold', NUMBER_THRESHOLDS],
];

function numberRow(at: string, [of, term]: readonly [string, string], list: string, to: string, table: Readonly<Record<string, string>>, on: readonly string[]): Row {
  return each(`${at}[efbc:ParameterCode/@listName='${list}']`, 'numbers', [
    field(of, 'efbc:ParameterNumeric', 'number', number, on),
    field(term, 'efbc:ParameterCode', to, mapped(table), on),
  ], on);
}

const secondStage: readonly Row[] = [
  field('BT-50', `${PROCESS}/cac:EconomicOperatorShortList/cbc:MinimumQuantity`, 'secondStage.minimumCandidates', number, L),
  field('BT-51', `${PROCESS}/cac:EconomicOperatorShortList/cbc:MaximumQuantity`, 'secondStage.maximumCandidates', number, L),
  field('BT-52', `${PROCESS}/cbc:CandidateReductionConstraintIndicator`, 'secondStage.successiveReduction', indicator, L),
  field('BT-120', `${AWARDING}/cbc:NoFurtherNegotiationIndicator`, 'secondStage.noNegotiationNecessary', indicator, L),
];

const submission: readonly Row[] = [
  field('BT-17', `${PROCESS}/cbc:SubmissionMethodCode[@listName='esubmission'?]`, 'submissionTerms.electronicSubmissionPolicy', mapped(PERMISSIONS), L),
  field('BT-19', `${PROCESS}/cac:ProcessJustification/cbc:ProcessReasonCode[@listName='no-esubmission-justification']`, 'submissionTerms.nonElectronicSubmission.rationale', labelled('communication-justification'), L),
  field('BT-18', `${TERMS}/cac:TenderRecipientParty/cbc:EndpointID`, 'submissionMethodDetails', code, L),
  field('BT-745', `${PROCESS}/cac:ProcessJustification/cbc:Description`, 'submissionMethodDetails+', text, L),
  field('BT-771', requirement('missing-info-submission', 'cbc:TendererRequirementTypeCode'), 'submissionMethodDetails+', labelled('missing-info-submission'), L),
  field('BT-772', requirement('missing-info-submission', 'cbc:Description', '?'), 'submissionMethodDetails+', text, L),
  field('BT-97', `${TERMS}/cac:Language/cbc:ID`, 'submissionTerms.languages[]', languages, L),
  field('BT-98', `${TERMS}/cac:TenderValidityPeriod/cbc:DurationMeasure`, 'submissionTerms.bidValidityPeriod.durationInDays', days, L),
  field('BT-63', `${TERMS}/cbc:VariantConstraintCode`, 'submissionTerms.variantPolicy', mapped(PERMISSIONS), L),
  field('BT-769', `${TERMS}/cbc:MultipleTendersCode`, 'submissionTerms.multipleBidsAllowed', (found) => code(found) === 'allowed', L),
  field('BT-75', `${TERMS}/cac:RequiredFinancialGuarantee/cbc:Description`, 'submissionTerms.depositsGuarantees', text, L),
  field('BT-744', `${execution('esignature-submission')}/cbc:ExecutionRequirementCode`, 'submissionTerms.advancedElectronicSignatureRequired', indicator, L),
  field('BT-764', `${execution('ecatalog-submission')}/cbc:ExecutionRequirementCode`, 'submissionTerms.electronicCatalogPolicy', mapped(PERMISSIONS), L),
  field('BT-651', `${TERMS}/EXT/efac:TenderSubcontractingRequirements/efbc:TenderSubcontractingRequirementsCode`, 'submissionTerms.subcontractingClauses[]', codes, L),
  field('BT-632', `${PROCESS}/EXT/efbc:AccessToolName`, 'communication.atypicalToolName', code, LP),
  field('BT-124', `${PROCESS}/cbc:AccessToolsURI`, 'communication.atypicalToolUrl', code, LP),
];

const criteria: readonly Row[] = [
  field('BT-543', `${CRITERION}/cbc:CalculationExpression`, 'awardCriteria.weightingDescription', text, LG),
  field('BT-733', `${CRITERION}/cbc:Description`, 'awardCriteria.orderRationale', text, LG),
  each(`${CRITERION}/cac:SubordinateAwardingCriterion`, 'awardCriteria.criteria', [
    field('BT-539', "cbc:AwardingCriterionTypeCode[@listName='award-criterion-type'?]", 'type', code, LG),
    field('BT-734', 'cbc:Name', 'name', text, LG),
    field('BT-540', 'cbc:Description', 'description', text, LG),
    ...TED_AWARD_CRITERION_ROWS,
    ...AWARD_NUMBERS.map(([of, term, list, to, table]) => numberRow('EXT/efac:AwardCriterionParameter', [of, term], list, to, table, LG)),
  ], LG),
  each(`${TERMS}/EXT/efac:SelectionCriteria`, 'selectionCriteria.criteria', [
    field('BT-809', 'cbc:TendererRequirementTypeCode', 'type', (found) => selectionKind(code(found) ?? ''), L),
    field('BT-750', 'cbc:Description', 'description', text, L),
    field('BT-40', 'efbc:SecondStageIndicator', 'forReduction', indicator, L),
    ...TED_SELECTION_CRITERION_ROWS,
    ...SELECTION_NUMBERS.map(([of, term, list, to, table]) => numberRow('efac:CriterionParameter', [of, term], list, to, table, L)),
  ], L),
  field('BT-821', requirement('selection-criteria-source', 'cbc:TendererRequirementTypeCode'), 'selectionCriteria.sources[]', codes, L),
];

const contractTerms: readonly Row[] = [
  field('BT-70', `${execution('conditions')}/cbc:Description`, 'contractTerms.performanceTerms', text, L),
  field('BT-77', `${TERMS}/cac:PaymentTerms/cbc:Note`, 'contractTerms.financialTerms', text, L),
  field('BT-76', `${QUALIFICATION}[not(cac:SpecificTendererRequirement)]/cbc:CompanyLegalForm`, 'contractTerms.tendererLegalForm', text, L),
  field('BT-92', `${TERMS}/cac:PostAwardProcess/cbc:ElectronicOrderUsageIndicator`, 'contractTerms.hasElectronicOrdering', indicator, L),
  field('BT-93', `${TERMS}/cac:PostAwardProcess/cbc:ElectronicPaymentUsageIndicator`, 'contractTerms.hasElectronicPayment', indicator, L),
  field('BT-743', `${execution('einvoicing')}/cbc:ExecutionRequirementCode`, 'contractTerms.electronicInvoicingPolicy', mapped(PERMISSIONS), L),
  field('BT-736', `${execution('reserved-execution')}/cbc:ExecutionRequirementCode`, 'contractTerms.reservedExecution', oneOf({ yes: true, no: false }), LP),
  field('BT-801', `${execution('nda')}/cbc:ExecutionRequirementCode`, 'contractTerms.hasNonDisclosureAgreement', indicator, L),
  field('BT-802', `${execution('nda')}/cbc:Description`, 'contractTerms.nonDisclosureAgreement', text, L),
  each(execution('customer-service'), 'contractTerms.customerServices', [
    field('OPT-071', 'cbc:ExecutionRequirementCode', 'type', code, L),
    field('OPT-071', 'cbc:ExecutionRequirementCode', 'name', labelled('customer-service'), L),
    field('OPT-072', 'cbc:Description', 'description', text, L),
  ], L),
  field('BT-717', `${strategic('cvd-scope')}/efbc:ApplicableLegalBasis`, 'coveredBy[]', whenIs(['true'], 'EU-CVD'), L),
  field('BT-681', `${execution('fsr')}/cbc:ExecutionRequirementCode`, 'coveredBy[]', whenIs(['true'], 'EU-FSR'), L),
  field('BT-99', `${TERMS}/cac:AppealTerms/cac:PresentationPeriod/cbc:Description`, 'reviewDetails', text, L),
  field('BT-65', subcontracting('cbc:SubcontractingConditionsCode'), 'subcontractingTerms.description', labelled('subcontracting-obligation'), L),
  field('BT-64', subcontracting('cbc:MinimumPercent', '?'), 'subcontractingTerms.competitiveMinimumPercentage', percent, L),
  field('BT-729', subcontracting('cbc:MaximumPercent', '?'), 'subcontractingTerms.competitiveMaximumPercentage', percent, L),
];

const otherRequirements: readonly Row[] = [
  field('BT-71', requirement('reserved-procurement', 'cbc:TendererRequirementTypeCode'), 'otherRequirements.reservedParticipation[]', mappedAll(RESERVED), LP),
  field('BT-79', `${TERMS}/cbc:RequiredCurriculaCode`, 'otherRequirements.requiresStaffNamesAndQualifications', oneOf({ 'par-requ': true, 't-requ': true, 'not-requ': false }), L),
  field('BT-732', `${TERMS}/cac:SecurityClearanceTerm/cbc:Description`, 'otherRequirements.securityClearance', text, L),
];

const contest: readonly Row[] = [
  field('BT-41', `${AWARDING}/cbc:FollowupContractIndicator`, 'designContest.followUpContracts', indicator, L),
  field('BT-42', `${AWARDING}/cbc:BindingOnBuyerIndicator`, 'designContest.bindingJuryDecision', indicator, L),
  by([['BT-44', `${AWARDING}/cac:Prize/cbc:RankCode`], ['BT-644', `${AWARDING}/cac:Prize/cbc:ValueAmount`], ['BT-45', `${AWARDING}/cac:Prize/cbc:Description`]], L, readPrizes),
  field('BT-46', `${AWARDING}/cac:TechnicalCommitteePerson/cbc:FamilyName`, 'designContest.juryMembers[]', (found) => codes(found).map((name) => ({ name })), L),
];

/** The place in the list is the rank; prizes without one come after those that have it. */
function readPrizes(from: Element, into: Draft, reading: Reading): void {
  const prizes = findAll(from, `${AWARDING}/cac:Prize`).toSorted((a, b) => rankOf(a) - rankOf(b)).map((prize, index) => {
    const made: Draft = { id: String(index) };
    put(made, 'description', text(findAll(prize, 'cbc:Description'), reading));
    put(made, 'value', amount(findAll(prize, 'cbc:ValueAmount')));
    return made;
  });
  if (prizes.length > 0) put(into, 'designContest.prizes.details', prizes);
}

function rankOf(prize: Element): number {
  const rank = Number(textOf(find(prize, 'cbc:RankCode')) ?? Number.NaN);
  return Number.isFinite(rank) ? rank : Number.MAX_SAFE_INTEGER;
}

export const LOT_TERM_ROWS: readonly Row[] = [...secondStage, ...submission, ...criteria, ...contractTerms, ...otherRequirements, ...contest];

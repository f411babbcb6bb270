/**
 * Rows for what TED XML says and eForms has no term for (elements with the prefix `ted:`, described in ../ted/extras.ts), by
 * the TED guidance of OCDS for the European Union. What is named here nowhere has no place in a release.
 */
import { lookup } from '../codes/lookup.ts';
import { textOf, type Element } from '../xml/element.ts';
import { find, findAll } from '../xml/path.ts';
import { moment } from './dates.ts';
import { numbered, put, type Draft } from './draft.ts';
import { PROCESS, PROJECT, TERMS } from './lot.paths.ts';
import { party } from './parties.ts';
import type { Remarks } from './remarks.ts';
import { amount, by, days, field, indicator, number, text, type Reader, type Row } from './row.ts';

const FRAMEWORK = `${PROCESS}/cac:FrameworkAgreement`;
const SHORT_LIST = `${PROCESS}/cac:EconomicOperatorShortList`;
const AMOUNT_IN = (low: string, high: string, to: string): Row[] => [
  extra(low, `${to}minValue`, amount),
  extra(high, `${to}value`, amount),
];
const join: Reader = (found) => found.flatMap((one) => textOf(one) ?? []).join('\n') || undefined;

/** A row that no term of the SDK stands for. */
function extra(at: string, to: string, read: Reader): Row {
  return { ...field('', at, to, read, []), terms: [] };
}

/** Of the notice; places are relative to the release. */
export const TED_NOTICE_ROWS: readonly Row[] = [
  ...AMOUNT_IN(`${PROJECT}/ted:EstimatedValueLow`, `${PROJECT}/ted:EstimatedValueHigh`, 'tender.'),
  extra(`${PROJECT}/ted:CalculationMethod`, 'tender.valueCalculationMethod', text),
  extra(`${TERMS}/cac:LotDistribution/ted:LotCombination`, 'tender.lotDetails.awardCriteriaDetails', text),
  by([], [], (from, into) => {
    const coded = findAll(from, `${PROCESS}/cac:ProcessJustification[cbc:ProcessReasonCode/@listName='direct-award-justification']/cbc:ProcessReasonCode`).some((one) => textOf(one) !== null);
    if (!coded) for (const one of findAll(from, REASONS)) put(into, 'tender.procurementMethodRationaleClassifications[]', { id: textOf(one) ?? '', scheme: 'TED_PT_AWARD_CONTRACT_WITHOUT_CALL' });
  }),
  by([], [], (from, into) => {
    const named = textOf(find(from, `${PROCESS}/ted:Procedure`));
    const known = lookup(PROCEDURES, named);
    if (known === undefined || find(from, `${PROCESS}/cbc:ProcedureCode`) !== undefined) return;
    put(into, 'tender.procurementMethod', known.method);
    put(into, 'tender.procurementMethodDetails', known.details);
  }),
];

/** A reason that no code of eForms stands for, by the name that it has in TED. */
const REASONS = `${PROCESS}/cac:ProcessJustification/ted:DirectAwardReason`;

/** Procedures of the concession forms, which no code of BT-105 stands for. */
const PROCEDURES: Readonly<Record<string, { readonly method: string; readonly details: string }>> = {
  PT_AWARD_CONTRACT_WITH_PRIOR_PUBLICATION: { method: 'selective', details: 'Concession award procedure with prior publication of a concession notice' },
};

/** Of a lot. */
export const TED_LOT_ROWS: readonly Row[] = [
  ...AMOUNT_IN(`${PROJECT}/ted:ValueLow`, `${PROJECT}/ted:ValueHigh`, ''),
  extra(`${PROJECT}/cac:ContractExtension/ted:Options`, 'hasOptions', indicator),
  extra(`${PROJECT}/cac:ContractExtension/ted:Renewal`, 'hasRenewal', indicator),
  extra(`${FRAMEWORK}/ted:FrameworkDuration`, 'techniques.frameworkAgreement.period.durationInDays', days),
  extra(`${FRAMEWORK}/ted:FrameworkValueHigh`, 'techniques.frameworkAgreement.value', amount),
  extra(`${FRAMEWORK}/ted:FrameworkValue`, 'techniques.frameworkAgreement.value', amount),
  extra(`${SHORT_LIST}/ted:EnvisagedCandidates`, 'secondStage.minimumCandidates', number),
  extra(`${SHORT_LIST}/ted:EnvisagedCandidates`, 'secondStage.maximumCandidates', number),
  extra(`${SHORT_LIST}/ted:CandidateCriteria`, 'otherRequirements.reductionCriteria', join),
  by([], [], (from, into, { zone }) => {
    put(into, 'submissionTerms.bidValidityPeriod.endDate', moment(textOf(find(from, `${TERMS}/cac:TenderValidityPeriod/ted:ValidUntil`)), null, 'end', zone));
    put(into, 'awardPeriod.startDate', moment(textOf(find(from, `${PROCESS}/ted:AwardStart`)), null, 'start', zone));
  }),
];

/** Within an award criterion: a weight that is no number, as written. */
export const TED_AWARD_CRITERION_ROWS: readonly Row[] = [extra('ted:Weighting', 'description+', text)];
/** Within a selection criterion. */
export const TED_SELECTION_CRITERION_ROWS: readonly Row[] = [extra('ted:Minimum', 'minimum', text)];

const NO_AWARD: Readonly<Record<string, string>> = { PROCUREMENT_UNSUCCESSFUL: 'unsuccessful', PROCUREMENT_DISCONTINUED: 'discontinued' };

/** Of a result. */
export const TED_AWARD_ROWS: readonly Row[] = [
  extra('ted:Title', 'title', text),
  extra('ted:EstimatedValue', 'estimatedValue', amount),
  extra('ted:NoAwardReason', 'statusDetails', (found) => lookup(NO_AWARD, textOf(found[0]))),
];

/** What stands beside the fields: who is bought for, totals as a range, values that include VAT. */
export function readTedExtras(notice: Element, release: Draft, remarks: Remarks): void {
  for (const one of findAll(notice, 'ted:BoughtFor')) {
    const id = textOf(one);
    // In OCDS the buyer is who pays; who runs the procurement for others is the procuring entity.
    if (id !== null) party(release, id, 'buyer');
  }
  const result = find(notice, 'EXT/efac:NoticeResult');
  if (result === undefined) return;
  for (const [name, measure] of [['ted:TotalValueLow', 'lowestValidBidValue'], ['ted:TotalValueHigh', 'highestValidBidValue']] as const) {
    const one = find(result, name);
    const value = one === undefined ? undefined : number([one]);
    if (value !== undefined) numbered(release, 'bids.statistics', { measure, value, currency: one?.attributes['currencyID'] ?? '' });
  }
  for (const tender of findAll(result, 'efac:LotTender')) {
    const rate = textOf(find(tender, 'ted:VatRate'));
    const value = textOf(find(tender, 'cac:LegalMonetaryTotal/cbc:PayableAmount'));
    if (rate !== null && value !== null) remarks.add('awards/value', value, value, `the value includes VAT at ${rate} percent; values elsewhere are without`);
  }
}

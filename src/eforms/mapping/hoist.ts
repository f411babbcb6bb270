/** What is said once for all lots belongs to the tender. */
import { draftsIn, isDraft, type Draft } from './draft.ts';

/**
 * Fields that TED's forms state once for the whole procedure and that eForms repeats for every lot. Source: TED guidance of
 * OCDS for the European Union, which maps them to the tender.
 */
const OF_THE_WHOLE = [
  'techniques', 'coveredBy', 'secondStage', 'communication', 'awardPeriod', 'bidOpening', 'tenderPeriod', 'enquiryPeriod', 'contractTerms', 'otherRequirements',
  'selectionCriteria', 'reviewDetails', 'recurrence', 'hasRecurrence', 'designContest', 'submissionMethodDetails', 'submissionTerms', 'subcontractingTerms',
];
/** Of eForms these alone are copied: what a list of tenders shows. */
const SHOWN = ['tenderPeriod', 'enquiryPeriod'];
const FLAGS = ['hasFrameworkAgreement', 'hasDynamicPurchasingSystem', 'hasElectronicAuction'];

/** Moves to the tender what every lot says alike: for notices whose form said it once. */
export function hoist(release: Draft): void {
  const { tender, lots } = partsOf(release);
  for (const name of OF_THE_WHOLE) {
    const shared = sharedValue(lots, name);
    if (shared === undefined || tender[name] !== undefined && !isDraft(tender[name])) continue;
    tender[name] = isDraft(tender[name]) && isDraft(shared) ? { ...shared, ...tender[name] } : shared;
    for (const lot of lots) delete lot[name];
  }
}

/** Copies to the tender the times that all lots have in common, and says there which techniques any of them uses. */
export function summarise(release: Draft): void {
  const { tender, lots } = partsOf(release);
  for (const name of SHOWN) {
    const shared = sharedValue(lots, name);
    if (shared !== undefined) tender[name] ??= structuredClone(shared);
  }
  for (const flag of FLAGS) {
    if (!lots.some((lot) => isDraft(lot['techniques']) && lot['techniques'][flag] === true)) continue;
    const techniques = isDraft(tender['techniques']) ? tender['techniques'] : {};
    tender['techniques'] = { ...techniques, [flag]: true };
  }
}

function partsOf(release: Draft): { tender: Draft; lots: Draft[] } {
  const tender = isDraft(release['tender']) ? release['tender'] : {};
  return { tender, lots: draftsIn(tender['lots']) };
}

function sharedValue(lots: readonly Draft[], name: string): Draft[string] {
  const [first, ...others] = lots;
  const value = first?.[name];
  if (value === undefined || others.length === 0) return value;
  const text = JSON.stringify(value);
  return others.every((lot) => JSON.stringify(lot[name]) === text) ? value : undefined;
}

/** How the purchase is made: method, criteria, framework agreement, dynamic purchasing system, number of bids. */
import type { JsonObject } from '#base';
import { label } from '#eforms';
import { amount, count, isTrue, object, objects, text, textList, wording } from './dirty.ts';
import { PROCEDURES, type CriterionView, type FrameworkView, type ProcedureCode, type ProcedureView } from './process-details.view.ts';

/**
 * @param release compiled, or of one notice. European notices say criteria and techniques for each lot; a tender without
 *   lots says them itself.
 */
export function readProcedure(release: JsonObject): ProcedureView {
  const tender = object(release['tender']);
  const parts = [tender, ...objects(tender['lots'])];
  const techniques = parts.map((part) => object(part['techniques']));
  const details = text(tender['procurementMethodDetails']);
  const { isAccelerated, acceleratedRationale } = object(tender['procedure']);
  return {
    code: codeOf(details),
    method: text(tender['procurementMethod']),
    methodDetails: details,
    rationale: wording(tender, 'procurementMethodRationale'),
    reasons: objects(tender['procurementMethodRationaleClassifications']).flatMap((reason) => {
      const [code, description] = [text(reason['id']), text(reason['description'])];
      return code === null && description === null ? [] : [{ code, description }];
    }),
    isAccelerated: isTrue(isAccelerated),
    acceleration: text(acceleratedRationale),
    isUnderFramework: objects(release['relatedProcesses']).some((related) => textList(related['relationship']).includes('framework')),
    category: text(tender['mainProcurementCategory']),
    awardCriteria: text(tender['awardCriteria']),
    awardCriteriaDetails: text(tender['awardCriteriaDetails']),
    criteria: readCriteria(parts, 'awardCriteria'),
    selection: readCriteria(parts, 'selectionCriteria'),
    eligibility: text(tender['eligibilityCriteria']),
    submission: textList(tender['submissionMethod']),
    submissionDetails: text(tender['submissionMethodDetails']),
    tenderers: numberOfTenderers(tender, object(release['bids'])),
    framework: readFramework(techniques),
    dynamicPurchasingSystem: readDynamicPurchasingSystem(techniques),
    electronicAuction: techniques.some((technique) => isTrue(technique['hasElectronicAuction'])),
  };
}

/** Where OCDS for eForms writes a name of its own in place of the list's label. */
const OCDS_NAMES: readonly (readonly [string, ProcedureCode])[] = [['Open procedure', 'open'], ['Restricted procedure', 'restricted']];
const BY_NAME: ReadonlyMap<string, ProcedureCode> = new Map([
  ...PROCEDURES.map((code) => [label('procurement-procedure-type', code) ?? code, code] as const), ...OCDS_NAMES,
]);

/** OCDS has no place for the code itself, only for what it is called in English. */
function codeOf(details: string | null): ProcedureCode | null {
  return BY_NAME.get(details ?? '') ?? null;
}

function numberOfTenderers(tender: JsonObject, bids: JsonObject): string | null {
  const stated = count(tender['numberOfTenderers']);
  if (stated !== null) return stated;
  const measured = objects(bids['statistics']).filter((entry) => text(entry['measure']) === 'tenderers');
  if (measured.length === 1) return count(measured[0]?.['value']);
  const listed = objects(tender['tenderers']).length;
  return listed === 0 ? null : String(listed);
}

/** The same criteria repeated for every lot are shown once. */
export function readCriteria(parts: readonly JsonObject[], field: string): readonly CriterionView[] {
  const found = parts.flatMap((part) => objects(object(part[field])['criteria'])).map((raw) => ({
    type: text(raw['type']),
    name: text(raw['name']),
    description: text(raw['description']),
    weight: objects(raw['numbers']).map(weightOf).find((weight) => weight !== null) ?? null,
  }));
  return [...new Map(found.map((criterion) => [JSON.stringify(criterion), criterion])).values()]
    .filter((criterion) => criterion.name !== null || criterion.description !== null || criterion.type !== null);
}

/** A percentage says so; every other number stands as written. */
function weightOf(entry: JsonObject): string | null {
  const number = text(entry['number']);
  const isPercentage = text(entry['weight'])?.startsWith('percentage') === true;
  return number !== null && isPercentage ? `${number}\u00a0%` : number;
}

function readFramework(techniques: readonly JsonObject[]): FrameworkView | null {
  const found = techniques.find((technique) => isTrue(technique['hasFrameworkAgreement']));
  if (found === undefined) return null;
  const agreement = object(found['frameworkAgreement']);
  return {
    method: text(agreement['method']),
    maximumParticipants: count(agreement['maximumParticipants']),
    maximumValue: amount(agreement['value']),
    buyerCategories: text(agreement['buyerCategories']),
  };
}

function readDynamicPurchasingSystem(techniques: readonly JsonObject[]): string | null {
  const found = techniques.find((technique) => isTrue(technique['hasDynamicPurchasingSystem']));
  return found === undefined ? null : text(object(found['dynamicPurchasingSystem'])['type']) ?? 'yes';
}

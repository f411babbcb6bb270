/** How the purchase is made: method, criteria, framework agreement, dynamic purchasing system, number of bids. */
import type { JsonObject } from '#base';
import { amount, count, isTrue, object, objects, text, textList } from './dirty.ts';
import type { CriterionView, FrameworkView, ProcedureView } from './process-details.view.ts';

/** European notices say criteria and techniques for each lot; a tender without lots says them itself. */
export function readProcedure(tender: JsonObject, bids: JsonObject): ProcedureView {
  const parts = [tender, ...objects(tender['lots'])];
  const techniques = parts.map((part) => object(part['techniques']));
  return {
    method: text(tender['procurementMethod']),
    methodDetails: text(tender['procurementMethodDetails']),
    rationale: text(tender['procurementMethodRationale']),
    category: text(tender['mainProcurementCategory']),
    awardCriteria: text(tender['awardCriteria']),
    awardCriteriaDetails: text(tender['awardCriteriaDetails']),
    criteria: readCriteria(parts, 'awardCriteria'),
    selection: readCriteria(parts, 'selectionCriteria'),
    eligibility: text(tender['eligibilityCriteria']),
    submission: textList(tender['submissionMethod']),
    submissionDetails: text(tender['submissionMethodDetails']),
    tenderers: numberOfTenderers(tender, bids),
    framework: readFramework(techniques),
    dynamicPurchasingSystem: readDynamicPurchasingSystem(techniques),
    electronicAuction: techniques.some((technique) => isTrue(technique['hasElectronicAuction'])),
  };
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
function readCriteria(parts: readonly JsonObject[], field: string): readonly CriterionView[] {
  const found = parts.flatMap((part) => objects(object(part[field])['criteria'])).map((raw) => ({
    type: text(raw['type']),
    name: text(raw['name']),
    description: text(raw['description']),
    weight: objects(raw['numbers']).flatMap((entry) => text(entry['number']) ?? []).at(0) ?? null,
  }));
  return [...new Map(found.map((criterion) => [JSON.stringify(criterion), criterion])).values()]
    .filter((criterion) => criterion.name !== null || criterion.description !== null || criterion.type !== null);
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

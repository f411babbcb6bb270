import type { Json, JsonObject } from '#base';
import { CPV, type CpvCode } from './cpv.ts';
import { asciiName } from './process.ts';
import { buyerName, capital, type Purchase } from './purchase.ts';
import { CRITERIA, KINDS } from './kinds.ts';
import type { Chance } from './random.ts';

export interface Lot {
  readonly id: string;
  readonly title: string;
  readonly value: number;
}

/** What the notice says and later releases repeat. Dates are instants. */
export interface Terms {
  readonly status: string;
  readonly lots: readonly Lot[];
  readonly start?: string;
  readonly deadline?: string;
  readonly applications?: string;
  readonly contract?: { readonly start: string; readonly end: string; readonly latest: string | null };
  /** Index of the set of award criteria. */
  readonly criteria: number;
  readonly techniques?: JsonObject;
  readonly statusDetails?: string;
}

export const dkk = (amount: number): JsonObject => ({ amount, currency: 'DKK' });

/** Divides the purchase where it divides naturally and is large enough; the values of the lots add up to its value. */
export function divide(purchase: Purchase, chances: Chance): readonly Lot[] {
  const parts = purchase.subject.lots;
  if (!parts || !KINDS[purchase.kind].eu || purchase.value < 2_500_000 || !chances.percent(65)) {
    return [{ id: 'LOT-0001', title: purchase.title, value: purchase.value }];
  }
  const first = parts.slice(0, -1).map(([, share]) => Math.round((purchase.value * share) / 100 / 10_000) * 10_000);
  const last = purchase.value - first.reduce((sum, value) => sum + value, 0);
  return parts.map(([title], i) => ({ id: `LOT-${String(i + 1).padStart(4, '0')}`, title, value: first[i] ?? last }));
}

export function tenderSection(purchase: Purchase, reference: JsonObject, terms: Terms): JsonObject {
  const kind = KINDS[purchase.kind];
  const host = `https://udbud.${asciiName(buyerName(purchase.buyer))}.example/${purchase.key}`;
  const contractPeriod = periodOf(terms);
  return {
    id: `DEMO-${purchase.key}`,
    title: purchase.title,
    description: purchase.description,
    status: terms.status,
    ...(terms.statusDetails === undefined ? {} : { statusDetails: terms.statusDetails }),
    procuringEntity: reference,
    items: items(purchase, terms.lots),
    value: dkk(purchase.value),
    procurementMethod: kind.method,
    procurementMethodDetails: kind.details,
    mainProcurementCategory: purchase.subject.category ?? 'services',
    ...(kind.eu ? { legalBasis: { scheme: 'CELEX', id: '32014L0024' }, coveredBy: ['GPA'] } : {}),
    awardCriteria: 'ratedCriteria',
    awardCriteriaDetails: criteriaOf(terms).map(([, name, weight]) => `${name} ${weight} %`).join(', '),
    submissionMethod: ['electronicSubmission'],
    submissionMethodDetails: host,
    ...(terms.start === undefined || terms.deadline === undefined ? {} : { tenderPeriod: { startDate: terms.start, endDate: terms.deadline } }),
    ...(terms.applications === undefined
      ? {}
      : { milestones: [{ id: 'applications', title: 'Frist for ansøgning om deltagelse', type: 'preProcurement', dueDate: terms.applications, status: 'scheduled' }] }),
    ...(contractPeriod === undefined ? {} : { contractPeriod }),
    ...(terms.techniques === undefined ? {} : { techniques: terms.techniques }),
    lots: terms.lots.map((lot) => lotSection(purchase, lot, terms)),
    documents: [{ id: 'notice', documentType: 'tenderNotice', title: kind.eu ? 'Udbudsbekendtgørelse' : 'Annonce', url: host, format: 'text/html', language: 'da' }],
  };
}

/** One item for each lot, classified with the subject's main CPV code. */
export function items(purchase: Purchase, lots: readonly Lot[]): readonly JsonObject[] {
  const [main, ...others] = purchase.subject.cpv;
  return lots.map((lot, i) => ({
    id: String(i + 1),
    description: lot.title === purchase.title ? capital(purchase.subject.titles[0]) : lot.title,
    classification: cpv(main),
    ...(others.length > 0 ? { additionalClassifications: others.map(cpv) } : {}),
    relatedLot: lot.id,
  }));
}

function cpv(code: CpvCode): JsonObject {
  return { scheme: 'CPV', id: code, description: CPV[code] };
}

function criteriaOf(terms: Terms): (typeof CRITERIA)[number] {
  return CRITERIA[terms.criteria] ?? [];
}

function periodOf({ contract }: Terms): JsonObject | undefined {
  if (!contract) return undefined;
  return { startDate: contract.start, endDate: contract.end, ...(contract.latest === null ? {} : { maxExtentDate: contract.latest }) };
}

function lotSection(purchase: Purchase, lot: Lot, terms: Terms): JsonObject {
  const { optionYears } = purchase;
  const criteria: Json = criteriaOf(terms).map(([type, name, weight]) => ({ type, name, numbers: [{ number: weight, weight: 'percentageExact' }] }));
  const contractPeriod = periodOf(terms);
  return {
    id: lot.id,
    title: lot.title,
    status: terms.status,
    value: dkk(lot.value),
    awardCriteria: { criteria },
    ...(contractPeriod === undefined ? {} : { contractPeriod }),
    ...(optionYears === 0
      ? { hasRenewal: false }
      : { hasRenewal: true, renewal: { maximumRenewals: optionYears, description: `Kontrakten kan forlænges ${optionYears === 1 ? 'en gang' : `${optionYears} gange`} med 12 måneder på uændrede vilkår.` } }),
    ...(terms.techniques === undefined ? {} : { techniques: terms.techniques }),
  };
}

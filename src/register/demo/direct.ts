import type { JsonObject } from '#base';
import { contractSection, periodSection, publishChanges, type Change, type Contract } from './contract.ts';
import { enterBuyer, type Told } from './course.ts';
import { moment, nextMonth, officeDay } from './dates.ts';
import { startProcess, supplierParty } from './process.ts';
import type { Purchase } from './purchase.ts';
import { chance } from './random.ts';
import type { DemoSupplier } from './suppliers.ts';
import { dkk, items, tenderSection, type Lot } from './tender.ts';

/** The justifications of the eForms code list "direct-award-justification" that the demo world uses. */
const GROUNDS = {
  technical: 'Manglende konkurrence af tekniske årsager',
  urgency: 'Tvingende grunde efter uforudsigelige begivenheder',
  additional: 'Supplerende leverancer fra den oprindelige leverandør',
  unsuitable: 'Ingen egnede tilbud i et tidligere udbud',
} as const;

export interface Directly {
  readonly supplier: DemoSupplier;
  /** null: a small purchase, published of the municipality's own accord. */
  readonly ground: keyof typeof GROUNDS | null;
  readonly rationale: string;
  /** A voluntary notice before the contract is signed. */
  readonly announced?: boolean;
  readonly changes?: (contract: Contract) => readonly Change[];
  readonly related?: readonly { readonly relationship: string; readonly ocid: string; readonly title: string }[];
}

/** Tells a purchase that was made without a notice: from the decision, or the voluntary notice, to the last change. */
export function directly(purchase: Purchase, how: Directly): Told {
  const chances = chance(`${purchase.key}/course`);
  const process = startProcess(purchase.key);
  const buyer = enterBuyer(process, purchase.buyer);
  for (const one of how.related ?? []) process.relate(one.relationship, one);
  const decided = officeDay(purchase.published);
  const signed = officeDay(decided.add({ days: how.announced ? chances.between(13, 24) : chances.between(1, 10) }));
  const start = nextMonth(signed);
  const end = start.add({ years: purchase.years }).subtract({ days: 1 });
  const latestEnd = purchase.optionYears === 0 ? null : end.add({ years: purchase.optionYears });
  const lot: Lot = { id: 'LOT-0001', title: purchase.title, value: purchase.value };
  const contract: Contract = {
    id: `${purchase.key}-K1`, awardId: `${purchase.key}-A1`, title: `Kontrakt – ${purchase.title}`, lots: [lot], signed, start, end, latestEnd, value: purchase.value,
  };
  const supplier = process.refer(supplierParty(how.supplier), 'supplier');
  const tender = withoutNotice(purchase, how, tenderSection(purchase, buyer, { status: 'complete', lots: [lot], criteria: 0 }), lot);
  const award = (status: string): JsonObject => ({
    id: contract.awardId,
    title: purchase.title,
    status,
    date: moment(decided, 12),
    value: dkk(purchase.value),
    suppliers: [supplier],
    items: items(purchase, [lot]),
    relatedLots: [lot.id],
    contractPeriod: periodSection(contract),
  });
  if (how.announced) process.publish(process.at(officeDay(decided.add({ days: 1 }))), ['award'], { buyer, tender, awards: [award('pending')] });
  process.publish(process.at(officeDay(signed.add({ days: chances.between(3, 25) }))), ['award', 'contract'], {
    buyer, tender, awards: [award('active')], contracts: [contractSection(purchase, contract)],
  });
  const last = publishChanges(process, purchase, contract, how.changes?.(contract) ?? []);
  return { ocid: process.ocid, title: purchase.title, releases: process.releases, contracts: [last] };
}

/** Nothing was invited, so the section says how and why, and leaves out criteria, time limits and where to bid. */
function withoutNotice(purchase: Purchase, how: Directly, section: JsonObject, lot: Lot): JsonObject {
  const { awardCriteria: _criteria, awardCriteriaDetails: _details, submissionMethod: _method, submissionMethodDetails: _address, documents: _documents, ...rest } = section;
  const eu = how.ground === null ? {} : {
    procurementMethodRationaleClassifications: [{ scheme: 'eu-direct-award-justification', id: how.ground, description: GROUNDS[how.ground] }],
  };
  const { legalBasis: _basis, coveredBy: _covered, ...national } = rest;
  return {
    ...(how.ground === null ? national : rest),
    procurementMethod: how.ground === null ? 'direct' : 'limited',
    procurementMethodDetails: how.ground === null ? 'Køb uden annoncering' : 'Udbud med forhandling uden forudgående bekendtgørelse',
    procurementMethodRationale: how.rationale,
    ...eu,
    lots: [{ id: lot.id, title: lot.title, status: 'complete', value: dkk(purchase.value), hasRenewal: purchase.optionYears > 0 }],
  };
}

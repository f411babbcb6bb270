/** The fields of the eForms SDK, each with what the mapping does with it. For tests and `npm run conformance`; reads the SDK in place. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import labels from './codes/labels.json' with { type: 'json' };
import { DISCARDED, isOfBusiness, NOT_MAPPED } from './mapping/left-out.ts';
import { BESIDE_TERMS, TERMS } from './mapping/terms.ts';
import { isPrivateAndDiscarded } from './mapping/withheld.ts';
import { element, type Element } from './xml/element.ts';
import { make } from './xml/path.ts';

export interface Field {
  readonly id: string;
  readonly name: string;
  readonly xpathAbsolute: string;
  readonly type: string;
  /** Set for an attribute: the field that it belongs to. */
  readonly attributeOf?: string;
  readonly codeList?: { readonly value: { readonly id: string } };
}

export type FieldStatus = 'mapped' | 'discarded' | 'not mapped';

export function readFields(sharedFolder: string): Field[] {
  const text = readFileSync(path.join(sharedFolder, 'conformance/eforms-sdk-1.14.2/fields.json'), 'utf8');
  return (JSON.parse(text) as { fields: Field[] }).fields;
}

/** @throws Error for a field that nothing is known of: it must be mapped or named. */
export function fieldStatus({ id, attributeOf, xpathAbsolute }: Field): FieldStatus {
  if (TERMS.has(id) && !BESIDE_TERMS.has(id)) return 'mapped';
  if (BESIDE_TERMS.has(id) || DISCARDED.has(id) || isOfBusiness(id)) return 'discarded';
  if (Object.hasOwn(NOT_MAPPED, id)) return 'not mapped';
  const withheld = /FieldIdentifierCode\/text\(\)='([\w-]+)'/.exec(xpathAbsolute)?.[1];
  if (withheld !== undefined) return isPrivateAndDiscarded(withheld) ? 'discarded' : 'mapped';
  if (attributeOf !== undefined) return fieldStatus({ id: attributeOf, name: '', xpathAbsolute, type: '' });
  throw new Error(`The field ${id} is in no row, and named nowhere as left out.`);
}

/**
 * A small notice with a value in the field, once for each value that it might take, and the same notice without.
 * @returns null for fields whose value only tells which element is meant: ids, and attributes.
 */
export function sentinelOf(field: Field): { readonly with: readonly Element[]; readonly without: Element } | null {
  if (field.attributeOf !== undefined || field.type === 'id-ref') return null;
  const attributes = { ...(field.type === 'amount' ? { currencyID: 'EUR' } : {}), ...(field.type === 'measure' ? { unitCode: 'DAY' } : {}), ...(field.type === 'number' ? { unitCode: 'TNE' } : {}), ...(field.type === 'code' ? { listName: field.codeList?.value.id ?? '' } : {}) };
  const at = field.xpathAbsolute.replace(/^\/\*\//, '').replaceAll(' = ', '=')
    .replaceAll(/\[not\(cac:SpecificTendererRequirement\/cbc:TendererRequirementTypeCode\[[^\]]*\]\)\]/g, '')
    .replace(/(cac:CallForTendersDocumentReference)\/cac:Attachment\[\.\.\/(cbc:DocumentType\/text\(\)='[\w-]+')\]/, '$1[$2]/cac:Attachment');
  return {
    with: valuesOf(field).map((value) => {
      const notice = skeletonFor(field, at);
      const one = make(notice, at, value, attributes, true);
      one.text = value;
      Object.assign(one.attributes as Record<string, string>, attributes);
      return notice;
    }),
    without: skeletonFor(field, at),
  };
}

function valuesOf({ type, codeList }: Field): string[] {
  if (type === 'date') return ['2031-05-06+01:00'];
  if (type === 'time') return ['07:08:09+01:00'];
  if (type === 'amount' || type === 'number' || type === 'integer' || type === 'measure') return ['4711'];
  if (type === 'indicator') return ['true', 'false'];
  if (type !== 'code') return ['Sentinel'];
  const bundled = Object.keys((labels as Record<string, object>)[codeList?.value.id ?? ''] ?? {});
  return [...bundled.slice(0, 3), 'true', 'false', 'yes', 'allowed', 'works', 'buyer', 'DNK', 'eu', 'fa-mix', 'dps-list', 'fix-tot', 'min-score', 'per-exa', 'slc-stand', 'res-ws', 'env-imp', 'circ-econ', 'opp', 'rd-act', 'eu-funds', 'par-requ', 'inc', 'exc-right', 'serv-prov', 'late-all', 'restricted-document', 'Sentinel'];
}

/** A time says nothing without its day. */
function skeletonFor({ type }: Field, at: string): Element {
  const notice = skeleton();
  if (type === 'time') make(notice, at.replace(/Time$/, 'Date'), '2031-05-06+01:00', {}, true).text = '2031-05-06+01:00';
  return notice;
}

/** One of everything that a field can hang on. */
function skeleton(): Element {
  const notice = element('ContractAwardNotice');
  const put = (at: string, text: string): Element => make(notice, at, text, {}, true);
  put('cac:ContractingParty/cac:Party/cac:PartyIdentification/cbc:ID', 'ORG-0001');
  put('cac:ContractingParty/cac:Party/cac:ServiceProviderParty/cac:Party/cac:PartyIdentification/cbc:ID', 'ORG-0002');
  for (const [kind, id] of [['Lot', 'LOT-0001'], ['LotsGroup', 'GLO-0001'], ['Part', 'PAR-0001']] as const) {
    put(`cac:ProcurementProjectLot[cbc:ID/@schemeName='${kind}']`, '').children.find(({ name }) => name === 'cbc:ID')!.text = id;
  }
  const result = 'EXT/efac:NoticeResult';
  for (const [at, id] of [
    ['EXT/efac:Organizations/efac:Organization/efac:Company/cac:PartyIdentification/cbc:ID', 'ORG-0001'], ['EXT/efac:Organizations/efac:Organization/efac:TouchPoint/cac:PartyIdentification/cbc:ID', 'TPO-0001'],
    ['EXT/efac:Organizations/efac:UltimateBeneficialOwner/cbc:ID', 'UBO-0001'],
    [`${result}/efac:LotResult/cbc:ID`, 'RES-0001'], [`${result}/efac:LotResult/efac:TenderLot/cbc:ID`, 'LOT-0001'], [`${result}/efac:LotResult/efac:LotTender/cbc:ID`, 'TEN-0001'],
    [`${result}/efac:LotResult/efac:SettledContract/cbc:ID`, 'CON-0001'], [`${result}/efac:LotTender/cbc:ID`, 'TEN-0001'], [`${result}/efac:LotTender/efac:TenderLot/cbc:ID`, 'LOT-0001'],
    [`${result}/efac:LotTender/efac:TenderingParty/cbc:ID`, 'TPA-0001'], [`${result}/efac:SettledContract/cbc:ID`, 'CON-0001'], [`${result}/efac:SettledContract/efac:LotTender/cbc:ID`, 'TEN-0001'],
    [`${result}/efac:TenderingParty/cbc:ID`, 'TPA-0001'], [`${result}/efac:TenderingParty/efac:Tenderer/cbc:ID`, 'ORG-0002'], [`${result}/efac:GroupFramework/efac:TenderLot/cbc:ID`, 'GLO-0001'],
    ['cac:TenderingTerms/cac:LotDistribution/cac:LotsGroup/cbc:LotsGroupID', 'GLO-0001'],
    ['cac:ProcurementProjectLot[cbc:ID/@schemeName=\'Lot\']/cac:TenderingProcess/cac:NoticeDocumentReference/cbc:ID', '1-2020'],
    ['cac:ProcurementProjectLot[cbc:ID/@schemeName=\'Part\']/cac:TenderingProcess/cac:NoticeDocumentReference/cbc:ID', '1-2020'],
  ] as const) put(at, id);
  return notice;
}

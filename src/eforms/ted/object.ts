/** Section II: what is bought, as a whole and lot by lot. */
import { alpha3 } from '../codes/countries.ts';
import type { Element } from '../xml/element.ts';
import { make } from '../xml/path.ts';
import { writeCriteria } from './criteria.ts';
import { NATURES } from './codes.ts';
import type { Lot, Lots } from './lots.ts';
import type { Node } from './node.ts';
import type { Notice } from './notice.ts';
import { amount, coded, date, duration, mark, number, plain, text } from './read.ts';
import { fill, put, say, type Row } from './write.ts';

const PROJECT = 'cac:ProcurementProject';

const OBJECT: readonly Row[] = [
  ['BT-21-Procedure', 'TITLE', text],
  ['BT-22-Procedure', 'REFERENCE_NUMBER', plain],
  ['BT-23-Procedure', 'TYPE_CONTRACT', coded('CTYPE', NATURES, 'contract-nature')],
  ['BT-24-Procedure', 'SHORT_DESCR', text],
  ['BT-27-Procedure', 'VAL_ESTIMATED_TOTAL', amount],
  ['ted:EstimatedValueLow', 'VAL_ESTIMATED_RANGE/LOW', amount],
  ['ted:EstimatedValueHigh', 'VAL_ESTIMATED_RANGE/HIGH', amount],
  ['ted:Quantity#Notice', 'QUANTITY', text],
  ['BT-127-notice', 'DATE_PUBLICATION_NOTICE', date],
  ['ted:CalculationMethod', 'CALCULATION_METHOD', text],
  ['ted:TransportCategory', 'CATEGORY', plain],
  ['ted:ServiceCategory', 'SERVICE_CATEGORY', plain],
  ['ted:ContractKind', 'CONTRACT_KIND', plain],
  ['ted:AllLotsAllowed', 'LOT_DIVISION/LOT_ALL', mark('true')],
  ['BT-763-Procedure', 'LOT_DIVISION/LOT_ALL_REQUIRED', mark('all', 'tenderlot-presentation')],
  ['BT-31-Procedure', 'LOT_DIVISION/LOT_MAX_NUMBER', number],
  ['BT-31-Procedure', 'LOT_DIVISION/LOT_ONE_ONLY', mark('1')],
  ['BT-33-Procedure', 'LOT_DIVISION/LOT_MAX_ONE_TENDERER', number],
  ['ted:LotCombination', 'LOT_DIVISION/LOT_COMBINING_CONTRACT_RIGHT', text],
];

const LOT: readonly Row[] = [
  ['BT-21-Lot', 'TITLE', text],
  ['BT-24-Lot', 'SHORT_DESCR', text],
  ['BT-27-Lot', 'VAL_OBJECT', amount],
  ['ted:ValueLow', 'VAL_RANGE_OBJECT/LOW', amount],
  ['ted:ValueHigh', 'VAL_RANGE_OBJECT/HIGH', amount],
  ['ted:Quantity', 'QUANTITY', text],
  ['BT-36-Lot', 'DURATION', duration],
  ['BT-536-Lot', 'DATE_START', date],
  ['BT-537-Lot', 'DATE_END', date],
  ['BT-538-Lot', 'INDEFINITE_DURATION', mark('UNLIMITED', 'timeperiod')],
  ['BT-538-Lot', 'QS/INDEFINITE_DURATION', mark('UNLIMITED', 'timeperiod')],
  ['BT-536-Lot', 'QS/DATE_START', date],
  ['BT-537-Lot', 'QS/DATE_END', date],
  ['ted:Options', 'OPTIONS', mark('true')],
  ['ted:Options', 'NO_OPTIONS', mark('false')],
  ['BT-54-Lot', 'OPTIONS_DESCR', text],
  ['ted:OptionsTimetable', 'OPTIONS_TIMETABLE', duration],
  ['ted:Renewal', 'RENEWAL', mark('true')],
  ['ted:Renewal', 'QS/RENEWAL', mark('true')],
  ['ted:Renewal', 'NO_RENEWAL', mark('false')],
  ['BT-58-Lot', 'RENEWAL_NUMBER', number],
  ['BT-57-Lot', 'RENEWAL_DESCR', text],
  ['BT-57-Lot', 'QS/RENEWAL_DESCR', text],
  ['BT-63-Lot', 'ACCEPTED_VARIANTS', mark('allowed', 'permission')],
  ['BT-63-Lot', 'NO_ACCEPTED_VARIANTS', mark('not-allowed', 'permission')],
  ['BT-60-Lot', 'EU_PROGR_RELATED', mark('eu-funds', 'eu-funded')],
  ['BT-60-Lot', 'NO_EU_PROGR_RELATED', mark('no-eu-funds', 'eu-funded')],
  ['BT-6140-Lot', 'EU_PROGR_RELATED', text],
  ['BT-764-Lot', 'ECATALOGUE_REQUIRED', mark('required', 'ecatalog-submission')],
  ['BT-50-Lot', 'NB_MIN_LIMIT_CANDIDATE', number],
  ['BT-51-Lot', 'NB_MAX_LIMIT_CANDIDATE', number],
  ['ted:EnvisagedCandidates', 'NB_ENVISAGED_CANDIDATE', number],
  ['ted:CandidateCriteria', 'CRITERIA_CANDIDATE', text],
  ['BT-65-Lot', 'SUBCONTRACT_AWARD_PART', mark('subc-min', 'subcontracting-obligation')],
  ['BT-64-Lot', 'SUBCONTRACT_AWARD_PART/MIN', number],
  ['BT-729-Lot', 'SUBCONTRACT_AWARD_PART/MAX', number],
  ['BT-65-Lot', 'SUBCONTRACT_BY_RULES', mark('subc-oblig-2009-81', 'subcontracting-obligation')],
  ['BT-65-Lot', 'SUBCONTRACT_CHANGES', mark('subc-chng', 'subcontracting-obligation')],
  ['BT-651-Lot', 'SUBCONTRACT_SHARE', mark('shar-subc', 'subcontracting-indication')],
  ['BT-300-Lot', 'INFO_ADD', text],
  ['BT-109-Lot', 'JUSTIFICATION', text],
];

/** A notice of several purchases has no title of its own; each lot then carries what is said of the purchase that it belongs to. */
const PURCHASE: readonly Row[] = [
  ['BT-22-Lot', 'REFERENCE_NUMBER', plain],
  ['BT-23-Lot', 'TYPE_CONTRACT', coded('CTYPE', NATURES, 'contract-nature')],
];
const UNDIVIDED: readonly Row[] = [['BT-21-Lot', 'TITLE', text], ['BT-27-Lot', 'VAL_ESTIMATED_TOTAL', amount]];
const GROUP: readonly Row[] = [['BT-21-LotsGroup', 'TITLE', text], ['BT-24-LotsGroup', 'SHORT_DESCR', text], ['BT-27-LotsGroup', 'VAL_ESTIMATED_TOTAL', amount]];

/** Forms for social and other specific services: what is bought is in their name, and older versions do not ask for it. */
const OF_SERVICES = new Set(['F21', 'F22', 'F23']);

export function writeObject({ form, made, body }: Notice): void {
  const [first] = body.all('OBJECT_CONTRACT');
  if (first === undefined) return;
  fill(made, OBJECT, first);
  if (OF_SERVICES.has(form) && first.first('TYPE_CONTRACT') === undefined) put(made, 'BT-23-Procedure', { text: 'services', attributes: { listName: 'contract-nature' } });
  writeCpv(made, 'Procedure', first);
  first.has('LOT_DIVISION');
  first.has('NO_LOT_DIVISION');
}

/** The purchases of a notice of several, each as the group of its lots. */
export function writeGroups({ made, body }: Notice, lots: Lots): void {
  const objects = body.all('OBJECT_CONTRACT');
  if (objects.length < 2) return;
  for (const [index, object] of objects.entries()) {
    const id = `GLO-${String(index + 1).padStart(4, '0')}`;
    const group = make(made, 'cac:ProcurementProjectLot');
    make(group, 'cbc:ID', id, { schemeName: 'LotsGroup' });
    fill(group, GROUP, object);
    for (const mark of ['LOT_DIVISION', 'NO_LOT_DIVISION']) object.has(mark);
    const members = make(made, 'cac:TenderingTerms/cac:LotDistribution/cac:LotsGroup');
    make(members, 'cbc:LotsGroupID', id, { schemeName: 'LotsGroup' });
    for (const lot of lots.all) {
      if (lot.object.element === object.element) make(make(members, 'cac:ProcurementProjectLotReference'), 'cbc:ID', lot.id, { schemeName: 'Lot' });
    }
  }
}

export function writeLot(lot: Lot, lots: Lots, isOneOfSeveral: boolean): void {
  const { from, object, made } = lot;
  fill(made, LOT, from);
  if (isOneOfSeveral) {
    fill(made, PURCHASE, object);
    if (object.all('OBJECT_DESCR').length === 1) fill(made, UNDIVIDED, object);
  } else if (!lots.isDivided && from.first('TITLE') === undefined) say(made, 'BT-21-Lot', object.first('TITLE'), text);
  writeCpv(made, 'Lot', from, object);
  writePlaces(made, from);
  writeCriteria(made, from);
}

/** The main code stands with the purchase and holds for its lots; further ones stand with each lot. */
function writeCpv(made: Element, on: 'Procedure' | 'Lot', from: Node, object: Node = from): void {
  const main = from.first('CPV_MAIN') ?? object.first('CPV_MAIN');
  const code = main?.first('CPV_CODE')?.attribute('CODE') ?? null;
  put(made, `BT-262-${on}`, code === null ? null : { text: code, attributes: { listName: 'cpv' } });
  for (const list of [...(on === 'Lot' || main === undefined ? [] : [main]), ...from.all('CPV_ADDITIONAL')]) {
    if (list !== main) for (const one of list.all('CPV_CODE')) writeCode(made, one, on, 'cpv');
    // Supplementary codes say more of the code that they stand with; what they belong to is lost in eForms too.
    for (const one of list.all('CPV_SUPPLEMENTARY_CODE')) writeCode(made, one, on, 'cpvs');
  }
}

function writeCode(made: Element, from: Node, on: 'Procedure' | 'Lot', list: string): void {
  const code = from.attribute('CODE');
  if (code === null) return;
  make(made, `${PROJECT}/cac:AdditionalCommodityClassification`);
  put(made, `BT-263-${on}`, { text: code, attributes: { listName: list } });
}

/** Each NUTS code is a place of its own; the words belong to the first. `00` stands for no place in particular. */
function writePlaces(made: Element, from: Node): void {
  const codes = from.all('NUTS').flatMap((one) => one.attribute('CODE') ?? one.value() ?? []).filter((code) => code !== '00');
  const words = from.first('MAIN_SITE');
  for (const code of codes.length === 0 && words !== undefined ? [null] : codes) {
    make(made, `${PROJECT}/cac:RealizedLocation`);
    if (code === codes[0] || code === null) say(made, 'BT-728-Lot', words, text);
    if (code === null) continue;
    if (code.length > 2) put(made, 'BT-5071-Lot', { text: code, attributes: { listName: 'nuts' } });
    const country = alpha3(code.slice(0, 2));
    put(made, 'BT-5141-Lot', country === null ? null : { text: country, attributes: { listName: 'country' } });
  }
}

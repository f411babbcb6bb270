/** What is bought and where it is performed: the items of the tender, one for each lot that says so. */
import { label } from '../codes/labels.ts';
import { alpha2 } from '../codes/countries.ts';
import { childrenOf, textOf, type Element } from '../xml/element.ts';
import { find, findAll } from '../xml/path.ts';
import { classification as labelled } from './classification.ts';
import { isEmpty, put, type Draft } from './draft.ts';
import { PROJECT } from './lot.paths.ts';
import { by, number, text, type Reading, type Row } from './row.ts';

const PLACE = 'cac:RealizedLocation';
const ADDRESS = `${PLACE}/cac:Address`;
const MAIN = 'cac:MainCommodityClassification/cbc:ItemClassificationCode';
const MORE = 'cac:AdditionalCommodityClassification/cbc:ItemClassificationCode';
const QUANTITY = 'cbc:EstimatedOverallContractQuantity';

const CVD = "cac:TenderingTerms/EXT/efac:StrategicProcurement[efbc:ApplicableLegalBasis/@listName='cvd-scope']/efac:StrategicProcurementInformation/efbc:ProcurementCategoryCode";

const ITEM_TERMS = [['BT-262', MAIN], ['BT-26(m)', `${MAIN}/@listName`], ['BT-263', MORE], ['BT-26(a)', `${MORE}/@listName`]] as const;
const PLACE_TERMS = [
  ['BT-728', `${PLACE}/cbc:Description`], ['BT-727', `${ADDRESS}/cbc:Region`], ['BT-5101(a)', `${ADDRESS}/cbc:StreetName`],
  ['BT-5101(b)', `${ADDRESS}/cbc:AdditionalStreetName`], ['BT-5101(c)', `${ADDRESS}/cac:AddressLine/cbc:Line`], ['BT-5121', `${ADDRESS}/cbc:PostalZone`],
  ['BT-5131', `${ADDRESS}/cbc:CityName`], ['BT-5071', `${ADDRESS}/cbc:CountrySubentityCode`], ['BT-5141', `${ADDRESS}/cac:Country/cbc:IdentificationCode`],
] as const;
const inProject = (terms: readonly (readonly [string, string])[]): (readonly [string, string])[] => terms.map(([term, at]) => [term, `${PROJECT}/${at}`]);

/** Rows of a lot; the item goes into `items` beside it and is placed in the tender by whoever asked. */
export const LOT_ITEM_ROW: Row = by(inProject([...ITEM_TERMS, ...PLACE_TERMS, ['BT-25', QUANTITY], ['BT-625', `${QUANTITY}/@unitCode`]]).concat([['BT-735', CVD]]), ['Lot'], (from, into, reading) => {
  const project = find(from, PROJECT);
  const item = project === undefined ? {} : readLotItem(project, reading);
  for (const one of findAll(from, CVD)) put(item, 'additionalClassifications[]', labelled('cvd-contract-type', 'eu-cvd-contract-type', textOf(one)));
  if (!isEmpty(item)) into['item'] = item;
});

function readLotItem(project: Element, reading: Reading): Draft {
  const item = readItem(project);
  put(item, 'deliveryAddresses', readPlaces(project, reading));
  put(item, 'quantity', number(findAll(project, QUANTITY)));
  const unit = find(project, QUANTITY)?.attributes['unitCode'];
  if (unit !== undefined) {
    const name = label('measurement-unit', unit);
    item['unit'] = { id: unit, scheme: 'UNCEFACT', ...(name === null ? {} : { name }) };
  }
  return item;
}

/** Rows of the procedure and of a part: the item and the places are the tender's own. */
export const TENDER_ITEM_ROW: Row = by(inProject([...ITEM_TERMS, ...PLACE_TERMS]), ['Procedure', 'Part'], (from, into, reading) => {
  const project = find(from, PROJECT);
  if (project === undefined) return;
  const item = readItem(project);
  if (!isEmpty(item)) into['item'] = item;
  for (const address of readPlaces(project, reading)) put(into, 'deliveryAddresses[]', address);
});

function readItem(project: Element): Draft {
  const item: Draft = {};
  put(item, 'classification', classification(find(project, MAIN)));
  for (const one of distinct(findAll(project, MORE).map(classification))) put(item, 'additionalClassifications[]', one);
  return item;
}

/** Notices say the same thing twice; a list says it once. */
function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

function classification(one: Element | undefined): Draft | undefined {
  const id = textOf(one);
  if (one === undefined || id === null) return undefined;
  return { scheme: (one.attributes['listName'] ?? 'cpv').toUpperCase(), id };
}

function readPlaces(project: Element, reading: Reading): Draft[] {
  return distinct(findAll(project, PLACE).map((place) => readPlace(place, reading)).filter((place) => !isEmpty(place)));
}

function readPlace(place: Element, reading: Reading): Draft {
  const made: Draft = {};
  const address = find(place, 'cac:Address');
  if (address !== undefined) Object.assign(made, readAddress(address));
  const region = textOf(address === undefined ? undefined : find(address, 'cbc:Region'));
  if (region !== null) put(made, 'description+', label('other-place-service', region) ?? region);
  put(made, 'description+', text(findAll(place, 'cbc:Description'), reading));
  return made;
}

/** An address of UBL in the fields of OCDS; country as two letters. */
export function readAddress(address: Element): Draft {
  const made: Draft = {};
  const lines = ['cbc:StreetName', 'cbc:AdditionalStreetName'].flatMap((name) => textOf(find(address, name)) ?? []);
  const more = findAll(address, 'cac:AddressLine/cbc:Line').flatMap((line) => textOf(line) ?? []);
  put(made, 'streetAddress', [...lines, ...more].join(', ') || undefined);
  put(made, 'locality', textOf(find(address, 'cbc:CityName')) ?? undefined);
  put(made, 'region', textOf(find(address, 'cbc:CountrySubentityCode')) ?? undefined);
  put(made, 'postalCode', textOf(find(address, 'cbc:PostalZone')) ?? undefined);
  const country = childrenOf(address, 'cac:Country').map((one) => textOf(find(one, 'cbc:IdentificationCode'))).find((one) => one !== null);
  if (country !== undefined && country !== null) put(made, 'country', alpha2(country));
  return made;
}

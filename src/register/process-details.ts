/** Reads a compiled release into what its page shows. Real files are dirty; see `dirty.ts`. */
import type { Json, JsonObject } from '#base';
import { amount, decimal, lotsOf, object, objects, text, textList, webAddress, wording } from './dirty.ts';
import { readParties, readSuppliers } from './parties.ts';
import { readProcedure } from './procedure.ts';
import { readPeriods, readValues } from './process-values.ts';
import type {
  AwardView, ChangeView, ClassificationView, ContractView, DocumentView, ItemView, LotView, PartyView, ProcessDetails,
  RelatedView,
} from './process-details.view.ts';

/**
 * @param compiled a compiled OCDS 1.1 release (1.0 is read too); anything else gives empty details.
 * @see https://standard.open-contracting.org/1.1/en/schema/reference/
 */
export function readDetails(compiled: Json): ProcessDetails {
  const release = object(compiled);
  const tender = object(release['tender']);
  const planning = objects(release['planning']);
  const stages = [tender, release, ...objects(release['contracts']), ...objects(release['awards'])];
  const items = readAllItems(release);
  const parties = readParties(release);
  const awards = objects(release['awards']).map((award) => readAward(award, parties));
  const contracts = objects(release['contracts']).map((contract) => readContract(contract, parties, awards));
  return {
    title: firstText(stages, 'title') ?? nameOfItems(items),
    description: firstText([...stages, ...planning.map((part) => object(part['budget']))], 'description'),
    rationale: firstText(planning, 'rationale'),
    language: languageOf(release),
    tenderId: text(tender['id']),
    status: text(tender['status']),
    items,
    lots: objects(tender['lots']).map(readLot),
    parties,
    procedure: readProcedure(release),
    values: readValues(release),
    periods: readPeriods(release),
    awards,
    contracts,
    changes: readChanges(tender),
    documents: readDocuments(release),
    related: [release, ...objects(release['contracts'])].flatMap((part) => objects(part['relatedProcesses']).map(readRelated)),
  };
}

function firstText(parts: readonly JsonObject[], field: string): string | null {
  for (const part of parts) {
    const found = wording(part, field);
    if (found !== null) return found;
  }
  return null;
}

function nameOfItems(items: readonly ItemView[]): string | null {
  return items.map((item) => item.description ?? item.classification?.description ?? null).find((name) => name !== null) ?? null;
}

function languageOf(release: JsonObject): string | null {
  const language = text(release['language']);
  return language !== null && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language) ? language.toLowerCase() : null;
}

/** The items tendered; where the tender has none, those awarded, else contracted, else planned (some plan a tender). */
function readAllItems(release: JsonObject): readonly ItemView[] {
  const planned = objects(release['planning']).flatMap((planning) => objects(planning['tender']));
  const stages = [objects(release['tender']), objects(release['awards']), objects(release['contracts']), planned];
  const lists = stages.map((parts) => parts.flatMap((part) => objects(part['items']).flatMap(readItem)));
  return lists.find((items) => items.length > 0) ?? [];
}

function readItem(item: JsonObject): readonly ItemView[] {
  const classification = readClassification(object(item['classification']));
  const unit = object(item['unit']);
  const description = wording(item, 'description');
  if (description === null && classification === null) return [];
  return [{
    description,
    classification,
    additional: objects(item['additionalClassifications']).flatMap((entry) => readClassification(entry) ?? []),
    quantity: decimal(item['quantity']),
    unit: text(unit['name']) ?? text(unit['id']),
    unitPrice: amount(unit['value']),
    lots: lotsOf(item),
  }];
}

function readClassification(value: JsonObject): ClassificationView | null {
  const found = { scheme: text(value['scheme']), id: text(value['id']), description: wording(value, 'description') };
  return found.id === null && found.description === null ? null : found;
}

function readLot(lot: JsonObject): LotView {
  return {
    id: text(lot['id']), title: wording(lot, 'title'), description: wording(lot, 'description'),
    status: text(lot['status']), value: amount(lot['value']),
  };
}

function readAward(award: JsonObject, parties: readonly PartyView[]): AwardView {
  return {
    id: text(award['id']), title: wording(award, 'title'), description: wording(award, 'description'),
    status: text(award['status']), date: text(award['date']), value: amount(award['value']),
    suppliers: readSuppliers(award, parties), lots: lotsOf(award), items: objects(award['items']).flatMap(readItem),
  };
}

function readContract(contract: JsonObject, parties: readonly PartyView[], awards: readonly AwardView[]): ContractView {
  const awardId = text(contract['awardID']);
  const own = readSuppliers(contract, parties);
  const { startDate, endDate } = object(contract['period']);
  return {
    id: text(contract['id']), awardId, title: wording(contract, 'title'), description: wording(contract, 'description'),
    status: text(contract['status']), signed: text(contract['dateSigned']), start: text(startDate), end: text(endDate),
    value: amount(contract['value']),
    suppliers: own.length > 0 ? own : awards.find((award) => awardId !== null && award.id === awardId)?.suppliers ?? [],
    changes: readChanges(contract),
    transactions: objects(object(contract['implementation'])['transactions']).length,
  };
}

function readChanges(part: JsonObject): readonly ChangeView[] {
  const raw = [...objects(part['amendments']), ...objects(part['amendment'])];
  return raw
    .map((change) => ({ date: text(change['date']), description: wording(change, 'description'), rationale: wording(change, 'rationale') }))
    .filter((change) => change.date !== null || change.description !== null || change.rationale !== null);
}

function readDocuments(release: JsonObject): readonly DocumentView[] {
  const contracts = objects(release['contracts']);
  const stages: readonly (readonly [DocumentView['stage'], readonly JsonObject[]])[] = [
    ['planning', objects(release['planning'])],
    ['tender', objects(release['tender'])],
    ['award', objects(release['awards'])],
    ['contract', contracts],
    ['implementation', contracts.map((contract) => object(contract['implementation']))],
  ];
  return stages.flatMap(([stage, parts]) =>
    parts.flatMap((part) => objects(part['documents']).flatMap((raw) => readDocument(raw, stage))));
}

function readDocument(raw: JsonObject, stage: DocumentView['stage']): readonly DocumentView[] {
  const title = wording(raw, 'title') ?? wording(raw, 'description');
  const type = text(raw['documentType']);
  const url = webAddress(raw['url']);
  if (title === null && type === null && url === null) return [];
  return [{
    title, type, url, stage, date: text(raw['datePublished']) ?? text(raw['dateModified']),
    format: text(raw['format']), language: text(raw['language']),
  }];
}

function readRelated(raw: JsonObject): RelatedView {
  return {
    relations: textList(raw['relationship']), title: wording(raw, 'title'), scheme: text(raw['scheme']),
    identifier: text(raw['identifier']), url: webAddress(raw['uri']),
  };
}

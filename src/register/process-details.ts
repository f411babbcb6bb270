/** Reads a compiled release into what its page shows. Real files are dirty; see `dirty.ts`. */
import type { Json, JsonObject } from '#base';
import { amount, count, decimal, object, objects, text, textList, webAddress } from './dirty.ts';
import { readParties, readSuppliers } from './parties.ts';
import { readProcedure } from './procedure.ts';
import type {
  AwardView, ChangeView, ClassificationView, ContractView, DocumentView, ItemView, LotView, PartyView, PeriodKind,
  PeriodView, ProcessDetails, RelatedView, StageValue, ValueKind,
} from './process-details.view.ts';

/**
 * @param compiled a compiled OCDS 1.1 release (1.0 is read too); anything else gives empty details.
 * @see https://standard.open-contracting.org/1.1/en/schema/reference/
 */
export function readDetails(compiled: Json): ProcessDetails {
  const release = object(compiled);
  const tender = object(release['tender']);
  const planning = objects(release['planning']);
  const parties = readParties(release);
  const awards = objects(release['awards']).map((award) => readAward(award, parties));
  const contracts = objects(release['contracts']).map((contract) => readContract(contract, parties, awards));
  return {
    title: firstText([tender, release, ...objects(release['contracts']), ...objects(release['awards'])], 'title'),
    description: firstText([tender, release, ...objects(release['contracts']), ...objects(release['awards'])], 'description'),
    rationale: firstText(planning, 'rationale'),
    language: languageOf(release),
    tenderId: text(tender['id']),
    status: text(tender['status']),
    items: readAllItems(release),
    lots: objects(tender['lots']).map(readLot),
    parties,
    procedure: readProcedure(tender, object(release['bids'])),
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
    const found = text(part[field]);
    if (found !== null) return found;
  }
  return null;
}

function languageOf(release: JsonObject): string | null {
  const language = text(release['language']);
  return language !== null && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(language) ? language.toLowerCase() : null;
}

/** The items tendered; where the tender has none, those awarded, else those contracted. */
function readAllItems(release: JsonObject): readonly ItemView[] {
  const stages = [objects(release['tender']), objects(release['awards']), objects(release['contracts'])];
  const lists = stages.map((parts) => parts.flatMap((part) => objects(part['items']).flatMap(readItem)));
  return lists.find((items) => items.length > 0) ?? [];
}

function readItem(item: JsonObject): readonly ItemView[] {
  const classification = readClassification(object(item['classification']));
  const unit = object(item['unit']);
  const description = text(item['description']);
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
  const found = { scheme: text(value['scheme']), id: text(value['id']), description: text(value['description']) };
  return found.id === null && found.description === null ? null : found;
}

/** Some publishers write an object with `lotId` where an id belongs. */
function lotsOf(value: JsonObject): readonly string[] {
  const related = value['relatedLots'] ?? value['relatedLot'];
  const ids = objects(related).flatMap((lot) => text(lot['lotId']) ?? text(lot['id']) ?? []);
  return ids.length > 0 ? ids : textList(related);
}

function readLot(lot: JsonObject): LotView {
  return {
    id: text(lot['id']), title: text(lot['title']), description: text(lot['description']),
    status: text(lot['status']), value: amount(lot['value']),
  };
}

function readValues(release: JsonObject): readonly StageValue[] {
  const found = (kind: ValueKind, value: Json | undefined, of: string | null): StageValue[] => {
    const figure = amount(value);
    return figure === null ? [] : [{ kind, value: figure, of }];
  };
  const tender = object(release['tender']);
  const nameOf = (part: JsonObject): string | null => text(part['title']) ?? text(part['id']);
  const budgets = objects(release['planning']).map((planning) => object(planning['budget']));
  return [
    ...budgets.flatMap((budget) => found('budget', budget['amount'] ?? budget['value'], null)),
    ...found('estimate', tender['value'], null),
    ...found('minimum', tender['minValue'], null),
    ...objects(release['awards']).flatMap((award) => found('award', award['value'], nameOf(award))),
    ...objects(release['contracts']).flatMap((contract) => found('contract', contract['value'], nameOf(contract))),
  ];
}

function readPeriods(release: JsonObject): readonly PeriodView[] {
  const tender = object(release['tender']);
  const nameOf = (part: JsonObject): string | null => text(part['title']) ?? text(part['id']);
  const whole = [
    ...period('tender', tender['tenderPeriod'], null),
    ...period('enquiry', tender['enquiryPeriod'], null),
    ...period('award', tender['awardPeriod'], null),
    ...period('standstill', tender['standstillPeriod'], null),
    ...period('contract', tender['contractPeriod'], null),
  ];
  const inLots = objects(tender['lots']).flatMap((lot) => [
    ...period('tender', lot['tenderPeriod'], nameOf(lot)),
    ...period('contract', lot['contractPeriod'], nameOf(lot)),
  ]);
  const signed = objects(release['contracts']).flatMap((part) => period('signed-contract', part['period'], nameOf(part)));
  return withoutRepeats([...whole, ...inLots, ...signed]);
}

function period(kind: PeriodKind, value: Json | undefined, of: string | null): PeriodView[] {
  const { startDate, endDate, durationInDays } = object(value);
  const days = count(durationInDays);
  const found = { kind, start: text(startDate), end: text(endDate), days: days === '0' ? null : days, of };
  return found.start === null && found.end === null && found.days === null ? [] : [found];
}

/** The same period for several lots is said once, without naming a lot. */
function withoutRepeats(periods: readonly PeriodView[]): PeriodView[] {
  const seen = new Map<string, PeriodView>();
  for (const entry of periods) {
    const key = [entry.kind, entry.start, entry.end, entry.days].join(' ');
    seen.set(key, seen.has(key) ? { ...entry, of: null } : entry);
  }
  return [...seen.values()];
}

function readAward(award: JsonObject, parties: readonly PartyView[]): AwardView {
  return {
    id: text(award['id']), title: text(award['title']), description: text(award['description']),
    status: text(award['status']), date: text(award['date']), value: amount(award['value']),
    suppliers: readSuppliers(award, parties), lots: lotsOf(award), items: objects(award['items']).flatMap(readItem),
  };
}

function readContract(contract: JsonObject, parties: readonly PartyView[], awards: readonly AwardView[]): ContractView {
  const awardId = text(contract['awardID']);
  const own = readSuppliers(contract, parties);
  const { startDate, endDate } = object(contract['period']);
  return {
    id: text(contract['id']), awardId, title: text(contract['title']), description: text(contract['description']),
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
    .map((change) => ({ date: text(change['date']), description: text(change['description']), rationale: text(change['rationale']) }))
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
  const title = text(raw['title']) ?? text(raw['description']);
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
    relations: textList(raw['relationship']), title: text(raw['title']), scheme: text(raw['scheme']),
    identifier: text(raw['identifier']), url: webAddress(raw['uri']),
  };
}

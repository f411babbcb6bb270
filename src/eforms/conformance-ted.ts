/**
 * How exactly labelled TED notices are read, for tests and `npm run conformance`. Each label was written by a person who read
 * the notice; each field of it is looked up in the release and compared to the letter.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { exactNumber, isObject, parseCvr, unwrap, type Json, type JsonObject } from '#base';
import { readNotice } from './notice.ts';

export interface Label {
  readonly notice: string;
  readonly file: string;
  readonly form: string;
  readonly [field: string]: Json;
}

export interface FieldOutcome {
  readonly notice: string;
  readonly form: string;
  readonly field: string;
  readonly label: string;
  readonly read: string;
  readonly exact: boolean;
}

const FIELDS = ['buyers', 'cpv', 'title', 'kind', 'procedure', 'accelerated', 'directAward', 'framework', 'dps', 'dispatched', 'deadline', 'estimate', 'total', 'lots', 'changes', 'refersTo'] as const;
const OF_AN_AWARD = ['lot', 'awarded', 'concluded', 'bids', 'value', 'winners'] as const;

export function readLabels(folder: string): Label[] {
  return ['part-a.yaml', 'part-b.yaml'].flatMap((name) => parse(readFileSync(path.join(folder, name), 'utf8'), { schema: 'core' }) as Label[]);
}

/** @param xml the notice that the label is about */
export function tryLabel(label: Label, xml: Uint8Array): FieldOutcome[] {
  const { release } = unwrap(readNotice(xml, { ocidPrefix: 'ocds-test' }));
  const read = readingOf(release);
  const { notice, form } = label;
  const outcome = (field: string, wanted: Json | undefined, got: Json | undefined): FieldOutcome => {
    const [a, b] = [plain(wanted ?? null), plain(got ?? null)];
    return { notice, form, field, label: a, read: b, exact: a === b };
  };
  const awards = listOf(label['awards']);
  const found = awardsOf(release);
  return [
    ...FIELDS.map((field) => outcome(field, wantedOf(label, field), shapedLike(label, field, read[field]))),
    outcome('awards', awards.length, found.length),
    ...awards.flatMap((award, index) => OF_AN_AWARD.map((field) => outcome(`award ${index + 1} ${field}`, wantedOfAward(field, award[field]), found[index]?.[field]))),
  ];
}

function wantedOf(label: Label, field: string): Json | undefined {
  const value = label[field];
  if (field === 'buyers') return parties(listOf(value));
  if (field === 'changes' && value !== null) return listOf(value).map((change) => ({ ...change, ...(typeof change['where'] === 'string' ? { where: change['where'].replace(/\)$/, '') } : {}) }));
  if (field === 'directAward' && isObject(value)) return { ...value, reasons: [...(value['reasons'] as readonly string[])].toSorted() };
  return value;
}

/** Where a procurement is not divided no lot is named; the reading calls the whole lot 1. */
function wantedOfAward(field: string, value: Json | undefined): Json | undefined {
  if (field === 'winners') return parties(listOf(value));
  return field === 'lot' ? String(value ?? 1).replace(/^0+(?=.)/, '') : value;
}

/** A label names a deadline by the day when the notice names no hour. */
function shapedLike(label: Label, field: string, value: Json | undefined): Json | undefined {
  const wanted = label[field];
  return field === 'deadline' && typeof wanted === 'string' && typeof value === 'string' ? value.slice(0, wanted.length) : value;
}

/** One spelling for what means the same: amounts by value, lists in one order, white space once, numbers by their digits. */
function plain(value: Json): string {
  if (typeof value === 'string') return value.replaceAll(/\s+/g, ' ').trim();
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(plain).join(', ')}]`;
  if (isObject(value)) return `{${Object.entries(value).map(([key, field]) => `${key}: ${['amount', 'low', 'high'].includes(key) ? String(Number(exactNumber(field) ?? field)) : plain(field ?? null)}`).toSorted().join(', ')}}`;
  return String(exactNumber(value) ?? value);
}

function parties(list: readonly JsonObject[]): string[] {
  return list.map(({ name, number }) => `${String(name).replaceAll(/\s+/g, ' ').trim()} (${numberText(number ?? null)})`).toSorted();
}

function numberText(number: Json): string {
  if (number === null) return '-';
  const cvr = parseCvr(String(number));
  return cvr.ok ? cvr.value : String(number).trim();
}

function listOf(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter(isObject) : [];
}

function at(value: Json | undefined, ...names: readonly string[]): Json | undefined {
  return names.reduce<Json | undefined>((one, name) => (isObject(one) ? one[name] : undefined), value);
}

/** The categories of the labels for the codes of the list direct-award-justification. */
const REASONS: Readonly<Record<string, string>> = {
  technical: 'technical', artistic: 'artistic', exclusive: 'rights', 'other-exclusive': 'rights', 'sc-right': 'rights', urgency: 'urgency', crisis: 'urgency', unsuitable: 'unsuitable', irregular: 'unsuitable',
  additional: 'additional', existing: 'additional', repetition: 'repetition', resd: 'research', rd: 'research', commodity: 'commodity',
  bargain: 'advantageous', closure: 'advantageous', liquidator: 'advantageous', 'non-dir': 'outside-scope',
};

function readingOf(release: JsonObject): Record<string, Json | undefined> {
  const tender = release['tender'];
  const notice = release['x_notice'];
  const period = at(tender, 'tenderPeriod', 'endDate');
  const category = at(tender, 'mainProcurementCategory');
  return {
    buyers: parties(listOf(release['parties']).filter(({ roles }) => Array.isArray(roles) && roles.includes('buyer')).map(partyOf)),
    cpv: listOf(at(tender, 'items')).filter((item) => item['relatedLot'] === undefined).map((item) => at(item, 'classification', 'id'))[0],
    title: at(tender, 'title'),
    kind: category === 'goods' ? 'supplies' : category,
    procedure: at(notice, 'procedureCode'),
    accelerated: at(tender, 'procedure', 'isAccelerated') === true,
    directAward: directAwardOf(tender),
    framework: at(tender, 'techniques', 'hasFrameworkAgreement') === true,
    dps: at(tender, 'techniques', 'hasDynamicPurchasingSystem') === true,
    dispatched: String(release['date']).slice(0, 10),
    deadline: period,
    estimate: at(tender, 'minValue') === undefined ? at(tender, 'value') : rangeOf(at(tender, 'minValue'), at(tender, 'value')),
    total: at(notice, 'total') ?? at(notice, 'totalRange'),
    lots: Math.max(1, listOf(at(tender, 'lots')).length),
    changes: changesOf(release),
    refersTo: listOf(at(notice, 'references')).flatMap(({ notice: number }) => number ?? []),
  };
}

function rangeOf(low: Json | undefined, high: Json | undefined): Json {
  return { low: at(low, 'amount') ?? null, high: at(high, 'amount') ?? null, currency: at(high, 'currency') ?? null };
}

function partyOf(party: JsonObject): { name: Json; number: Json } {
  const [identifier] = [...listOf(party['additionalIdentifiers']), ...(isObject(party['identifier']) ? [party['identifier']] : [])];
  return { name: party['name'] ?? null, number: identifier?.['id'] ?? null };
}

function directAwardOf(tender: Json | undefined): Json {
  const reasons = listOf(at(tender, 'procurementMethodRationaleClassifications')).map(({ id }) => REASONS[String(id)] ?? 'other');
  const words = at(tender, 'procurementMethodRationale');
  if (reasons.length === 0 && words === undefined) return null;
  return { reasons: [...new Set(reasons)].toSorted(), words: typeof words === 'string' ? words.replaceAll(/\s+/g, ' ').slice(0, 100).trim() : null };
}

function changesOf(release: JsonObject): Json {
  const corrected = listOf(at(release, 'tender', 'amendments')).flatMap((amendment) => listOf(amendment['unstructuredChanges']));
  if (corrected.length > 0) {
    return corrected.map((change) => ({ where: at(change, 'where', 'section') ?? null, old: short(at(change, 'oldValue')), new: short(at(change, 'newValue')) }));
  }
  const modified = listOf(release['contracts']).flatMap((contract) => listOf(contract['amendments']));
  if (modified.length === 0) return null;
  return modified.map((amendment) => {
    const [code] = listOf(amendment['rationaleClassifications']).map(({ id }) => String(id));
    const [change] = listOf(amendment['unstructuredChanges']);
    return {
      reason: ({ 'add-wss': 'additional-needs', 'mod-cir': 'unforeseen' } as Record<string, string>)[code ?? ''] ?? null,
      words: typeof amendment['rationale'] === 'string' ? amendment['rationale'].replaceAll(/\s+/g, ' ').slice(0, 100).trim() : null,
      before: at(change, 'oldValue', 'value') ?? null, after: at(change, 'newValue', 'value') ?? null,
    };
  });
}

/** A result can give the lowest and the highest bid in the place of one value. */
function extremes(figures: readonly JsonObject[]): Json {
  const [low, high] = ['lowestValidBidValue', 'highestValidBidValue'].map((wanted) => figures.find(({ measure }) => measure === wanted));
  return low === undefined || high === undefined ? null : { low: low['value'] ?? null, high: high['value'] ?? null, currency: high['currency'] ?? null };
}

function short(value: Json | undefined): Json {
  const text = at(value, 'text');
  return typeof text === 'string' ? text.replaceAll(/\s+/g, ' ').slice(0, 60).trim().replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d):00$/, '$1') : null;
}

function awardsOf(release: JsonObject): Record<string, Json>[] {
  const all = listOf(release['parties']);
  const taken = new Map<string, number>();
  return listOf(release['awards']).map((award) => {
    const [lot] = Array.isArray(award['relatedLots']) ? (award['relatedLots'] as readonly Json[]) : [];
    const contracts = listOf(release['contracts']).filter((one) => one['awardID'] === award['id'] || (Array.isArray(one['awardIDs']) && one['awardIDs'].includes(award['id'] ?? null)));
    const figures = listOf(at(release, 'bids', 'statistics')).filter(({ measure, relatedLot }) => measure === 'bids' && relatedLot === lot);
    const position = taken.get(String(lot)) ?? 0;
    taken.set(String(lot), position + 1);
    const date = contracts.map((one) => one['dateSigned']).find((one) => one !== undefined) ?? award['date'];
    return {
      lot: typeof lot === 'string' ? lot.replace(/^LOT-0*(?=.)/, '') : null,
      awarded: award['status'] === 'active',
      concluded: typeof date === 'string' ? date.slice(0, 10) : null,
      bids: figures[position]?.['value'] ?? figures[0]?.['value'] ?? null,
      value: award['value'] ?? extremes(listOf(at(release, 'bids', 'statistics')).filter(({ relatedLot }) => relatedLot === lot)),
      winners: parties(listOf(award['suppliers']).map(({ id }) => partyOf(all.find((one) => one['id'] === id) ?? {}))),
    };
  });
}

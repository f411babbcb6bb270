/**
 * How exactly labelled notices are read, for tests and `npm run conformance`. Each label was written by a person who read
 * the notice; each field of it is looked up in the release and compared to the letter.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { exactNumber, isObject, unwrap, type Json, type JsonObject } from '#base';
import { label as nameOf } from './codes/labels.ts';
import { awardsOf, listOf, parties, readingOf, worded } from './conformance-reading.ts';
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

/** What is compared always, and what only where a label tells it: the latter is what eForms say more than TED XML. */
const FIELDS = {
  always: ['buyers', 'cpv', 'title', 'kind', 'procedure', 'accelerated', 'directAward', 'framework', 'dps', 'dispatched', 'deadline', 'estimate', 'total', 'lots', 'changes', 'refersTo'],
  whereTold: ['noticeType', 'procedureId', 'legal', 'frameworkKind', 'frameworkMaximum', 'dpsUsage', 'lotList', 'tenders', 'contracts', 'review', 'subcontractors', 'prizes'],
} as const;
const FIELDS_OF_AN_AWARD = {
  always: ['lot', 'awarded', 'concluded', 'bids', 'value', 'winners'],
  whereTold: ['result', 'reason', 'received', 'decided', 'lowest', 'highest', 'reestimated'],
} as const;

/** Every label that stands in the files of a folder. */
export function readLabels(folder: string): Label[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yaml')).toSorted();
  return files.flatMap((name) => parse(readFileSync(path.join(folder, name), 'utf8'), { schema: 'core' }) as Label[]);
}

/** @param xml the notice that the label is about */
export function tryLabel(label: Label, xml: Uint8Array): FieldOutcome[] {
  const { facts, release } = unwrap(readNotice(xml, { ocidPrefix: 'ocds-test' }));
  const { notice, form } = label;
  const outcome = (field: string, wanted: Json | undefined, got: Json | undefined): FieldOutcome => {
    const [a, b] = [plain(wanted ?? null), plain(shapedLike(wanted, got) ?? null)];
    return { notice, form, field, label: a, read: b, exact: a === b };
  };
  const read = readingOf(release, facts.source);
  const awards = listOf(label['awards']);
  const found = awardsOf(release, facts.source);
  return [
    ...told(FIELDS, label).map((field) => outcome(field, wantedOf(field, label[field]), read[field])),
    outcome('awards', awards.length, found.length),
    ...awards.flatMap((award, index) => told(FIELDS_OF_AN_AWARD, award)
      .map((field) => outcome(`award ${index + 1} ${field}`, wantedOf(field, award[field], facts.source === 'ted'), found[index]?.[field]))),
  ];
}

function told({ always, whereTold }: { readonly always: readonly string[]; readonly whereTold: readonly string[] }, label: JsonObject): string[] {
  return [...always, ...whereTold.filter((field) => label[field] !== undefined)];
}

/** The field of a label in the form that a reading has it. */
function wantedOf(field: string, value: Json | undefined, isUndividedLotOne = false): Json | undefined {
  if (field === 'buyers' || field === 'winners') return parties(listOf(value));
  if (field === 'changes' && Array.isArray(value)) return listOf(value).map((change) => (typeof change['where'] === 'string' ? { ...change, where: change['where'].replace(/\)$/, '') } : change));
  if (field === 'directAward' && isObject(value)) return { ...value, reasons: [...(value['reasons'] as readonly string[])].toSorted() };
  // Where a procurement is not divided TED XML names no lot; the reading calls the whole lot 1.
  if (field === 'lot') return value === null ? (isUndividedLotOne ? '1' : null) : worded(value).replace(/^LOT-/, '').replace(/^0+(?=.)/, '');
  // A release has the reason in words.
  if (field === 'reason' && typeof value === 'string') return nameOf('non-award-justification', value);
  return value;
}

/** As much of what was read as the label tells: of an object its fields; of a moment the day, where the notice names no hour. */
function shapedLike(wanted: Json | undefined, got: Json | undefined): Json | undefined {
  if (typeof wanted === 'string' && typeof got === 'string') return /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?$/.test(wanted) ? got.slice(0, wanted.length) : got;
  if (Array.isArray(wanted) && Array.isArray(got)) return (got as readonly Json[]).map((one, index) => shapedLike((wanted as readonly Json[])[index], one) ?? null);
  if (!isObject(wanted) || !isObject(got)) return got;
  return Object.fromEntries(Object.keys(wanted).map((name) => [name, shapedLike(wanted[name], got[name]) ?? null]));
}

const AMOUNTS = new Set(['amount', 'low', 'high', 'estimate']);

/** One spelling for what means the same: amounts by value, the fields of an object in one order, white space once. */
function plain(value: Json): string {
  if (typeof value === 'string') return value.replaceAll(/\s+/g, ' ').trim();
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(plain).join(', ')}]`;
  if (isObject(value)) return `{${Object.entries(value).map(([key, field]) => `${key}: ${AMOUNTS.has(key) ? figure(field) : plain(field ?? null)}`).toSorted().join(', ')}}`;
  return exactNumber(value) ?? worded(value);
}

function figure(value: Json | undefined): string {
  return value === null || value === undefined ? 'null' : String(Number(exactNumber(value) ?? value));
}

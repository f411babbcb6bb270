/** What is sealed: the bid as a document, read and held against what the purchase asks. Pure, and the same in the bidder's browser as at the opening. */
import { fail, isObject, ok, refuse, type Result } from '#base';
import { sheetTotals, type PriceLines, type SheetTotals } from '../evaluation/sheet-totals.ts';

/** `yes-priced`: met by what a line of the price sheet pays for. */
export const BID_ANSWERS = ['yes', 'yes-priced', 'partly', 'no'] as const;
export type BidAnswer = (typeof BID_ANSWERS)[number];

export interface AnsweredRequirement {
  /** Number of the requirement in the purchase. */
  readonly requirement: string;
  readonly answer: BidAnswer;
  readonly text: string;
  /** Number of the line that pays for it; of `yes-priced` alone. */
  readonly line?: string;
}

export interface BidFileNamed {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly bytes: number;
  /** Of the plain file, 64 hexadecimal digits. */
  readonly sha256: string;
}

/** Part 0 of an envelope. Its canonical JSON is what is sealed; the files are the parts after it, in this order. */
export interface BidDocument {
  readonly version: 1;
  readonly answers: readonly AnsweredRequirement[];
  /** Price of one unit for each line of the sheet, by its number: plain decimal text, "1234.50". */
  readonly prices: Readonly<Record<string, string>>;
  readonly files: readonly BidFileNamed[];
  /** What the bidder asks to have kept from others, and why. */
  readonly confidential: readonly { readonly what: string; readonly why: string }[];
  /** Whether the self-declaration of the application or framework agreement still holds; if not, what changed. */
  readonly declaration: { readonly unchanged: boolean; readonly text: string };
}

/** What a bid answers to. */
export interface BidAsked {
  readonly requirements: readonly { readonly id: string; readonly kind: 'minimum' | 'evaluated' }[];
  readonly sheet: PriceLines;
}

export const MOST_BID_TEXT = 20_000;
export const MOST_FILES = 199;
/** Bytes of the document; its files are parts of their own. */
export const MOST_DOCUMENT_BYTES = 4 * 1024 * 1024;
const MOST_ROWS = 1000;
const LONGEST_NUMBER = 11;

/** The bid in parsed JSON, if it is one to the letter: nothing unknown in it. Whether it answers the purchase is `bidFaults`. */
export function readBid(value: unknown): Result<BidDocument> {
  const fault = documentFault(value);
  return fault === null ? ok(value as BidDocument) : fail(refuse('invalid', {
    da: ['Dette er ikke et tilbud, som Torvet kan læse.', 'Lav det på købets side, eller ud fra skabelonen dér.'],
    en: [`This is no bid: ${fault}`, 'Make it on the page of the purchase, or out of the template that stands there.'],
  }));
}

function documentFault(value: unknown): string | null {
  if (!isObject(value) || !hasOnly(value, ['version', 'answers', 'prices', 'files', 'confidential', 'declaration'])) return 'it does not have the fields of one, and no others.';
  if (value['version'] !== 1) return 'its version is not 1.';
  const { answers, prices, files, confidential, declaration } = value;
  if (!isList(answers, isAnswered)) return 'an answer to a requirement is none.';
  if (!isObject(prices) || Object.keys(prices).length > MOST_ROWS || !Object.entries(prices).every(([line, price]) => line.length <= LONGEST_NUMBER && isText(price, 40))) return 'a price is no text.';
  if (!isList(files, isNamed) || files.length > MOST_FILES) return `a file has no name, type, size or hash, or there are more than ${MOST_FILES}.`;
  if (!isList(confidential, (one) => hasOnly(one, ['what', 'why']) && isText(one['what'], MOST_BID_TEXT) && isText(one['why'], MOST_BID_TEXT))) return 'what is confidential does not say what and why.';
  return isObject(declaration) && hasOnly(declaration, ['unchanged', 'text']) && typeof declaration['unchanged'] === 'boolean' && isText(declaration['text'], MOST_BID_TEXT) ? null : 'it does not say whether the self-declaration still holds.';
}

type Fields = Readonly<Record<string, unknown>>;

function isList(value: unknown, holds: (one: Fields) => boolean): value is readonly Fields[] {
  return Array.isArray(value) && value.length <= MOST_ROWS && value.every((one) => isObject(one) && holds(one));
}

function hasOnly(value: Fields, names: readonly string[], maybe: readonly string[] = []): boolean {
  return names.every((name) => Object.hasOwn(value, name)) && Object.keys(value).every((name) => names.includes(name) || maybe.includes(name));
}

function isText(value: unknown, most: number): value is string {
  return typeof value === 'string' && value.length <= most && value.isWellFormed();
}

function isAnswered(one: Fields): boolean {
  const { requirement, answer, text, line } = one;
  return hasOnly(one, ['requirement', 'answer', 'text'], ['line']) && isText(requirement, LONGEST_NUMBER) && BID_ANSWERS.some((known) => known === answer) && isText(text, MOST_BID_TEXT)
    && (answer === 'yes-priced' ? isText(line, LONGEST_NUMBER) : line === undefined);
}

function isNamed(one: Fields): boolean {
  const { name, type, bytes, sha256 } = one;
  return hasOnly(one, ['name', 'type', 'bytes', 'sha256']) && isText(name, 300) && name !== '' && isText(type, 200) && Number.isSafeInteger(bytes) && Number(bytes) >= 0
    && typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256);
}

export const BID_FAULTS = ['unanswered', 'unknown-requirement', 'answered-twice', 'unknown-line', 'no-explanation', 'price', 'file-twice', 'minimum-not-met', 'declaration-changed'] as const;
export type BidFaultCode = (typeof BID_FAULTS)[number];

export interface BidFault {
  readonly code: BidFaultCode;
  /** Number of the requirement or line, or name of the file; empty: it is about all of the bid. */
  readonly place: string;
  /** `warns`: it can be sent, and the bidder must know what follows. */
  readonly severity: 'blocks' | 'warns';
}

function blocks(code: BidFaultCode, place: string): BidFault {
  return { code, place, severity: 'blocks' };
}

function warns(code: BidFaultCode, place: string): BidFault {
  return { code, place, severity: 'warns' };
}

/** What is wrong with a bid for this purchase; what blocks comes first. Empty: nothing. */
export function bidFaults(bid: BidDocument, asked: BidAsked): readonly BidFault[] {
  const totals = sheetTotals(asked.sheet, bid.prices);
  const minimum = new Set(asked.requirements.filter(({ kind }) => kind === 'minimum').map(({ id }) => id));
  return [
    ...asked.requirements.filter(({ id }) => bid.answers.every(({ requirement }) => requirement !== id)).map(({ id }) => blocks('unanswered', id)),
    ...bid.answers.filter(({ requirement }) => asked.requirements.every(({ id }) => id !== requirement)).map(({ requirement }) => blocks('unknown-requirement', requirement)),
    ...twice(bid.answers.map(({ requirement }) => requirement)).map((place) => blocks('answered-twice', place)),
    ...bid.answers.filter(({ line }) => line !== undefined && asked.sheet.lines.every(({ number }) => number !== line)).map(({ requirement }) => blocks('unknown-line', requirement)),
    ...bid.answers.filter(({ answer, text }) => answer === 'partly' && text.trim() === '').map(({ requirement }) => blocks('no-explanation', requirement)),
    ...(totals.ok ? [] : [blocks('price', totals.failure.place ?? '')]),
    ...twice(bid.files.map(({ name }) => name)).map((place) => blocks('file-twice', place)),
    ...bid.answers.filter(({ requirement, answer }) => minimum.has(requirement) && (answer === 'no' || answer === 'partly')).map(({ requirement }) => warns('minimum-not-met', requirement)),
    ...(bid.declaration.unchanged ? [] : [warns('declaration-changed', '')]),
  ];
}

/** What the bid costs. Fails as `sheetTotals` does: never a sum of a part. */
export function bidTotals(bid: BidDocument, { sheet }: BidAsked): Result<SheetTotals> {
  return sheetTotals(sheet, bid.prices);
}

function twice(all: readonly string[]): readonly string[] {
  return [...new Set(all.filter((one, at) => all.indexOf(one) !== at))];
}

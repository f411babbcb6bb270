import { hash } from 'node:crypto';
import { fail, isObject, ok, parseJson, type Json, type JsonObject, type Result } from '#base';
import { releaseErrors, upgrade } from '#ocds';
import { storable } from '../storable.ts';
import type { FaultView } from '../views.ts';
import { duplicateKeys } from './duplicate-keys.ts';
import { nameOf } from './release-name.ts';
import { hugeNumbers } from './huge-numbers.ts';
import { jsonReason } from './text.ts';
import { unpack, type Unpacked } from './unpack.ts';
import { noticeRow, type NoticeRow, type NoticeText } from '../notices/notice-intake.ts';
import type { RawJson, Unreadable } from './values.ts';

/** A release ready for the register: what was received, and its reading. */
export interface Intake {
  /** Of a notice it is its own, until it is placed among the others of its process. */
  ocid: string;
  readonly releaseId: string;
  readonly date: string;
  readonly tags: readonly string[];
  readonly language: string | null;
  readonly version: '1.0' | '1.1';
  /** As received, to the letter. */
  readonly received: string;
  readonly sha256: string;
  /** SHA-256 of the JSON without its spacing: the same release in another layout is the same release. */
  readonly content: string;
  readonly place: string;
  readonly faults: readonly FaultView[];
  readonly faultCount: number;
  /** In OCDS 1.1, whatever the version received. */
  readonly release: JsonObject;
  /** Set when it was read from a notice in XML; `received` then holds the reading. */
  readonly notice: NoticeRow | null;
}

const MOST_FAULTS_KEPT = 50;
/** Bytes. An entry of the database's index holds 2,700, and ocid and id stand in one entry. */
const LONGEST_NAME = 1000;

/** The releases of one value of a JSON file, and what in it is none. */
export function takeIn(raw: RawJson): (Intake | Unreadable)[] {
  let value: Json;
  try {
    value = parseJson(raw.text);
  } catch (error) {
    return [{ place: raw.place, failure: { kind: 'invalid', message: jsonReason(error), help: 'Mend the line or fetch the file again.' } }];
  }
  return unpack(value, raw.text).map((unpacked) => {
    const place = raw.place + unpacked.place;
    const taken = takeRelease(unpacked, place);
    return taken.ok ? taken.value : { place, failure: taken.failure };
  });
}

/** The release of a notice, or why it has none. */
export function takeInNotice(place: string, read: Result<NoticeText>): Intake | Unreadable {
  if (!read.ok) return { place, failure: read.failure };
  const { release: received, content, releaseId, date } = read.value;
  const release = parseJson(received);
  if (!isObject(release)) throw new Error('The reading of a notice gave something else.');
  return {
    ocid: nameOf(release['ocid']) ?? releaseId, releaseId, date, place, content, release, received, notice: noticeRow(read.value),
    tags: tagsOf(release['tag']), language: nameOf(release['language']), version: '1.1', sha256: content, faults: [], faultCount: 0,
  };
}

function takeRelease({ value, text: received }: Unpacked, place: string): Result<Intake> {
  if (!isObject(value)) return refuse(`It is ${kindOf(value)}, not an object.`, 'A release is a JSON object with ocid, id and date.');
  const [ocid, releaseId, date] = [nameOf(value['ocid']), nameOf(value['id']), nameOf(value['date'])];
  const missing = [['ocid', ocid], ['id', releaseId], ['date', date]].filter(([, found]) => found === null).map(([field]) => field);
  if (ocid === null || releaseId === null || date === null) {
    return refuse(`It has no ${missing.join(' and no ')}, so it cannot be placed in a contracting process.`, 'A release needs ocid, id and date. Were the fields renamed?');
  }
  const tooLong = [['ocid', ocid], ['id', releaseId]].find(([, text]) => Buffer.byteLength(text ?? '') > LONGEST_NAME);
  if (tooLong !== undefined) {
    return refuse(`Its ${tooLong[0]} is longer than ${LONGEST_NAME} bytes, more than the register can look up.`, 'An id is a short text. Was another field put in its place?');
  }
  const compact = JSON.stringify(value);
  // Parsing forgot nothing when writing gives the same text; only otherwise can a key have stood twice.
  const doubled = received === compact ? [] : duplicateKeys(received, value);
  const faults = [...doubled.map(doubledFault), ...hugeNumbers(received, value).map(hugeFault), ...releaseErrors(value)];
  const { release, version } = upgrade(value);
  if (!isObject(release)) throw new Error('The upgrade of a release gave something else.');
  const content = sha256(compact);
  return ok({
    ocid, releaseId, date, version, place, release, received, notice: null,
    tags: tagsOf(value['tag']),
    language: nameOf(value['language']),
    sha256: received === compact ? content : sha256(received),
    content,
    faults: faults.slice(0, MOST_FAULTS_KEPT).map(storableFault),
    faultCount: faults.length,
  });
}

function refuse(message: string, help: string): Result<Intake> {
  return fail({ kind: 'invalid', message, help });
}

function kindOf(value: Json): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'an array' : `a ${typeof value}`;
}

function tagsOf(value: Json | undefined): string[] {
  const tags = Array.isArray(value) ? (value as readonly Json[]) : [value ?? null];
  return tags.flatMap((tag) => nameOf(tag) ?? []);
}

function hugeFault(path: string): FaultView {
  return {
    path,
    message: 'The number is larger, or finer, than anybody can mean.',
    help: 'It is kept as received, and shown nowhere. Was a digit or the exponent mistyped?',
  };
}

function doubledFault(key: string): FaultView {
  return {
    path: key,
    message: 'The key stands twice in one object.',
    help: 'The last one counts, as in most programs; others may read the first. Write it once.',
  };
}

// Paths and messages quote the release, which may hold what the database cannot.
function storableFault({ path, message, help }: FaultView): FaultView {
  return { path: storable(path), message: storable(message), help: storable(help) };
}

function sha256(text: string): string {
  return hash('sha256', text);
}

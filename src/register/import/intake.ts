import { createHash } from 'node:crypto';
import { fail, isObject, ok, parseJson, type Failure, type Json, type JsonObject, type Result } from '#base';
import { upgrade, validateRelease } from '#ocds';
import type { FaultView } from '../views.ts';
import { duplicateKeys } from './duplicate-keys.ts';
import { jsonReason } from './text.ts';
import { unpack, type Unpacked } from './unpack.ts';
import type { RawValue, Unreadable } from './values.ts';

/** A release ready for the register: what was received, and its reading. */
export interface Intake {
  readonly ocid: string;
  readonly releaseId: string;
  readonly date: string;
  readonly tags: readonly string[];
  readonly language: string | null;
  readonly version: '1.0' | '1.1';
  /** As received, to the letter; of a release inside a larger value, its JSON text. */
  readonly received: string;
  readonly sha256: string;
  /** SHA-256 of the JSON without its spacing: the same release in another layout is the same release. */
  readonly content: string;
  readonly place: string;
  readonly faults: readonly FaultView[];
  readonly faultCount: number;
  /** In OCDS 1.1, whatever the version received. */
  readonly release: JsonObject;
}

const MOST_FAULTS_KEPT = 50;

/** The releases of one value of a file, and what in it is none. */
export function takeIn(raw: RawValue): (Intake | Unreadable)[] {
  let value: Json;
  try {
    value = parseJson(raw.text);
  } catch (error) {
    return [{ place: raw.place, failure: { kind: 'invalid', message: jsonReason(error), help: 'Mend the line or fetch the file again.' } }];
  }
  const doubled = duplicateKeys(raw.text, value);
  return unpack(value).map((unpacked) => {
    const place = raw.place + unpacked.place;
    const taken = takeRelease(unpacked, raw.text, place, doubled);
    return taken.ok ? taken.value : { place, failure: taken.failure };
  });
}

function takeRelease(unpacked: Unpacked, text: string, place: string, doubled: readonly string[]): Result<Intake> {
  const { value } = unpacked;
  if (!isObject(value)) return refuse(`It is ${kindOf(value)}, not an object.`, 'A release is a JSON object with ocid, id and date.');
  const validation = validateRelease(value);
  const [ocid, releaseId, date] = [name(value['ocid']), name(value['id']), name(value['date'])];
  const missing = [['ocid', ocid], ['id', releaseId], ['date', date]].filter(([, found]) => found === null).map(([field]) => field);
  if (ocid === null || releaseId === null || date === null) {
    return refuse(`It has no ${missing.join(' and no ')}, so it cannot be placed in a contracting process.`, 'A release needs ocid, id and date. Were the fields renamed?');
  }
  const faults = [...doubled.map(doubledFault), ...validation.errors, ...validation.warnings];
  const { release, version } = upgrade(value);
  if (!isObject(release)) throw new Error('The upgrade of a release gave something else.');
  const compact = JSON.stringify(value);
  const received = unpacked.whole ? text : compact;
  return ok({
    ocid, releaseId, date, version, place, release, received,
    tags: tagsOf(value['tag']),
    language: name(value['language']),
    sha256: sha256(received),
    content: sha256(compact),
    faults: faults.slice(0, MOST_FAULTS_KEPT),
    faultCount: faults.length,
  });
}

function refuse(message: string, help: string): Result<Intake, Failure> {
  return fail({ kind: 'invalid', message, help });
}

function kindOf(value: Json): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'an array' : `a ${typeof value}`;
}

// PostgreSQL text cannot hold U+0000; in a name or number it is a fault of the writing program.
function name(value: Json | undefined): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return null;
  const text = value.replaceAll('\u0000', '').toWellFormed().trim();
  return text === '' ? null : text;
}

function tagsOf(value: Json | undefined): string[] {
  const tags = Array.isArray(value) ? (value as readonly Json[]) : [value ?? null];
  return tags.flatMap((tag) => name(tag) ?? []);
}

function doubledFault(key: string): FaultView {
  return {
    path: key,
    message: 'The key stands twice in one object.',
    help: 'The last one counts, as in most programs; others may read the first. Write it once.',
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

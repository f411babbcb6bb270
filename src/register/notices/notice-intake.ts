import { zstdCompressSync, constants } from 'node:zlib';
import { hash } from 'node:crypto';
import { fail, idSource, isObject, ok, systemClock, type JsonObject, type Result } from '#base';
import { readNotice, scopeIds, type Notice, type NoticeFacts } from '#eforms';
import { countryCode } from '../country.ts';
import { storable } from '../storable.ts';

/** What a row of the table `notice` holds beside its release. */
export interface NoticeRow {
  /** Key of the release, UUIDv7. */
  readonly key: string;
  readonly facts: NoticeFacts;
  readonly remarks: Notice['remarks'];
  /** The notice as published, packed with zstd. */
  readonly original: Buffer;
  readonly country: string | null;
  readonly names: readonly string[];
  readonly joins: readonly string[];
  readonly plans: readonly string[];
  readonly replaces: readonly string[];
}

/** What the register keeps of a notice, as text: it crosses from one thread to another. */
export interface NoticeText extends Omit<NoticeRow, 'key' | 'original'> {
  /** The reading as OCDS, with ids that hold for the whole process. */
  readonly release: string;
  /** SHA-256 of the notice as published. */
  readonly content: string;
  readonly releaseId: string;
  readonly date: string;
  /** The notice as published, packed with zstd; in a buffer of its own. */
  readonly original: Uint8Array;
}

const newKey = idSource(systemClock);

/**
 * Forms that call for competition: what they name as an earlier notice is a plan, not a step of their own procedure. Where
 * eForms says itself that a notice was the plan (BT-125), it is a process of its own, by OCDS for eForms.
 */
const CALLS = new Set(['competition']);

/**
 * Reads a notice for the register. Without an id or a date it cannot be placed and is refused. What goes wrong in the
 * reading itself is our own fault, and still refuses one notice instead of stopping thousands.
 */
export function readForRegister(bytes: Buffer, ocidPrefix: string): Result<NoticeText> {
  try {
    return placed(bytes, ocidPrefix);
  } catch (error) {
    return fail({ kind: 'invalid', message: `Torvet fails to read the notice: ${(error instanceof Error ? error.message : String(error)).slice(0, 200)}.`, help: 'This is an error in Torvet. Report it with the number of the notice, and import the file again after an upgrade.' });
  }
}

function placed(bytes: Buffer, ocidPrefix: string): Result<NoticeText> {
  const read = readNotice(bytes, { ocidPrefix });
  if (!read.ok) return read;
  const { facts, remarks, release } = read.value;
  const date = release['date'];
  const missing = [...(facts.id === null ? ['no notice number and no notice id'] : []), ...(typeof date === 'string' ? [] : ['no date of dispatch'])];
  if (facts.id === null || typeof date !== 'string') {
    return fail({ kind: 'invalid', message: `The notice has ${missing.join(' and ')}, so it cannot be placed among the others.`, help: 'Fetch the notice again from where it was published.' });
  }
  scopeIds(release, facts.number ?? facts.id);
  return ok({
    release: JSON.stringify(release), date, releaseId: facts.id, content: hash('sha256', bytes), facts, remarks,
    // Copied, because the packed bytes lie in a pool that others share.
    original: new Uint8Array(zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: 3 } })),
    country: countryOf(release),
    ...edgesOf(facts),
  });
}

/** What was read, ready to be kept. */
export function noticeRow({ facts, remarks, original, country, names, joins, plans, replaces }: NoticeText): NoticeRow {
  return { key: newKey(), facts, remarks, original: Buffer.from(original.buffer, original.byteOffset, original.byteLength), country, names, joins, plans, replaces };
}

/** How this notice is tied to others, by names that they go by. */
function edgesOf(facts: NoticeFacts): Pick<NoticeRow, 'names' | 'joins' | 'plans' | 'replaces'> {
  const of = (...kinds: readonly string[]): string[] => facts.references.filter(({ kind }) => kinds.includes(kind)).map(({ notice }) => storable(notice));
  const isCall = CALLS.has(facts.formType ?? '');
  // An id without its version stands for all versions of it.
  const names = [facts.number, facts.id, facts.id?.replace(/-\d{2}$/, '') ?? null].filter((name) => name !== null);
  const previous = of('previous');
  return {
    names: [...new Set(names)],
    joins: [...new Set([...of('changes', 'modifies'), ...(isCall ? [] : previous)])],
    plans: isCall ? previous : [],
    replaces: facts.isCorrigendum ? [] : of('changes'),
  };
}

function countryOf(release: JsonObject): string | null {
  const parties = Array.isArray(release['parties']) ? (release['parties'] as readonly JsonObject[]) : [];
  const buyer = isObject(release['buyer']) ? release['buyer']['id'] : undefined;
  const party = parties.find(({ id }) => id === buyer) ?? parties.find(({ roles }) => Array.isArray(roles) && roles.includes('buyer'));
  const address = party?.['address'];
  return isObject(address) && typeof address['country'] === 'string' ? countryCode(address['country']) : null;
}

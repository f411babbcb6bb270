import type { Failure } from '#base';
import { valuesIn } from './archive.ts';
import { contentOfSource } from './content.ts';
import { LARGEST_VALUE } from './limit.ts';
import type { Source } from './source.ts';

/** One JSON value of a file, as text, with its place for people: `line 12`, `release 3`. */
export interface RawJson {
  readonly kind: 'json';
  readonly place: string;
  readonly text: string;
}

/** One notice in XML, as stored: its encoding and whether it is well formed are found when it is read. */
export interface RawNotice {
  readonly kind: 'notice';
  readonly place: string;
  readonly bytes: Buffer;
}

export type RawValue = RawJson | RawNotice;

/** Something that is no value, and why. */
export interface Unreadable {
  readonly place: string;
  readonly failure: Failure;
}

export type Found = RawValue | Unreadable;

export function isUnreadable(found: Found): found is Unreadable {
  return 'failure' in found;
}

/**
 * The values of a file, group by group, in bounded memory and at each reading the same. What it is, its content says: a
 * notice in XML, JSON lines, a JSON document, or an archive of these.
 * @param onRead is told how many bytes of the stored file have been read, for the progress line.
 * @param limit largest line, release, notice, and document inside an archive, in bytes.
 * @throws FailureError (`unavailable`) when the file can no longer be read: that says nothing about what stands in it.
 */
export async function* valuesOf(source: Source, onRead: (bytes: number) => void = () => {}, limit = LARGEST_VALUE): AsyncGenerator<readonly Found[]> {
  yield* valuesIn(await contentOfSource(source), { limit, onRead, archives: 0 });
}

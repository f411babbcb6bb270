import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { ok, type Result } from '#base';
import { HEAD, kindOf } from './kind.ts';
import { assertUnchanged, openSource, type CleanUp, type Source } from './source.ts';
import { valuesOf, type Found, type RawValue } from './values.ts';

/** Something to import that is known by its hash: a file, a notice that was fetched, a release of our own. */
export interface Input {
  readonly name: string;
  /** Size as stored, in bytes. */
  readonly bytes: number;
  readonly sha256: string;
  /** What stands in it, the same at each reading. @param onRead is told how many bytes have been read. */
  values(onRead: (bytes: number) => void): AsyncIterable<readonly Found[]>;
  /** @throws FailureError when it is no longer what was hashed. */
  assertUnchanged(): Promise<void>;
  readonly cleanUp: CleanUp;
}

/** A notice of this size is read once, and taken in from memory. */
const SMALL = 1024 * 1024;

/** Opens a file, the standard input (`-`) or a pipe. A folder of thousands of notices is read in one go each. */
export async function openInput(file: string, options: Parameters<typeof openSource>[1]): Promise<Result<Input>> {
  const bytes = file === '-' ? null : smallNotice(file);
  if (bytes !== null) return ok(memoryInput(file, bytes, { kind: 'notice', place: 'the file', bytes }));
  const opened = await openSource(file, options);
  return opened.ok ? ok(fileInput(opened.value.source, opened.value.cleanUp)) : opened;
}

/** Its bytes, when the file is a notice and small; whatever is wrong with it is found when it is opened as a source. */
function smallNotice(file: string): Buffer | null {
  try {
    const found = statSync(file);
    if (!found.isFile() || found.size > SMALL) return null;
    const bytes = readFileSync(file);
    return bytes.length <= SMALL && kindOf(bytes.subarray(0, HEAD)) === 'xml' ? bytes : null;
  } catch {
    return null;
  }
}

function fileInput(source: Source, cleanUp: CleanUp): Input {
  const { name, bytes, sha256 } = source;
  return { name, bytes, sha256, values: (onRead) => valuesOf(source, onRead), assertUnchanged: () => assertUnchanged(source), cleanUp };
}

/** @param name where it was fetched from */
export function noticeInput(name: string, bytes: Buffer): Input {
  return memoryInput(name, bytes, { kind: 'notice', place: 'the notice', bytes });
}

/** @param text a release as JSON, kept to the letter */
export function releaseInput(name: string, text: string): Input {
  return memoryInput(name, Buffer.from(text), { kind: 'json', place: 'the release', text });
}

function memoryInput(name: string, bytes: Buffer, value: RawValue): Input {
  return {
    name, bytes: bytes.length, sha256: hash('sha256', bytes), cleanUp: async () => {}, assertUnchanged: async () => {},
    async* values(onRead) {
      onRead(bytes.length);
      yield [value];
    },
  };
}

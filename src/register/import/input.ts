import { hash } from 'node:crypto';
import { assertUnchanged, type CleanUp, type Source } from './source.ts';
import { valuesOf, type Found } from './values.ts';

/** Something to import that is known by its hash: a file, or a notice that was fetched. */
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

export function fileInput(source: Source, cleanUp: CleanUp): Input {
  const { name, bytes, sha256 } = source;
  return { name, bytes, sha256, values: (onRead) => valuesOf(source, onRead), assertUnchanged: () => assertUnchanged(source), cleanUp };
}

/** @param name where it was fetched from */
export function noticeInput(name: string, bytes: Buffer): Input {
  return {
    name, bytes: bytes.length, sha256: hash('sha256', bytes), cleanUp: async () => {}, assertUnchanged: async () => {},
    async* values(onRead) {
      onRead(bytes.length);
      yield [{ kind: 'notice', place: 'the notice', bytes }];
    },
  };
}

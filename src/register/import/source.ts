import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, open, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fail, FailureError, ok, type Result } from '#base';
import { HEAD, kindOf } from './kind.ts';
import { LARGEST_VALUE, tooLarge } from './limit.ts';

/** A file to import. What is no regular file has been written to one first: it is read twice, and known by its hash. */
export interface Source {
  readonly name: string;
  readonly file: string;
  /** Size as stored, in bytes. */
  readonly bytes: number;
  readonly sha256: string;
  /** Tells whether the file is still the one that was hashed. */
  readonly state: string;
}

/** Removes the copy of the standard input or of a pipe, if there is one. */
export type CleanUp = () => Promise<void>;

const KINDS_TAKEN = /\.(json|jsonl|ndjson|xml|zip|tar|tgz|gz|xz)$/i;

/** The files that a path names: itself, or what lies under a folder, in the order of their names. */
export async function filesAt(place: string): Promise<Result<string[]>> {
  if (place === '-') return ok(['-']);
  const entry = await stat(place).catch((error: NodeJS.ErrnoException) => error);
  if (entry instanceof Error) {
    const reason = entry.code === 'ENOENT' ? 'there is no such file or folder' : (entry.code ?? entry.message);
    return fail({ kind: 'not-found', message: `${place} cannot be read: ${reason}.`, help: 'Check the path; nothing was imported from it.', place });
  }
  if (!entry.isDirectory()) return ok([place]);
  const entries = await readdir(place, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((file) => file.isFile() && KINDS_TAKEN.test(file.name))
    .map((file) => path.join(file.parentPath, file.name));
  if (files.length > 0) return ok(files.sort());
  return fail({ kind: 'not-found', message: `The folder ${place} holds no file whose name ends in .json, .jsonl, .ndjson, .xml, .zip, .tar, .tgz, .gz or .xz.`, help: 'Name the files themselves.', place });
}

/** Reads the file once for its hash and kind. The standard input (`-`), a pipe or a device is copied to a file before. */
export async function openSource(
  file: string, { input, inputName = '-', tempFolder = tmpdir() }: { input: Readable; inputName?: string; tempFolder?: string },
): Promise<Result<{ source: Source; cleanUp: CleanUp }>> {
  const fromInput = file === '-';
  const name = fromInput ? inputName : file;
  if (!fromInput && (await stat(file).catch(() => null))?.isFile() !== false) {
    const source = await inspect(file, name);
    return source.ok ? ok({ source: source.value, cleanUp: async () => {} }) : source;
  }
  let folder: string | null = null;
  const cleanUp: CleanUp = async () => {
    if (folder !== null) await rm(folder, { recursive: true, force: true });
  };
  try {
    folder = await mkdtemp(path.join(tempFolder, 'torvet-import-'));
    const copy = path.join(folder, 'input');
    await pipeline(fromInput ? input : createReadStream(file), createWriteStream(copy));
    const source = await inspect(copy, name);
    if (source.ok) return ok({ source: source.value, cleanUp });
    await cleanUp();
    return source;
  } catch (error) {
    await cleanUp();
    return fail({
      kind: 'unavailable',
      message: `${name} could not be copied to the folder ${tempFolder} (${codeOf(error)}), and only a copy can be read twice.`,
      help: 'Is there room on that disk? Nothing was imported from it; save it as a file, or set TMPDIR to another folder, and import again.',
      place: name,
    });
  }
}

async function inspect(file: string, name: string): Promise<Result<Source>> {
  try {
    const state = await stateOf(file);
    const { head, bytes } = await beginningOf(file);
    // Refused before it is read for its hash: it would be refused after that all the same.
    if (bytes > LARGEST_VALUE && kindOf(head) === 'xml') {
      return fail({ kind: 'invalid', message: tooLarge('The notice', LARGEST_VALUE), help: 'The largest real ones have a few. Is it one notice?', place: name });
    }
    const hash = createHash('sha256');
    let hashed = 0;
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      hashed += chunk.length;
    }
    return ok({ name, file, bytes: hashed, sha256: hash.digest('hex'), state });
  } catch (error) {
    return fail({ kind: 'not-found', message: `${name} cannot be read: ${codeOf(error)}.`, help: 'Check the path and who may read it.', place: name });
  }
}

async function beginningOf(file: string): Promise<{ head: Buffer; bytes: number }> {
  await using handle = await open(file);
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(HEAD), 0, HEAD, 0);
  return { head: buffer.subarray(0, bytesRead), bytes: (await handle.stat()).size };
}

async function stateOf(file: string): Promise<string> {
  const { ino, size, mtimeNs } = await stat(file, { bigint: true });
  return [ino, size, mtimeNs].join();
}

/**
 * Between the hash and the reading a file can grow or be replaced; then what is read is not what the register would say.
 * @throws FailureError (`conflict`) when it did, (`unavailable`) when it cannot be asked.
 */
export async function assertUnchanged({ name, file, state }: Source): Promise<void> {
  const now = await stateOf(file).catch((error: unknown) => { throw unreadableNow(name, error); });
  if (now === state) return;
  throw new FailureError({
    kind: 'conflict',
    message: `${name} was changed while it was being imported, so the rest of it was not taken in.`,
    help: 'Import it again when nothing writes to it any more: what is in the register already stays and is not taken in twice.',
    place: name,
  });
}

export function unreadableNow(name: string, error: unknown): FailureError {
  return new FailureError({
    kind: 'unavailable',
    message: `${name} could be opened, but reading it failed (${codeOf(error)}), so the import stops.`,
    help: 'Check the disk or the network, then run the same import again: what is done is kept, and it goes on from there.',
    place: name,
  });
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}

/**
 * The file as stored.
 * @param onRead is told how many bytes have been read.
 * @throws FailureError (`unavailable`) when the file can no longer be read: that says nothing about what stands in it.
 */
export async function* storedBytes({ name, file }: Source, onRead: (bytes: number) => void = () => {}): AsyncGenerator<Buffer> {
  // Chunks of a few releases: between two of them the answers of the database are heard.
  const chunks = createReadStream(file, { highWaterMark: 1 << 18 })[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  try {
    for (;;) {
      const { done, value } = await chunks.next().catch((error: unknown) => { throw unreadableNow(name, error); });
      if (done) return;
      onRead(value.length);
      yield value;
    }
  } finally {
    await chunks.return?.();
  }
}

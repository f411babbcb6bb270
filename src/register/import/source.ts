import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { fail, ok, type Result } from '#base';

/** A file to import. `-` has been written to a file first: it is read twice, and known by its hash. */
export interface Source {
  readonly name: string;
  readonly file: string;
  /** Size as stored, in bytes. */
  readonly bytes: number;
  readonly sha256: string;
  readonly compressed: boolean;
}

/** Removes the copy of the standard input, if there is one. */
export type CleanUp = () => Promise<void>;

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
    .filter((file) => file.isFile() && /\.(json|jsonl|ndjson)(\.gz)?$/i.test(file.name))
    .map((file) => path.join(file.parentPath, file.name));
  if (files.length > 0) return ok(files.sort());
  return fail({ kind: 'not-found', message: `The folder ${place} holds no .json, .jsonl or .gz file.`, help: 'Name the files themselves.', place });
}

/** Reads the file once for its hash and kind. */
export async function openSource(
  file: string, { input, inputName = '-', tempFolder = tmpdir() }: { input: Readable; inputName?: string; tempFolder?: string },
): Promise<Result<{ source: Source; cleanUp: CleanUp }>> {
  if (file !== '-') {
    const source = await inspect(file, file);
    return source.ok ? ok({ source: source.value, cleanUp: async () => {} }) : source;
  }
  const folder = await mkdtemp(path.join(tempFolder, 'torvet-import-'));
  const cleanUp: CleanUp = () => rm(folder, { recursive: true, force: true });
  const copy = path.join(folder, 'input');
  await pipeline(input, createWriteStream(copy));
  const source = await inspect(copy, inputName);
  if (source.ok) return ok({ source: source.value, cleanUp });
  await cleanUp();
  return source;
}

async function inspect(file: string, name: string): Promise<Result<Source>> {
  const hash = createHash('sha256');
  let head = Buffer.alloc(0);
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
      if (head.length < 2) head = Buffer.concat([head, chunk.subarray(0, 2)]);
      hash.update(chunk);
      bytes += chunk.length;
    }
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    return fail({ kind: 'not-found', message: `${name} cannot be read: ${reason}.`, help: 'Check the path and who may read it.', place: name });
  }
  const compressed = head[0] === 0x1f && head[1] === 0x8b;
  return ok({ name, file, bytes, sha256: hash.digest('hex'), compressed });
}

/**
 * The content, unpacked. A gzip that is cut short gives all that could be unpacked and then throws.
 * @param onRead is told how many bytes of the stored file have been read, for the progress line.
 */
export function contentOf(source: Source, onRead: (bytes: number) => void = () => {}): AsyncIterable<Buffer> {
  // Chunks of a few releases: between two of them the answers of the database are heard.
  const stored = createReadStream(source.file, { highWaterMark: 1 << 18 });
  stored.on('data', (chunk) => onRead(chunk.length));
  stored.pause();
  return source.compressed ? unzipped(stored) : stored;
}

/**
 * Chunk by chunk by hand: a stream that fails drops what it holds, and what could be unpacked before a file breaks off
 * is wanted.
 */
async function* unzipped(stored: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: 1 << 18 });
  const ready: Buffer[] = [];
  gunzip.on('data', (chunk: Buffer) => ready.push(chunk));
  // Resolves to null at the end of the archive, else to the reason.
  const over = new Promise<Error | null>((resolve) => {
    gunzip.once('error', resolve);
    gunzip.once('end', () => resolve(null));
  });
  try {
    for await (const chunk of stored) {
      await Promise.race([over, new Promise((resolve) => { gunzip.write(chunk, resolve); })]);
      yield* ready.splice(0);
      if (gunzip.destroyed) break;
    }
    if (!gunzip.destroyed) gunzip.end();
    const failure = await over;
    yield* ready.splice(0);
    if (failure !== null) throw failure;
  } finally {
    gunzip.destroy();
  }
}

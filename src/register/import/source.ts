import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compose, type Readable } from 'node:stream';
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
  const stored = createReadStream(source.file, { highWaterMark: 1 << 20 });
  stored.on('data', (chunk) => onRead(chunk.length));
  stored.pause();
  return source.compressed ? compose(stored, createGunzip({ chunkSize: 1 << 18 })) : stored;
}

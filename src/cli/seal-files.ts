/** Files of sealed bids and keys, read and written. */
import { createHash } from 'node:crypto';
import { open, stat, writeFile, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { fail, FailureError, isObject, ok, unwrap, type JsonObject, type Result } from '#base';
import type { BidFile } from '#seal';
import { readInput } from './input.ts';

const PIECE_BYTES = 256 * 1024;
const LONGEST_TEXT = 64 * 1024;

/** One JSON object. */
export async function readObject(file: string, stdin: Readable): Promise<Result<JsonObject>> {
  const input = await readInput(file, stdin);
  if (!input.ok) return input;
  if (input.value.kind === 'document' && isObject(input.value.value)) return ok(input.value.value);
  return fail({ kind: 'invalid', message: `${file} holds no object of JSON.`, help: 'Give the file as the purchase or this command wrote it.', place: file });
}

/** Opens for reading at once, so that a file that cannot be read is told before anything is done. */
export async function openForReading(file: string, stdin: Readable): Promise<AsyncIterable<Uint8Array>> {
  return file === '-' ? stdin : openFile(file);
}

async function openFile(file: string): Promise<AsyncIterable<Uint8Array>> {
  try {
    const handle = await open(file);
    if ((await handle.stat()).isFile()) return piecesOf(handle);
    await handle.close();
    return notThere(file, 'it is no file');
  } catch (error) {
    if (error instanceof FailureError) throw error;
    return notThere(file, reasonOf(error));
  }
}

/** Reads into the same memory again and again: a piece is good until the next one is asked for. */
async function* piecesOf(handle: FileHandle): AsyncGenerator<Uint8Array> {
  const piece = new Uint8Array(PIECE_BYTES);
  try {
    for (let got = await handle.read(piece); got.bytesRead > 0; got = await handle.read(piece)) yield piece.subarray(0, got.bytesRead);
  } finally {
    await handle.close();
  }
}

/** A small text. @param place option or file that a failure names */
export async function readText(file: string, place: string, stdin: Readable): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of await openForReading(file, stdin)) {
    bytes += piece.length;
    if (bytes > LONGEST_TEXT) throw new FailureError({ kind: 'invalid', message: `${file} is longer than a key or a challenge is.`, help: 'Give the right file.', place });
    pieces.push(Buffer.from(piece));
  }
  return Buffer.concat(pieces).toString('utf8');
}

/** Writes a text for this user alone; a file that is there is left alone. */
export async function writePrivate(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    notWritten(file, error);
  }
}

export function notWritten(file: string, error: unknown): never {
  throw new FailureError({ kind: 'invalid', message: `${file} cannot be written: ${reasonOf(error)}.`, help: 'Name another file with --out.', place: '--out' });
}

/** What the bid says of a file, so that who opens it knows what each part is. */
export interface NamedFile {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly bytes: number;
  /** Of the plain file, in hexadecimal digits. */
  readonly sha256: string;
}

export interface FileToSeal {
  readonly named: NamedFile;
  /** Gives the same bytes as were hashed, or fails. */
  readonly file: BidFile;
}

/** @throws FailureError when it cannot be read */
export async function fileToSeal(file: string): Promise<FileToSeal> {
  const hash = createHash('sha256');
  for await (const piece of await openFile(file)) hash.update(piece);
  const sha256 = hash.digest('hex');
  const { size } = await stat(file);
  const type = TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
  return { named: { name: path.basename(file), type, bytes: size, sha256 }, file: { size, read: () => hashed(file, sha256) } };
}

async function* hashed(file: string, sha256: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const piece of await openFile(file)) {
    hash.update(piece);
    yield piece;
  }
  if (hash.digest('hex') !== sha256) unwrap(fail({ kind: 'invalid', message: `${file} was changed while it was sealed.`, help: 'Let nothing write to it, and seal again.', place: file }));
}

const TYPES: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf', '.txt': 'text/plain', '.csv': 'text/csv', '.json': 'application/json', '.xml': 'application/xml', '.zip': 'application/zip', '.png': 'image/png', '.jpg': 'image/jpeg', '.jpeg': 'image/jpeg',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.pptx': 'application/vnd.openxmlformats-officedocument.presentationml.presentation', '.odt': 'application/vnd.oasis.opendocument.text', '.ods': 'application/vnd.oasis.opendocument.spreadsheet',
};

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder', EEXIST: 'it is there already', EISDIR: 'it is a folder', EACCES: 'this user may not', ENOSPC: 'the disk is full',
};

function reasonOf(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return REASONS[code] ?? message;
}

function notThere(file: string, reason: string): never {
  throw new FailureError({ kind: 'invalid', message: `${file} cannot be read: ${reason}.`, help: 'Give a file of this machine.', place: file });
}

import { crc32 } from 'node:zlib';
import yauzl from 'yauzl';
import { FailureError } from '#base';
import type { Entry } from './content.ts';
import { Damage, isDamage } from './damage.ts';
import { unpacked } from './packing.ts';
import { unreadableNow } from './source.ts';

const STORED = 0;
const DEFLATED = 8;
const LINK = 0o120000;
const FILE_TYPE = 0o170000;
const OVERLAP = 'The entries of the zip archive overlap, as in one made to flood its reader; the rest was not read.';
const UNPACK_WITH_PASSWORD = 'Unpack it with its password, and import what comes out.';

/** As it lies on the disk. */
export interface ZipFile {
  readonly name: string;
  readonly file: string;
}

/**
 * The files of a zip archive, in the order of its directory; folders and links are passed over.
 * @param zip the file it lies in, or all its bytes.
 * @param onRead is told how many bytes of it have been read.
 * @throws Damage when it has no sound directory; an entry that cannot be read says so when it is.
 * @throws FailureError (`unavailable`) when the file can no longer be read.
 */
export async function* zipEntries(zip: ZipFile | Buffer, onRead: (bytes: number) => void): AsyncGenerator<Entry> {
  // Names are decoded below, because the package stops at one that leads out of a folder. Nothing is written under them.
  const options = { decodeStrings: false, validateEntrySizes: false };
  let packed = 0;
  try {
    const archive = await ('file' in zip ? yauzl.openPromise(zip.file, options) : yauzl.fromBufferPromise(zip, options));
    for await (const entry of archive.eachEntry()) {
      packed += entry.compressedSize;
      if (packed > archive.fileSize) throw new Damage(OVERLAP, 'Where does it come from? Unpack it with care, and import what is meant.');
      const name = yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
      if (isFile(entry, name)) yield { name, size: entry.uncompressedSize, read: () => contentOf(archive, entry) };
      onRead(entry.compressedSize);
    }
  } catch (error) {
    if (!('file' in zip && isSystemError(error))) throw damageOf(error);
    throw unreadableNow(zip.name, error);
  }
}

function isFile({ externalFileAttributes, uncompressedSize, crc32: sum }: yauzl.Entry, name: string): boolean {
  return !name.endsWith('/') && ((externalFileAttributes >>> 16) & FILE_TYPE) !== LINK && (uncompressedSize > 0 || sum !== 0);
}

/** Proves size and checksum on the way, because the package leaves that to others. */
async function* contentOf(archive: yauzl.ZipFile, entry: yauzl.Entry): AsyncGenerator<Buffer> {
  const method = entry.compressionMethod;
  if (entry.isEncrypted()) throw new Damage('The zip entry is encrypted.', UNPACK_WITH_PASSWORD);
  if (method !== STORED && method !== DEFLATED) {
    throw new Damage(`The zip entry is packed by method ${method}, which Torvet does not unpack.`, 'Unpack it, and pack it as zip programs do by default (method 8).');
  }
  let size = 0;
  let sum = 0;
  try {
    const stored = await archive.openReadStreamPromise(entry, { decodeFileData: false }) as AsyncIterable<Buffer>;
    for await (const chunk of method === STORED ? stored : unpacked('deflate', stored)) {
      size += chunk.length;
      sum = crc32(chunk, sum);
      if (size > entry.uncompressedSize) break;
      yield chunk;
    }
  } catch (error) {
    throw damageOf(error);
  }
  if (size !== entry.uncompressedSize) throw new Damage('The zip entry is not as long as its archive says.');
  if (sum !== entry.crc32) throw new Damage('The zip entry is damaged: its checksum is not the one that its archive says.');
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

/** What the package says, in a sentence for the reader. */
function damageOf(error: unknown): unknown {
  if (isDamage(error) || error instanceof FailureError || !(error instanceof Error) || isSystemError(error)) return error;
  if (/end of central directory/i.test(error.message)) return new Damage('The zip archive is cut short: it has no directory at its end, and nothing of it could be read.');
  if (/strong encryption/.test(error.message)) return new Damage('The next zip entry is encrypted in a way that hides the rest of the archive.', UNPACK_WITH_PASSWORD);
  return new Damage(`The zip archive is damaged (${error.message}).`);
}

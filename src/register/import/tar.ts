import { ByteReader } from './byte-reader.ts';
import type { Entry } from './content.ts';
import { Damage } from './damage.ts';

/** Bytes in which a tar archive is laid out; the least from which one can be told. */
export const TAR_BLOCK = 512;
/** The last is a file that was to lie in one piece on the disk. */
const FILE_TYPES = new Set(['0', '\0', '7']);
/** A long name or a list of attributes. The longest path of a real system has 4,096 bytes. */
const LARGEST_ATTRIBUTES = 1 << 20;

/** What stands before an entry and overrides its header. */
interface Attributes {
  name?: string;
  size?: number;
}

/**
 * The files of a tar archive (ustar, pax and GNU), in its order; folders, links and devices are passed over. Read here
 * and not by a package, because the ones there are hold what they read in streams that drop it when the archive breaks
 * off; what is whole before the break is wanted, and the same at each reading.
 * @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html
 * @throws Damage when the archive is cut short or no tar archive, except where reading an entry has thrown it already.
 */
export async function* tarEntries(chunks: AsyncIterable<Buffer>): AsyncGenerator<Entry> {
  const bytes = new ByteReader(chunks);
  let attributes: Attributes = {};
  try {
    for (;;) {
      const header = await bytes.take(TAR_BLOCK);
      if (isBlank(header)) break;
      if (!isTarHeader(header)) throw new Damage('The tar archive is damaged: where the next entry should begin is something else.');
      const type = String.fromCharCode(header[156] ?? 0);
      const size = numberOf(header.subarray(124, 136));
      if (type === 'x' || type === 'L') {
        Object.assign(attributes, await readAttributes(bytes, type, size));
        continue;
      }
      const entry = new Body(bytes, attributes.size ?? size);
      if (FILE_TYPES.has(type) && entry.size > 0) yield { name: attributes.name ?? nameOf(header), size: entry.size, read: () => entry.read() };
      if (entry.broken) return;
      await entry.skip();
      attributes = {};
    }
    await expectNothing(bytes);
  } finally {
    await bytes.close();
  }
}

class Body {
  readonly size: number;
  /** Whether the archive broke off while the entry was read: who read it knows. */
  broken = false;
  private left: number;
  private readonly bytes: ByteReader;

  constructor(bytes: ByteReader, size: number) {
    this.bytes = bytes;
    this.size = size;
    this.left = size;
  }

  async* read(): AsyncGenerator<Buffer> {
    while (this.left > 0) {
      let part: Buffer;
      try {
        part = await this.bytes.some(this.left);
      } catch (error) {
        this.broken = true;
        throw error;
      }
      this.left -= part.length;
      yield part;
    }
  }

  async skip(): Promise<void> {
    await this.bytes.skip(this.left + paddingOf(this.size));
  }
}

async function readAttributes(bytes: ByteReader, type: 'x' | 'L', size: number): Promise<Attributes> {
  if (size > LARGEST_ATTRIBUTES) throw new Damage('The tar archive is damaged: the attributes of an entry have no end.');
  const data = await bytes.take(size);
  await bytes.skip(paddingOf(size));
  return type === 'L' ? { name: textOf(data) } : paxAttributes(data);
}

/** Records of the form `26 path=long/name/of/it.xml\n`, where the number counts the bytes of the record. */
function paxAttributes(data: Buffer): Attributes {
  const found: Attributes = {};
  for (let from = 0; from < data.length;) {
    const space = data.indexOf(0x20, from);
    const length = Number(data.toString('latin1', from, space));
    if (space < 0 || !(length > 0)) break;
    const [, key, value = ''] = /^(path|size)=(.*)\n$/s.exec(data.toString('utf8', space + 1, from + length)) ?? [];
    if (key === 'path') found.name = value;
    if (key === 'size' && /^\d{1,15}$/.test(value)) found.size = Number(value);
    from += length;
  }
  return found;
}

// Also proves the checksum of what the archive is packed in, which stands behind the padding.
async function expectNothing(bytes: ByteReader): Promise<void> {
  for (let rest = await bytes.someOrEnd(); rest !== null; rest = await bytes.someOrEnd()) {
    if (!isBlank(rest)) throw new Damage('Behind the end of the tar archive stands more, which was not read.', 'Were several archives joined? Import each by itself.');
  }
}

/** By its checksum: older archives have no other sign. */
export function isTarHeader(block: Buffer): boolean {
  if (block.length < TAR_BLOCK || isBlank(block)) return false;
  let sum = 8 * 0x20;
  for (let at = 0; at < TAR_BLOCK; at += 1) if (at < 148 || at >= 156) sum += block[at] ?? 0;
  const stored = /^[\0 ]*([0-7]+)/.exec(block.toString('latin1', 148, 156))?.[1];
  return stored !== undefined && Number.parseInt(stored, 8) === sum;
}

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0);
}

/** Octal digits, or binary for sizes from 8 GiB. */
function numberOf(field: Buffer): number {
  const isBinary = ((field[0] ?? 0) & 0x80) !== 0;
  const digits = /^[\0 ]*([0-7]*)/.exec(field.toString('latin1'))?.[1];
  const value = isBinary ? Number(field.readBigUInt64BE(4)) : Number.parseInt(digits || '0', 8);
  if (!Number.isSafeInteger(value)) throw new Damage('The tar archive is damaged: the size of an entry is none.');
  return value;
}

function nameOf(header: Buffer): string {
  const name = textOf(header.subarray(0, 100));
  const folder = header.toString('latin1', 257, 263) === 'ustar\0' ? textOf(header.subarray(345, 500)) : '';
  return folder === '' ? name : `${folder}/${name}`;
}

function textOf(field: Buffer): string {
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? field.length : end);
}

function paddingOf(size: number): number {
  return (TAR_BLOCK - (size % TAR_BLOCK)) % TAR_BLOCK;
}

import type { Damage } from './damage.ts';
import { HEAD } from './kind.ts';
import { lookInto } from './look.ts';
import { unpacked } from './packing.ts';
import { storedBytes, type Source } from './source.ts';

/** A file inside an archive. */
export interface Entry {
  readonly name: string;
  /** In bytes, as the archive says. */
  readonly size: number;
  /** What stands in it; once, and before the next entry is asked for. @throws Damage */
  readonly read: () => AsyncGenerator<Buffer>;
}

/** A file, or what stands in an entry of an archive, stored or unpacked. */
export interface Content {
  /** For people: where in the file; empty for the file itself. */
  readonly place: string;
  readonly name: string;
  /** The first bytes: they tell the kind. */
  readonly head: Buffer;
  /** Why there are not more of them, if it breaks off there. */
  readonly damage: Damage | null;
  /** In bytes; null when it comes out only by unpacking. */
  readonly size: number | null;
  /** Whether it came out of gzip or xz. */
  readonly unpacked: boolean;
  /** Whether it, or an archive that it stands in, came out of xz. */
  readonly insideXz: boolean;
  /** The file, when this is it as stored. */
  readonly source: Source | null;
  /** Whether it can be read again from its beginning. What stands in an archive passes by once. */
  readonly reopens: boolean;
  /** @param onRead is told how many bytes of the stored file have been read. */
  readonly open: (onRead?: (bytes: number) => void) => AsyncIterable<Buffer>;
  /** Lets go of what was not read. */
  readonly close: () => Promise<void>;
}

type Told = Omit<Content, 'head' | 'damage' | 'open' | 'close'>;

export async function contentOfSource(source: Source): Promise<Content> {
  const told = { place: '', name: source.name, size: source.bytes, unpacked: false, insideXz: false, source, reopens: true };
  return begin(told, (onRead) => storedBytes(source, onRead));
}

/** @param place of the entry, with that of its archive. */
export async function contentOfEntry(entry: Entry, place: string, insideXz: boolean): Promise<Content> {
  return begin({ place, name: entry.name, size: entry.size, unpacked: false, insideXz, source: null, reopens: false }, () => entry.read());
}

export async function unpackedContent({ place, name, insideXz, reopens, open }: Content, packing: 'gzip' | 'xz'): Promise<Content> {
  const inner = name.replace(/\.(?:gz|xz)$/i, '').replace(/\.tgz$/i, '.tar');
  const told = { place, name: inner, size: null, unpacked: true, insideXz: insideXz || packing === 'xz', source: null, reopens };
  return begin(told, (onRead) => unpacked(packing, open(onRead)));
}

async function begin(told: Told, open: (onRead?: (bytes: number) => void) => AsyncIterable<Buffer>): Promise<Content> {
  const look = await lookInto(open(), HEAD);
  const head = Buffer.concat(look.seen).subarray(0, HEAD);
  if (told.reopens) await look.close();
  return { ...told, head, damage: look.damage, open: told.reopens ? open : look.whole, close: look.close };
}

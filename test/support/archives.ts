/** Archives made by hand, also such as no program would make. */
import { crc32, deflateRawSync } from 'node:zlib';

export interface TarEntry {
  readonly name: string;
  readonly content?: Buffer | string;
  /** Type flag: `0` a file, `5` a folder, `2` a link, `x` attributes of the next. */
  readonly type?: string;
  /** The size that the header says. */
  readonly size?: number;
}

export interface ZipEntry {
  readonly name: string;
  readonly content: Buffer | string;
  readonly method?: number;
  readonly flags?: number;
  /** What the directory says, where it lies. */
  readonly says?: { readonly crc?: number; readonly size?: number; readonly mode?: number };
  /** Index of the entry whose data this one shares. */
  readonly shares?: number;
}

const END_OF_TAR = Buffer.alloc(1024);

export function tarOf(entries: readonly TarEntry[], end = END_OF_TAR): Buffer {
  return Buffer.concat([...entries.flatMap(({ name, content = '', type = '0', size }) => {
    const bytes = Buffer.from(content as string);
    return [tarHeader(name, type, size ?? bytes.length), bytes, Buffer.alloc(-bytes.length & 511)];
  }), end]);
}

export function tarHeader(name: string, type: string, size: number): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0, 100);
  header.write('0000644', 100);
  header.write(size.toString(8).padStart(11, '0'), 124);
  header.write('        ', 148);
  header.write(type, 156);
  header.write('ustar\u000000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

/** With the local headers, the data, and the directory that is read. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const parts: Buffer[] = [];
  const places: { offset: number; packed: Buffer }[] = [];
  let offset = 0;
  for (const entry of entries) {
    const shared = entry.shares === undefined ? undefined : places[entry.shares];
    const packed = shared?.packed ?? ((entry.method ?? 8) === 8 ? deflateRawSync(entry.content) : Buffer.from(entry.content as string));
    places.push(shared ?? { offset, packed });
    if (shared !== undefined) continue;
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields(entry, packed), Buffer.from(entry.name), packed]);
    parts.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries.map((entry, index) => {
    const { offset: at, packed } = places[index] ?? { offset: 0, packed: Buffer.alloc(0) };
    const more = Buffer.alloc(14);
    more.writeUInt32LE(((entry.says?.mode ?? 0) << 16) >>> 0, 6);
    more.writeUInt32LE(at, 10);
    return Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0003'), fields(entry, packed), more, Buffer.from(entry.name)]);
  }));
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, directory, end]);
}

/** From the version needed to the length of the extra field, alike in both headers. Names are UTF-8. */
function fields({ name, content, method = 8, flags = 0, says = {} }: ZipEntry, packed: Buffer): Buffer {
  const found = Buffer.alloc(26);
  found.writeUInt16LE(20, 0);
  found.writeUInt16LE(flags | 0x800, 2);
  found.writeUInt16LE(method, 4);
  found.writeUInt32LE(says.crc ?? crc32(content), 10);
  found.writeUInt32LE(packed.length, 14);
  found.writeUInt32LE(says.size ?? Buffer.byteLength(content), 18);
  found.writeUInt16LE(Buffer.byteLength(name), 22);
  return found;
}

import { isTarHeader, TAR_BLOCK } from './tar.ts';

export type Kind = 'gzip' | 'xz' | 'zip' | 'tar' | 'xml' | 'json' | 'foreign' | 'other';

/** How many bytes tell the kind. */
export const HEAD = TAR_BLOCK;

const SIGNS: readonly (readonly [Kind, ...(readonly number[][])])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00]],
  // With entries, without, and in parts.
  ['zip', [0x50, 0x4b, 0x03, 0x04], [0x50, 0x4b, 0x05, 0x06], [0x50, 0x4b, 0x07, 0x08]],
  // 7z, rar, bzip2, zstd: archives that may hold notices, but are not unpacked.
  ['foreign', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07], [0x42, 0x5a, 0x68], [0x28, 0xb5, 0x2f, 0xfd]],
];

/** Documents of office programs, books and programs are zip archives too, and begin with one of these entries. */
const OFFICE = /^(?:mimetype|\[Content_Types\]\.xml|_rels\/|docProps\/|META-INF\/)/;

/** What a content is, by its beginning. */
export function kindOf(head: Buffer): Kind {
  // First, because an archive begins with the name of an entry, which can be any.
  if (isTarHeader(head)) return 'tar';
  const signed = SIGNS.find(([, ...signs]) => signs.some((sign) => sign.every((byte, at) => head[at] === byte)));
  if (signed !== undefined) return signed[0] === 'zip' && OFFICE.test(head.toString('latin1', 30, 60)) ? 'other' : signed[0];
  const letter = firstLetter(head);
  if (letter === '<') return 'xml';
  return letter === '{' || letter === '[' ? 'json' : 'other';
}

/** Behind byte order mark and white space. */
function firstLetter(head: Buffer): string | undefined {
  const [first, second, third] = head;
  const swapped = first === 0xfe && second === 0xff;
  let text = head.toString('latin1');
  if (first === 0xef && second === 0xbb && third === 0xbf) text = text.slice(3);
  if (swapped || (first === 0xff && second === 0xfe)) {
    const even = Buffer.from(head.subarray(2, head.length - (head.length % 2)));
    text = (swapped ? even.swap16() : even).toString('utf16le');
  }
  return /[^ \t\r\n]/.exec(text)?.[0];
}

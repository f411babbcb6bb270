/** The real notices of the outside material. Persons in them are stand-ins. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import xz from 'xz-decompress';
import { sharedFolder } from './shared.ts';

/** For `without()`. */
export const REAL_NOTICES = 'data/notices/ted-notices.tar.xz';

/** All of them, as published, by the name of their file: `000163-2021`. */
export async function realNotices(): Promise<ReadonlyMap<string, Buffer>> {
  const packed = readFileSync(path.join(sharedFolder, REAL_NOTICES));
  const tar = Buffer.from(await new Response(new xz.XzReadableStream(new Blob([packed]).stream())).arrayBuffer());
  const notices = new Map<string, Buffer>();
  for (let at = 0; at + BLOCK <= tar.length && tar[at] !== 0;) {
    const name = tar.toString('utf8', at, at + NAME).replace(/\0.*$/s, '');
    const size = Number.parseInt(tar.toString('latin1', at + SIZE, at + SIZE + 11), 8);
    const start = at + BLOCK;
    if (name.endsWith('.xml')) notices.set(name.replace(/^notices\//, '').replace(/\.xml$/, ''), tar.subarray(start, start + size));
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  return notices;
}

const BLOCK = 512;
const NAME = 100;
const SIZE = 124;

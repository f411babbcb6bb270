import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { unwrap } from '#base';
import { isUnreadable, openSource, valuesOf } from '#register';
import { sharedFolder } from './shared.ts';

export interface RealNotice {
  /** Name of its file: `000163-2021.xml`. */
  readonly name: string;
  readonly bytes: Buffer;
}

export const NOTICES = ['data', 'notices', 'ted-notices.tar.xz'] as const;
export const NORWEGIAN = ['data', 'eforms-norway'] as const;
export const EXAMPLES = ['conformance', 'eforms-sdk-1.14.2', 'notices'] as const;

/** The published TED notices, in the order of their archive. */
export async function* tedNotices(): AsyncGenerator<RealNotice> {
  const { source, cleanUp } = unwrap(await openSource(path.join(sharedFolder, ...NOTICES), { input: Readable.from([]) }));
  try {
    for await (const group of valuesOf(source)) {
      for (const found of group) {
        if (isUnreadable(found) || found.kind !== 'notice') throw new Error(`${found.place} is no notice.`);
        yield { name: path.basename(found.place), bytes: found.bytes };
      }
    }
  } finally {
    await cleanUp();
  }
}

/** All of them at once, each by its name without ending. */
export async function tedNoticesByName(): Promise<ReadonlyMap<string, Buffer>> {
  const found = new Map<string, Buffer>();
  for await (const { name, bytes } of tedNotices()) found.set(name.replace(/\.xml$/, ''), bytes);
  return found;
}

/** The notices that lie unpacked in a folder. */
export function noticesIn(...folder: readonly string[]): RealNotice[] {
  const place = path.join(sharedFolder, ...folder);
  return readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.xml')).toSorted()
    .map((name) => ({ name: path.basename(name), bytes: readFileSync(path.join(place, name)) }));
}

import { existsSync } from 'node:fs';
import path from 'node:path';

/** Where the outside test material lies. */
export const sharedFolder = path.resolve(process.env['TORVET_SHARED'] ?? path.join(import.meta.dirname, '../../../shared'));

/** For `{ skip }`: false when the material is there, else the reason, which the summary prints. */
export function without(...parts: string[]): string | false {
  const place = path.join(sharedFolder, ...parts);
  return existsSync(place) ? false : `the outside material ${parts.join('/')} is not under TORVET_SHARED`;
}

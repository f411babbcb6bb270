import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

export const rootFolder = path.resolve(import.meta.dirname, '../..');

/** What stands beside the project's own files and is no part of it; these are also what a clone lacks. */
const NOT_OURS = new Set(['.git', 'var', 'test-results']);
const TEXT = /\.(?:ts|tsx|mjs|js|json|md|yml|yaml|sql|css|svg|txt|tsv|sh)$|^[^.]+$|^\.[^.]+$/;

/**
 * Every file of the project by its path from the root, with `/` between. Files that are not text have an empty text:
 * their names are still looked at.
 */
export async function readTree(root = rootFolder): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  const walk = async (folder: string): Promise<void> => {
    for (const entry of await readdir(path.join(root, folder), { withFileTypes: true })) {
      const place = path.posix.join(folder, entry.name);
      if (entry.name === 'node_modules' || (folder === '' && NOT_OURS.has(entry.name))) continue;
      if (entry.isDirectory()) await walk(place);
      else files.set(place, TEXT.test(entry.name) ? await readFile(path.join(root, place), 'utf8') : '');
    }
  };
  await walk('');
  return files;
}

import type { Json } from '#base';

/**
 * The keys that stand twice in one object, as JSON Pointers. Parsing keeps the last of two and forgets the other, so
 * two programs can read two different things in one file; that must be seen.
 * @param value the same text, parsed.
 */
export function duplicateKeys(text: string, value: Json): string[] {
  // A quote and a colon mark each key, and sometimes text that looks like one: equal counts prove that none was lost.
  if (countKeyMarks(text) === countKeys(value)) return [];
  return findDuplicates(text);
}

function countKeyMarks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('":'); at >= 0; at = text.indexOf('":', at + 2)) count += 1;
  return count + (text.match(/"\s+:/g)?.length ?? 0);
}

function countKeys(value: Json): number {
  let count = 0;
  const waiting: Json[] = [value];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (typeof next !== 'object' || next === null || JSON.isRawJSON(next)) continue;
    if (!Array.isArray(next)) count += Object.keys(next).length;
    for (const child of Object.values(next) as Json[]) if (typeof child === 'object' && child !== null) waiting.push(child);
  }
  return count;
}

interface Level {
  /** null in an array. */
  readonly keys: Set<string> | null;
  name: string;
  index: number;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gs;

function findDuplicates(text: string): string[] {
  const found: string[] = [];
  const levels: Level[] = [];
  let string = '';
  for (const [token] of text.matchAll(TOKEN)) {
    const level = levels.at(-1);
    if (token === '{' || token === '[') levels.push({ keys: token === '{' ? new Set() : null, name: '', index: 0 });
    else if (token === '}' || token === ']') levels.pop();
    else if (token === ',' && level) level.index += 1;
    else if (token === ':' && level?.keys) {
      level.name = JSON.parse(string) as string;
      if (level.keys.has(level.name)) found.push(pointer(levels));
      level.keys.add(level.name);
    } else string = token;
  }
  return found;
}

function pointer(levels: readonly Level[]): string {
  return levels.map(({ keys, name, index }) => `/${keys === null ? index : name.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

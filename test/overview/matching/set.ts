/** The hand-labelled set: what each thing is known by, which notices are about it, and the real notices themselves. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import { isObject, parseJson, unwrap, type JsonObject } from '#base';
import { readNotice } from '#eforms';
import { mentionsOf, NO_RULES, type Matched, type MatchRules } from '#register';
import { NORWEGIAN, noticesIn, tedNotices } from '../../support/real-notices.ts';
import { sharedFolder } from '../../support/shared.ts';

export const RELEASES = ['data', 'ocds', 'releases.jsonl'] as const;

export interface System {
  readonly name: string;
  readonly set: 'made' | 'held';
  readonly rules: MatchRules;
}

export interface Label {
  readonly system: string;
  /** Number of a notice, name of its file, or `releases.jsonl:` and the line. */
  readonly notice: string;
  readonly is: 'yes' | 'no';
  readonly why: string;
}

export function readSystems(): readonly System[] {
  const given = parseYaml(readFileSync(path.join(import.meta.dirname, 'systems.yaml'), 'utf8')) as Readonly<Record<string, Partial<MatchRules> & Pick<System, 'set'>>>;
  return Object.entries(given).map(([name, { set, ...rules }]) => ({ name, set, rules: { ...NO_RULES, ...rules } }));
}

export function readLabels(): readonly Label[] {
  return parseCsv(readFileSync(path.join(import.meta.dirname, 'labels.csv')), { columns: true }) as unknown as readonly Label[];
}

/** Every real notice as matching reads it. */
export async function readMatched(): Promise<ReadonlyMap<string, Matched>> {
  const found = new Map<string, Matched>();
  const take = (name: string, bytes: Uint8Array): void => void found.set(name.replace(/\.xml$/, ''), matchedOf(unwrap(readNotice(bytes, { ocidPrefix: 'ocds-test' })).release));
  for await (const { name, bytes } of tedNotices()) take(name, bytes);
  for (const { name, bytes } of noticesIn(...NORWEGIAN)) take(name, bytes);
  const lines = readFileSync(path.join(sharedFolder, ...RELEASES), 'utf8').split('\n').filter((line) => line.trim() !== '');
  for (const [at, line] of lines.entries()) {
    const release = parseJson(line);
    if (isObject(release)) found.set(`releases.jsonl:${at + 1}`, matchedOf(release));
  }
  return found;
}

function matchedOf(release: JsonObject): Matched {
  return { mentions: mentionsOf(release), cpv: codesIn(release) };
}

function codesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(codesIn);
  if (typeof value !== 'object' || value === null) return [];
  const { scheme, id } = value as { readonly scheme?: unknown; readonly id?: unknown };
  return [...(scheme === 'CPV' && typeof id === 'string' ? [id] : []), ...Object.values(value).flatMap(codesIn)];
}

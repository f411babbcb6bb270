import type { ProcessDetails } from './process-details.view.ts';
import { short, storable } from './storable.ts';

/**
 * Bytes of UTF-8. tsvector holds a megabyte, and short words take up to four times their length in it; the longest real
 * texts seen are some 20,000.
 */
const LONGEST_NAMES = 50_000;
const LONGEST_DETAILS = 150_000;
const LONGEST_TITLE = 2000;
const LONGEST_DESCRIPTION = 1000;

export interface ProcessTexts {
  readonly title: string | null;
  readonly description: string | null;
  /** Text for the search, by weight. */
  readonly names: string;
  readonly details: string;
  /** Distinct words, for finding the one that was meant. */
  readonly words: readonly string[];
}

/**
 * What lists show of a process in words, and what a search finds it by.
 * @param told what it says in other languages and places
 */
export function textsOf(ocid: string, details: ProcessDetails, parties: readonly { name: string; number: string | null }[], told: readonly string[] = []): ProcessTexts {
  const title = short(details.title, LONGEST_TITLE);
  const description = details.description;
  const names = [ocid, details.tenderId, ...parties.flatMap(({ name, number }) => [name, number])];
  const more: (string | null)[] = [
    description,
    ...details.lots.flatMap((lot) => [lot.title, lot.description]),
    ...details.items.flatMap((item) => [item.description, item.classification?.description ?? null, item.classification?.id ?? null]),
    ...details.awards.map((award) => award.title),
    ...details.contracts.map((contract) => contract.title),
    ...told,
  ];
  more.push(...more.flatMap((text) => (text === null ? [] : partsOfSlashed(text))));
  return { title, description: short(description, LONGEST_DESCRIPTION), names: join(names, LONGEST_NAMES), details: join(more, LONGEST_DETAILS), words: wordsOf(title, parties.map(({ name }) => name)) };
}

/** The distinct words by which a process can be meant: those of its title and of the names in it, as the register keeps them. */
export function wordsOf(title: string | null, names: readonly string[]): string[] {
  return [...new Set(`${title ?? ''} ${names.join(' ')}`.toLowerCase().match(/\p{L}{4,30}/gu) ?? [])];
}

/** PostgreSQL takes "RIS/SCADA" for the name of a file: its words are added one by one. */
export function partsOfSlashed(text: string): string[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:\/[\p{L}\p{N}]+)+/gu)].map(([words]) => words.replaceAll('/', ' '));
}

function join(texts: readonly (string | null)[], longest: number): string {
  const joined = storable([...new Set(texts.filter((text) => text !== null))].join('\n'));
  return Buffer.byteLength(joined) <= longest ? joined : new TextDecoder().decode(Buffer.from(joined).subarray(0, longest), { stream: true });
}

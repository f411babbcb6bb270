/** What the questions build on: tables of the law, of days and of settings, and steps that several of them share. */
import { readFile } from 'node:fs/promises';
import type { Asked } from '../indicators/indicator.ts';
import type { FlagSettings } from '../settings/settings.ts';
import { preludeOf } from './prelude.ts';

/** In the order in which one needs the other. */
const STEPS = [
  'place', 'called', 'buyer_kind', 'under', 'changed', 'weighed', 'uncalled', 'follows', 'told', 'winner', 'purchase', 'field_purchase', 'alike', 'awaited',
  'announced', 'dated', 'who', 'divided', 'lot_winner', 'decision', 'offer', 'bidder', 'contest', 'part_due', 'winning_bid', 'margin', 'entry', 'rejection', 'supplied',
] as const;
/** Where the bounds of a series lie, in the same words as for the published indicators. */
export const BOUNDS: readonly URL[] = ['quantile', 'fence'].map((name) => new URL(`../indicators/common/${name}.sql`, import.meta.url));
/** The runner reads it, whatever is asked. */
const ALWAYS = 'place';

/**
 * The statements that make it, in order. A table or step that nothing names is not made: one question of a small file
 * would else wait for those of all the others.
 */
export async function groundworkOf(settings: FlagSettings<Asked>): Promise<readonly string[]> {
  const asked = settings.runs.flatMap(({ question }) => [question.query, question.evidence, ...(question.measure === null ? [] : [question.measure, ...BOUNDS])]);
  const texts = [ALWAYS, ...await Promise.all(asked.map(textOf))];
  const steps: string[] = [];
  for (const name of STEPS.toReversed()) {
    if (!isNamed(name, texts)) continue;
    const text = await textOf(new URL(`${name}.sql`, import.meta.url));
    texts.push(text);
    steps.unshift(text);
  }
  const tables = preludeOf(settings).filter(({ name }) => isNamed(name, texts));
  return [...tables.flatMap(({ statements }) => statements), ...steps];
}

export function textOf(file: URL): Promise<string> {
  return readFile(file, 'utf8');
}

function isNamed(name: string, texts: readonly string[]): boolean {
  const word = new RegExp(String.raw`\b${name}\b`);
  return texts.some((text) => word.test(text.replaceAll(/--.*$/gm, '')));
}

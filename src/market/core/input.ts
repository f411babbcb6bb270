/** Checks what came with a command against the command's own schema; the first thing wrong is named as the form names it. */
import type { Result } from '#base';
import { factsReader, type FactsReader } from '#law';
import type { Command } from './command.ts';

const readers = new WeakMap<Command, FactsReader<Command['input']>>();

export function inputReader(command: Command): { read(given: unknown): Result<unknown> } {
  const known = readers.get(command) ?? factsReader(command.input);
  readers.set(command, known);
  return known;
}

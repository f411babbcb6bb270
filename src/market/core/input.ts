/** Checks what came with a command against the command's own schema; the first thing wrong is named as the form names it. */
import { fail, refuse, type Result } from '#base';
import { factsReader, type FactsReader } from '#law';
import type { Command } from './command.ts';

const readers = new WeakMap<Command, FactsReader<Command['input']>>();

export function inputReader(command: Command): { read(given: unknown): Result<unknown> } {
  const known = readers.get(command) ?? factsReader(command.input);
  readers.set(command, known);
  return {
    read: (given) => {
      const place = unkeepable(given, '');
      return place === null ? known.read(given) : fail(refuse('invalid', {
        da: ['Teksten har tegn, der ikke kan gemmes: NUL eller halve tegn.', 'Skriv teksten igen uden dem.'],
        en: ['The text has characters that cannot be kept: NUL or half of a character.', 'Write it again without them.'],
      }, place));
    },
  };
}

/** The field whose text no database holds, as the form names it; null: there is none. A form is read so that none gets this far. */
function unkeepable(given: unknown, place: string): string | null {
  if (typeof given === 'string') return given.includes('\0') || !given.isWellFormed() ? place : null;
  if (typeof given !== 'object' || given === null) return null;
  for (const [name, value] of Object.entries(given)) {
    const inside = Array.isArray(given) ? `${place}[${name}]` : place === '' ? name : `${place}.${name}`;
    const found = unkeepable(name, place) ?? unkeepable(value, inside);
    if (found !== null) return found;
  }
  return null;
}

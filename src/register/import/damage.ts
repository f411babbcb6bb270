import type { Unreadable } from './values.ts';

/**
 * Thrown with sentences for the reader when the content itself is to blame (no JSON, a broken archive), and not the disk
 * it lies on or this program.
 */
export class Damage extends Error {
  readonly help: string;

  constructor(message: string, help = 'Fetch the file again, and import it anew.') {
    super(message);
    this.name = 'Damage';
    this.help = help;
  }
}

export function isDamage(error: unknown): error is Damage {
  return error instanceof Damage;
}

export function unreadable(place: string, message: string, help: string): Unreadable {
  return { place, failure: { kind: 'invalid', message, help } };
}

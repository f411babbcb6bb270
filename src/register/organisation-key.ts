import { hash } from 'node:crypto';
import { beginning } from './storable.ts';

const LONGEST_KEY = 120;

/** Who an organisation is, as a notice says it. */
export interface Identity {
  readonly scheme: string | null;
  readonly number: string | null;
  readonly name: string;
  readonly country: string | null;
}

/**
 * The key of an organisation's page. Register and number first: two spellings under one number are one organisation.
 * Without both, the same name in the same country; a number without its register may belong to several registers.
 */
export function organisationKey(identity: Identity): string {
  const { scheme, number } = identity;
  if (scheme !== null && number !== null) return shortened(`${scheme}-${number}`.replaceAll(/[\s/]+/g, '-'));
  const name = identity.name.toLowerCase().normalize('NFC').replaceAll(/[\s.,]+/g, ' ').trim();
  return `name-${mark(`${name}|${identity.country ?? ''}`)}`;
}

/** Two long numbers that begin alike stay two organisations. */
function shortened(key: string): string {
  return key.length <= LONGEST_KEY ? key : `${beginning(key, LONGEST_KEY - 17)}-${mark(key)}`;
}

function mark(text: string): string {
  return hash('sha256', text).slice(0, 16);
}

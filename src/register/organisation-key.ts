import { createHash } from 'node:crypto';

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
  if (scheme !== null && number !== null) return `${scheme}-${number}`.replaceAll(/[\s/]+/g, '-').slice(0, 120);
  const name = identity.name.toLowerCase().normalize('NFC').replaceAll(/[\s.,]+/g, ' ').trim();
  return `name-${createHash('sha256').update(`${name}|${identity.country ?? ''}`).digest('hex').slice(0, 16)}`;
}

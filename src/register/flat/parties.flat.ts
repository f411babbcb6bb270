import { ORGANISATION, OCID, text, type FlatTable } from './table.ts';
import type { FlatInput } from './reading.ts';

export interface PartyFlat {
  readonly ocid: string;
  readonly party: string;
  readonly role: string;
  readonly organisation: string;
  readonly name: string;
  readonly scheme: string | null;
  readonly number: string | null;
  readonly country: string | null;
  readonly locality: string | null;
}

export const PARTY_TABLE: FlatTable<PartyFlat> = {
  name: 'party',
  meaning: { da: 'En organisation i en rolle i et forløb; enkeltpersoner er ikke med', en: 'An organisation in a role of a process; natural persons are left out' },
  columns: {
    ocid: OCID,
    party: text('Partens id i forløbet', 'Id of the party within the process'),
    role: text('Rolle (OCDS partyRole, eller som skrevet)', 'Role (OCDS partyRole, or as written)'),
    organisation: ORGANISATION,
    name: text('Navn, som skrevet', 'Name, as written'),
    scheme: text('Register (org-id.guide)', 'Register (org-id.guide)'),
    number: text('Nummer, som skrevet', 'Number, as written'),
    country: text('Land (ISO 3166-1)', 'Country (ISO 3166-1)'),
    locality: text('By, som skrevet', 'Town, as written'),
  },
};

export function partyFlats({ ocid, parties }: FlatInput): PartyFlat[] {
  return parties.flatMap(({ party_id: party, organisation, name, scheme, number, country, locality, roles }) =>
    roles.map((role) => ({ ocid, party, role, organisation, name, scheme, number, country, locality })));
}

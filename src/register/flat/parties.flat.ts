import type { JsonObject } from '#base';
import { object, objects, text } from '../dirty.ts';
import { ORGANISATION, OCID, text as textColumn, type FlatTable } from './table.ts';
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
  readonly kind: string | null;
}

export const PARTY_TABLE: FlatTable<PartyFlat> = {
  name: 'party',
  meaning: { da: 'En organisation i en rolle i et forløb; enkeltpersoner er ikke med', en: 'An organisation in a role of a process; natural persons are left out' },
  columns: {
    ocid: OCID,
    party: textColumn('Partens id i forløbet', 'Id of the party within the process'),
    role: textColumn('Rolle (OCDS partyRole, eller som skrevet)', 'Role (OCDS partyRole, or as written)'),
    organisation: ORGANISATION,
    name: textColumn('Navn, som skrevet', 'Name, as written'),
    scheme: textColumn('Register (org-id.guide)', 'Register (org-id.guide)'),
    number: textColumn('Nummer, som skrevet', 'Number, as written'),
    country: textColumn('Land (ISO 3166-1)', 'Country (ISO 3166-1)'),
    locality: textColumn('By, som skrevet', 'Town, as written'),
    kind: textColumn('Køberens art (EU-kodelisten buyer-legal-type)', 'Kind of buyer (EU codelist buyer-legal-type)'),
  },
};

export function partyFlats({ ocid, release, parties }: FlatInput): PartyFlat[] {
  const kinds = kindsOf(release);
  return parties.flatMap(({ party_id: party, organisation, name, scheme, number, country, locality, roles }) =>
    roles.map((role) => ({ ocid, party, role, organisation, name, scheme, number, country, locality, kind: kinds.get(party) ?? null })));
}

/** Kinds of buyer by party id. @see OCDS for eForms, BT-11 */
function kindsOf(release: JsonObject): ReadonlyMap<string | null, string> {
  return new Map(objects(release['parties']).flatMap((party) => {
    const kind = objects(object(party['details'])['classifications']).find(({ scheme }) => scheme === 'eu-buyer-legal-type');
    const code = text(kind?.['id']);
    return code === null ? [] : [[text(party['id']), code] as const];
  }));
}

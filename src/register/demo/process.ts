import type { Json, JsonObject } from '#base';
import { chance } from './random.ts';
import { moment } from './dates.ts';
import { DEMO_CENTRAL_BODY, type DemoMunicipality } from './places.ts';
import type { DemoSupplier } from './suppliers.ts';

/** The scheme is ours alone; nobody can take its numbers for numbers of the CVR register. */
const SCHEME = 'DEMO-ORG';
export const OCID_PREFIX = 'ocds-torvet-demo';

export type Role = 'buyer' | 'procuringEntity' | 'centralPurchasingBody' | 'tenderer' | 'supplier';

export interface Reference {
  readonly id: string;
  readonly name: string;
  readonly [key: string]: Json;
}

/** An OCDS release; what it holds beyond these is known by the standard. */
export interface DemoRelease {
  readonly ocid: string;
  readonly id: string;
  /** An instant in UTC. */
  readonly date: string;
  readonly tag: readonly string[];
  readonly [key: string]: Json;
}

/** One contracting process being told, release by release. */
export interface Process {
  readonly ocid: string;
  /** Enters the organisation with this role (roles add up) and refers to it. */
  readonly refer: (party: JsonObject, role: Role) => Reference;
  /** A moment in office hours of that day. */
  readonly at: (date: Temporal.PlainDate) => string;
  readonly publish: (date: string, tag: readonly string[], sections: JsonObject) => void;
  readonly relate: (relationship: string, other: { readonly ocid: string; readonly title: string }) => void;
  readonly releases: readonly DemoRelease[];
}

export function startProcess(key: string): Process {
  const ocid = `${OCID_PREFIX}-${key}`;
  const chances = chance(`${key}/times`);
  const parties = new Map<string, { readonly party: JsonObject; readonly roles: Set<Role> }>();
  const related: JsonObject[] = [];
  const releases: DemoRelease[] = [];
  return {
    ocid,
    releases,
    refer: (party, role) => {
      const { id, name } = party;
      if (typeof id !== 'string' || typeof name !== 'string') throw new Error('A party needs an id and a name.');
      const entry = parties.get(id) ?? { party, roles: new Set() };
      entry.roles.add(role);
      parties.set(id, entry);
      return { id, name };
    },
    at: (date) => moment(date, chances.between(8, 15), 5 * chances.between(0, 11)),
    relate: (relationship, other) => {
      related.push({ id: String(related.length + 1), relationship: [relationship], title: other.title, scheme: 'ocid', identifier: other.ocid });
    },
    publish: (date, tag, sections) => {
      releases.push({
        ocid,
        id: `${key}-${String(releases.length + 1).padStart(2, '0')}`,
        date,
        tag,
        language: 'da',
        initiationType: 'tender',
        parties: Array.from(parties.values(), ({ party, roles }) => ({ ...party, roles: [...roles] })),
        ...(related.length > 0 ? { relatedProcesses: [...related] } : {}),
        ...sections,
      });
    },
  };
}

export function municipalityParty(place: DemoMunicipality): JsonObject {
  return party(place.code, `${place.name} Kommune`, place.name, {
    region: place.region,
    contact: 'Indkøb og udbud',
    details: { classifications: [{ scheme: 'eu-buyer-legal-type', id: 'la', description: 'Lokal myndighed' }] },
  });
}

export function centralParty(): JsonObject {
  const { code, name, town } = DEMO_CENTRAL_BODY;
  return party(code, name, town, {
    region: null,
    contact: 'Aftaler og udbud',
    details: { classifications: [{ scheme: 'eu-buyer-legal-type', id: 'body-pl', description: 'Offentligretligt organ' }] },
  });
}

export function supplierParty(supplier: DemoSupplier): JsonObject {
  return party(supplier.number, supplier.name, supplier.town, { region: null, contact: 'Tilbud', details: { scale: supplier.size } });
}

interface Rest {
  readonly region: string | null;
  readonly contact: string;
  readonly details: JsonObject;
}

function party(number: string, name: string, town: string, rest: Rest): JsonObject {
  return {
    id: `${SCHEME}-${number}`,
    name,
    identifier: { scheme: SCHEME, id: number, legalName: name },
    address: { locality: town, ...(rest.region === null ? {} : { region: rest.region }), countryName: 'Sagnlandet' },
    contactPoint: { name: rest.contact, email: `udbud@${asciiName(name)}.example` },
    details: rest.details,
  };
}

/** A host name from a Danish name: "Fabelsø Kommune" is "fabelsoe-kommune". */
export function asciiName(name: string): string {
  return name.toLowerCase().replaceAll('æ', 'ae').replaceAll('ø', 'oe').replaceAll('å', 'aa').replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
}

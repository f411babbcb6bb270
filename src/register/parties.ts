/** Who takes part, without the persons: contact points are never read and sole traders lose name, number and place. */
import type { JsonObject } from '#base';
import { object, objects, text, textList, wording } from './dirty.ts';
import { PartyIndex } from './party-index.ts';
import type { PartyIdentifier, PartyView, SupplierView } from './process-details.view.ts';

/** A Danish civil registration number; one that slipped into a register field must not reach a page. */
const CPR = /^(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}-\d{4}$/;

/**
 * The parties of a release. Parties that stand only inside the buyer, the procuring entity, a bid, an award or a
 * contract (OCDS 1.0, and files between the versions) are taken in with that role.
 */
export function readParties(release: JsonObject): readonly PartyView[] {
  const found = new PartyIndex();
  const add = (raw: JsonObject, roles: readonly string[]): void => {
    const party = readParty(raw, roles);
    if (party === null) return;
    const place = found.placeOf(party) ?? found.parties.length;
    const known = found.parties[place];
    found.set(place, known === undefined ? party : joined(known, party));
  };
  for (const raw of objects(release['parties'])) add(raw, textList(raw['roles']));
  for (const { raw, role } of inlineParties(release)) add(raw, [role]);
  return found.parties;
}

/** Each list of parties is gone through once, however many awards ask of it. */
const INDEXES = new WeakMap<readonly PartyView[], PartyIndex>();

function indexOf(parties: readonly PartyView[]): PartyIndex {
  const known = INDEXES.get(parties) ?? PartyIndex.of(parties);
  INDEXES.set(parties, known);
  return known;
}

/** Suppliers of an award or contract; whether one is a person is known from the parties. */
export function readSuppliers(value: JsonObject, parties: readonly PartyView[]): readonly SupplierView[] {
  return objects(value['suppliers']).flatMap((raw) => {
    const party = readParty(raw, []);
    if (party === null) return [];
    const known = indexOf(parties).find(party);
    const isPerson = party.isPerson || known?.isPerson === true;
    return { id: party.id, name: isPerson ? null : party.name ?? known?.name ?? null, isPerson };
  });
}

function inlineParties(release: JsonObject): readonly { raw: JsonObject; role: string }[] {
  const tender = objects(release['tender']);
  const bids = objects(object(release['bids'])['details']);
  const suppliers = [...objects(release['awards']), ...objects(release['contracts'])];
  return [
    ...objects(release['buyer']).map((raw) => ({ raw, role: 'buyer' })),
    ...tender.flatMap((part) => objects(part['procuringEntity'])).map((raw) => ({ raw, role: 'procuringEntity' })),
    ...[...tender, ...bids].flatMap((part) => objects(part['tenderers'])).map((raw) => ({ raw, role: 'tenderer' })),
    ...suppliers.flatMap((part) => objects(part['suppliers'])).map((raw) => ({ raw, role: 'supplier' })),
  ];
}

function readParty(raw: JsonObject, roles: readonly string[]): PartyView | null {
  const identifier = object(raw['identifier']);
  const id = text(raw['id']);
  const name = wording(raw, 'name') ?? wording(identifier, 'legalName');
  const identifiers = readIdentifiers(raw);
  if (id === null && name === null && identifiers.length === 0) return null;
  if (isPerson(raw)) return { id, name: null, isPerson: true, roles, identifiers: [], place: null };
  return { id, name, isPerson: false, roles, identifiers, place: placeOf(object(raw['address'])) };
}

/** OCDS for eForms: the scale "selfEmployed" stands for BT-633, a natural person. */
export function isPerson(raw: JsonObject): boolean {
  return textList(object(raw['details'])['scale']).includes('selfEmployed') || rawIdentifiers(raw).some(isCivilNumber);
}

/** Registers of natural persons, as publishers call them; letters lost on the way ("C?dula") stand as one sign. */
const REGISTERS_OF_PERSONS = /\bDK-CPR\b|\bC.{1,2}dula\b|persona natural|tarjeta de identidad|pasaporte|\bCURP\b/iu;
/** Mexican tax numbers: four letters and a birthday of a natural person, three letters of a company. Source: Servicio de Administración Tributaria. */
const RFC_OF_PERSON = /^[A-ZÑ&]{4}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[A-Z0-9]{3}$/u;

function isCivilNumber(identifier: JsonObject): boolean {
  const id = text(identifier['id']) ?? '';
  return REGISTERS_OF_PERSONS.test(text(identifier['scheme']) ?? '') || CPR.test(id) || RFC_OF_PERSON.test(id.replaceAll(/[\s-]/g, '').toUpperCase());
}

function rawIdentifiers(raw: JsonObject): readonly JsonObject[] {
  return [...objects(raw['identifier']), ...objects(raw['additionalIdentifiers'])];
}

function readIdentifiers(raw: JsonObject): readonly PartyIdentifier[] {
  const found = rawIdentifiers(raw)
    .map((identifier) => ({ scheme: text(identifier['scheme']), id: text(identifier['id']) }))
    .filter((identifier) => identifier.id !== null);
  return unique(found, (identifier) => `${identifier.scheme} ${identifier.id}`);
}

function placeOf(address: JsonObject): string | null {
  const parts = [address['locality'], address['region'], address['countryName'] ?? address['country']];
  const place = unique(parts.flatMap((part) => text(part) ?? []), (part) => part).join(', ');
  return place === '' ? null : place;
}

function joined(one: PartyView, other: PartyView): PartyView {
  const isPerson = one.isPerson || other.isPerson;
  return {
    id: one.id ?? other.id,
    name: isPerson ? null : one.name ?? other.name,
    isPerson,
    roles: [...new Set([...one.roles, ...other.roles])],
    identifiers: isPerson ? [] : unique([...one.identifiers, ...other.identifiers], (entry) => `${entry.scheme} ${entry.id}`),
    place: isPerson ? null : one.place ?? other.place,
  };
}

function unique<T>(values: readonly T[], key: (value: T) => string): T[] {
  const seen = new Map<string, T>();
  for (const value of values) if (!seen.has(key(value))) seen.set(key(value), value);
  return [...seen.values()];
}

import { exactNumber, isObject, type Json, type JsonObject } from '#base';
import { canonical, isEqual } from '../equal.ts';
import { fingerprint } from './fingerprint.ts';
import { isPresent } from './version.ts';

/** The parties of a release: those it lists, as they stand, and those taken out of the places where OCDS 1.0 wrote them. */
export interface Parties {
  readonly list: Json[];
  /** Where in the list the party with an id stands; the first, when a release lists several. */
  readonly places: Map<string, number>;
}

/** Starts with the parties that the release lists already. */
export function parties(listed: readonly Json[]): Parties {
  const places = new Map<string, number>();
  for (const [place, party] of listed.entries()) {
    if (isObject(party) && !places.has(idOf(party))) places.set(idOf(party), place);
  }
  return { list: [...listed], places };
}

/**
 * Enters an organisation in a role, with every field it has, and returns the reference that takes its place. Two
 * mentions with one id become one party as long as they do not contradict each other; otherwise both are kept.
 */
export function enter(known: Parties, organisation: JsonObject, role: string): JsonObject {
  const ownId = idOf(organisation);
  const id = contradicts(partyOf(known, ownId), organisation) ? `${ownId}:${fingerprint(canonical(organisation))}` : ownId;
  const before = partyOf(known, id);
  const roles = [...rolesOf(before), ...rolesOf(organisation), role];
  const place = known.places.get(id) ?? known.list.length;
  known.places.set(id, place);
  known.list[place] = { ...united(before, organisation), id, roles: [...new Set(roles)] };
  return { id, ...(organisation['name'] !== undefined && { name: organisation['name'] }) };
}

function partyOf(known: Parties, id: string): JsonObject {
  const party = known.list[known.places.get(id) ?? -1];
  return isObject(party) ? party : {};
}

/** True when a field has two values. What only one of them says is no contradiction. */
function contradicts(party: JsonObject, organisation: JsonObject): boolean {
  return Object.entries(organisation).some(([name, value]) => name !== 'id' && name !== 'roles' && differ(party[name], value));
}

function differ(before: Json | undefined, value: Json | undefined): boolean {
  if (before === undefined || value === undefined) return false;
  if (!isObject(before) || !isObject(value)) return !isEqual(before, value);
  return Object.entries(value).some(([name, inner]) => differ(before[name], inner));
}

/** All that both say. */
function united(before: JsonObject, organisation: JsonObject): JsonObject {
  const fields = Object.entries(organisation).map(([name, value]) => {
    const old = before[name];
    return [name, isObject(old) && isObject(value) ? united(old, value) : value] as const;
  });
  return { ...before, ...Object.fromEntries(fields) };
}

/** A role that is not in a list counts too. */
function rolesOf(party: JsonObject): readonly Json[] {
  const { roles } = party;
  if (Array.isArray(roles)) return roles as readonly Json[];
  return roles !== undefined && isPresent(roles) ? [roles] : [];
}

/**
 * The same organisation must get the same id in every release of its process, so that they merge: its own id, else
 * its number in a register, else its name, else what else is said of it.
 */
function idOf(organisation: JsonObject): string {
  const { id, identifier, name } = organisation;
  const ownId = plainText(id);
  if (ownId !== null) return ownId;
  if (isObject(identifier)) {
    const number = plainText(identifier['id']);
    const scheme = plainText(identifier['scheme']);
    if (number !== null) return scheme === null ? number : `${scheme}-${number}`;
  }
  const named = plainText(name) ?? (isObject(identifier) ? plainText(identifier['legalName']) : null);
  return named === null ? `unnamed:${fingerprint(canonical(organisation))}` : `name:${named}`;
}

function plainText(value: Json | undefined): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  return exactNumber(value);
}

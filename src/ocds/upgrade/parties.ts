import { exactNumber, isObject, type Json, type JsonObject } from '#base';
import { canonical, isEqual } from '../equal.ts';
import { fingerprint } from './fingerprint.ts';
import { isPresent } from './version.ts';

/** The parties of a release, as they are taken out of the places where OCDS 1.0 wrote them. */
export interface Parties {
  readonly byId: Map<string, JsonObject>;
}

/** Starts with the parties that the release lists already. */
export function parties(listed: readonly Json[]): Parties {
  const organisations = listed.filter(isObject);
  return { byId: new Map(organisations.map((party) => [idOf(party), party])) };
}

/**
 * Enters an organisation in a role, with every field it has, and returns the reference that takes its place. Two
 * mentions with one id become one party as long as they do not contradict each other; otherwise both are kept.
 */
export function enter(known: Parties, organisation: JsonObject, role: string): JsonObject {
  let id = idOf(organisation);
  const before = known.byId.get(id);
  if (before !== undefined && contradicts(before, organisation)) id = `${id}:${fingerprint(canonical(organisation))}`;
  const party = { ...known.byId.get(id), ...organisation };
  known.byId.set(id, { ...party, id, roles: withRole(party['roles'], role) });
  return { id, ...(organisation['name'] !== undefined && { name: organisation['name'] }) };
}

function contradicts(party: JsonObject, organisation: JsonObject): boolean {
  return Object.entries(organisation).some(([name, value]) => {
    const before = party[name];
    return name !== 'id' && name !== 'roles' && before !== undefined && !isEqual(before, value);
  });
}

function withRole(roles: Json | undefined, role: string): readonly Json[] {
  const before = Array.isArray(roles) ? roles as readonly Json[] : isPresent(roles) ? [roles as Json] : [];
  return before.includes(role) ? before : [...before, role];
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

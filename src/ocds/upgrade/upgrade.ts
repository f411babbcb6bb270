import { isObject, type Json, type JsonObject } from '#base';
import { canonical, isEqual } from '../equal.ts';
import { fingerprint } from './fingerprint.ts';
import { enter, parties, type Parties } from './parties.ts';
import { itemsOf, versionOf, type OcdsVersion } from './version.ts';

export interface Upgraded {
  readonly release: Json;
  /** The version the release was written in. */
  readonly version: OcdsVersion;
}

/**
 * A release in OCDS 1.1, whichever version it was written in; see `versionOf` for how that is known. From 1.0:
 * organisations move to `parties`, with their roles, and references take their place; `amendment` moves into
 * `amendments`; of a transaction, `providerOrganization`, `receiverOrganization` and `amount` become `payer`, `payee`
 * and `value`. Nothing else changes, nothing is lost, and the input is left untouched. What is no release comes back as it was.
 * @param declared the version of the package it came in, when known.
 * @see https://standard.open-contracting.org/1.1/en/schema/changelog/
 */
export function upgrade(release: Json, declared?: string): Upgraded {
  if (!isObject(release)) return { release, version: '1.1' };
  const version = versionOf(release, declared);
  return { release: version === '1.0' ? upgradeRelease(release) : release, version };
}

function upgradeRelease(release: JsonObject): JsonObject {
  const known = parties(itemsOf(release['parties']));
  const moved = {
    ...change(release, 'buyer', (buyer) => reference(known, buyer, 'buyer')),
    ...change(release, 'tender', (tender) => upgradeTender(known, tender)),
    ...change(release, 'awards', each((award) => upgradeAward(known, award))),
    ...change(release, 'contracts', each((contract) => upgradeContract(known, contract))),
    ...(typeof release['version'] === 'string' && { version: '1.1' }),
  };
  return { ...release, ...moved, ...(known.list.length > 0 && { parties: known.list }) };
}

function upgradeTender(known: Parties, tender: Json): Json {
  if (!isObject(tender)) return tender;
  return withAmendments({
    ...tender,
    ...change(tender, 'procuringEntity', (entity) => reference(known, entity, 'procuringEntity')),
    ...change(tender, 'tenderers', references(known, 'tenderer')),
  });
}

function upgradeAward(known: Parties, award: JsonObject): JsonObject {
  return withAmendments({ ...award, ...change(award, 'suppliers', references(known, 'supplier')) });
}

function upgradeContract(known: Parties, contract: JsonObject): JsonObject {
  const transactions = each((transaction) => upgradeTransaction(known, transaction));
  return withAmendments({
    ...contract,
    ...change(contract, 'implementation', (implementation) => isObject(implementation)
      ? { ...implementation, ...change(implementation, 'transactions', transactions) } : implementation),
  });
}

function upgradeTransaction(known: Parties, transaction: JsonObject): JsonObject {
  const { providerOrganization: payer, receiverOrganization: payee, amount, ...rest } = transaction;
  return {
    ...rest,
    ...renamed(rest, 'providerOrganization', 'payer', payer, (identifier) => payment(known, identifier, 'payer')),
    ...renamed(rest, 'receiverOrganization', 'payee', payee, (identifier) => payment(known, identifier, 'payee')),
    ...renamed(rest, 'amount', 'value', amount, (value) => value),
  };
}

/** A field under its new name; under its old one when it is no object or the new name is taken by something else. */
function renamed(fields: JsonObject, oldName: string, newName: string, value: Json | undefined, convert: (value: JsonObject) => JsonObject): JsonObject {
  if (value === undefined) return {};
  if (!isObject(value)) return { [oldName]: value };
  const taken = fields[newName];
  if (taken === undefined) return { [newName]: convert(value) };
  return isEqual(taken, value) ? {} : { [oldName]: value };
}

/** OCDS 1.0 names the two sides of a payment by their identifiers alone. */
function payment(known: Parties, identifier: JsonObject, role: string): JsonObject {
  const { legalName } = identifier;
  return enter(known, { ...(typeof legalName === 'string' && { name: legalName }), identifier }, role);
}

/** An amendment gets an id that follows from its content, so that the same one in a later release is not taken for another. */
function withAmendments(holder: JsonObject): JsonObject {
  const { amendment, ...rest } = holder;
  const before = rest['amendments'] ?? [];
  if (!isObject(amendment) || !Array.isArray(before)) return holder;
  const { id } = amendment;
  const moved = typeof id === 'string' ? amendment : { ...amendment, id: fingerprint(canonical(amendment)) };
  const amendments = before as readonly Json[];
  return { ...rest, amendments: amendments.some((other) => isEqual(other, moved)) ? amendments : [...amendments, moved] };
}

function reference(known: Parties, organisation: Json, role: string): Json {
  return isObject(organisation) && Object.keys(organisation).length > 0 ? enter(known, organisation, role) : organisation;
}

/** References for a list of organisations; the same reference stands there once, as 1.1 asks for. */
function references(known: Parties, role: string): (organisations: Json) => Json {
  return (organisations) => {
    if (!Array.isArray(organisations)) return reference(known, organisations, role);
    const made = (organisations as readonly Json[]).map((organisation) => reference(known, organisation, role));
    return made.filter((one, at) => !isObject(one) || made.findIndex((other) => isEqual(one, other)) === at);
  };
}

function change(object: JsonObject, name: string, convert: (value: Json) => Json): JsonObject {
  const value = object[name];
  return value === undefined || value === null ? {} : { [name]: convert(value) };
}

/** Applies to each object of a list, or to the single object that stands where a list belongs. */
function each(convert: (value: JsonObject) => JsonObject): (value: Json) => Json {
  return (value) => {
    if (Array.isArray(value)) return (value as readonly Json[]).map((item) => isObject(item) ? convert(item) : item);
    return isObject(value) ? convert(value) : value;
  };
}

import { isObject, type Json, type JsonObject } from '#base';

export type OcdsVersion = '1.0' | '1.1';

/**
 * The version of OCDS that a release is written in. The first that holds decides:
 *
 * 1. the version its package declares, or the release itself (`version`);
 * 2. a list of `parties`, which came with 1.1, makes it 1.1;
 * 3. what only 1.0 has makes it 1.0: an organisation written out where 1.1 has a reference (with identifier, address
 *    or contact point, or with a name and no id), an `amendment`, or a transaction with provider, receiver or amount;
 * 4. otherwise both versions read the same, and it is 1.1.
 */
export function versionOf(release: JsonObject, declared?: string): OcdsVersion {
  const said = declared ?? release['version'];
  if (typeof said === 'string' && /^1\.\d/.test(said)) return said.startsWith('1.0') ? '1.0' : '1.1';
  if (Array.isArray(release['parties'])) return '1.1';
  const inOldForm = hasOldOrganisation(release) || hasOldAmendment(release) || oldTransactions(release).length > 0;
  return inOldForm ? '1.0' : '1.1';
}

function hasOldOrganisation(release: JsonObject): boolean {
  const tender = objectAt(release, 'tender');
  const organisations = [
    release['buyer'], tender['procuringEntity'], ...itemsOf(tender['tenderers']),
    ...itemsOf(release['awards']).flatMap((award) => isObject(award) ? itemsOf(award['suppliers']) : []),
  ];
  return organisations.some((organisation) => isObject(organisation) && isWrittenOut(organisation));
}

function isWrittenOut(organisation: JsonObject): boolean {
  const details = ['identifier', 'additionalIdentifiers', 'address', 'contactPoint'];
  return details.some((name) => isPresent(organisation[name])) || (isPresent(organisation['name']) && !isPresent(organisation['id']));
}

function hasOldAmendment(release: JsonObject): boolean {
  const holders = [release['tender'], ...itemsOf(release['awards']), ...itemsOf(release['contracts'])];
  return holders.some((holder) => isObject(holder) && isObject(holder['amendment']));
}

function oldTransactions(release: JsonObject): readonly Json[] {
  const transactions = itemsOf(release['contracts'])
    .flatMap((contract) => isObject(contract) ? itemsOf(objectAt(contract, 'implementation')['transactions']) : []);
  return transactions.filter((transaction) => isObject(transaction)
    && ['providerOrganization', 'receiverOrganization', 'amount'].some((name) => isObject(transaction[name])));
}

/** The items of a list; a single object where a list belongs counts as one. */
export function itemsOf(value: Json | undefined): readonly Json[] {
  if (Array.isArray(value)) return value as readonly Json[];
  return isObject(value) ? [value] : [];
}

export function objectAt(object: JsonObject, name: string): JsonObject {
  const value = object[name];
  return isObject(value) ? value : {};
}

export function isPresent(value: Json | undefined): boolean {
  return value !== undefined && value !== null && value !== '';
}

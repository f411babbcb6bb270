/** The words in which a notice tells what is bought, each with its place. What it asks of bidders is left out: a system named there is not the one bought. Pure. */
import type { Json, JsonObject } from '#base';
import { object, objects, wording } from '../dirty.ts';
import { readParties } from '../parties.ts';

/** In the order in which they are told. */
export const PLACES = ['title', 'description', 'lot', 'item', 'reason', 'award', 'contract', 'change', 'supplier'] as const;
export type Place = (typeof PLACES)[number];

export interface Mention {
  readonly place: Place;
  readonly text: string;
}

/** @param compiled a release, of one notice or compiled; every language that it has is read, each text once */
export function mentionsOf(compiled: Json): readonly Mention[] {
  const release = object(compiled);
  const tender = object(release['tender']);
  const lots = objects(tender['lots']);
  const [awards, contracts] = [objects(release['awards']), objects(release['contracts'])];
  const items = [tender, ...awards, ...contracts].flatMap((part) => objects(part['items']));
  const found: readonly (readonly [Place, readonly string[]])[] = [
    ['title', [...inAll([tender, release], 'title')]],
    ['description', [...inAll([tender, release], 'description')]],
    ['lot', [...inAll(lots, 'title'), ...inAll(lots, 'description'), ...inAll(lots.flatMap((lot) => [...objects(lot['options']), ...objects(lot['renewal'])]), 'description')]],
    ['item', inAll([...items, ...items.flatMap((item) => objects(item['classification']))], 'description')],
    ['reason', inAll([tender, ...objects(release['planning'])], 'procurementMethodRationale', 'rationale')],
    ['award', [...inAll(awards, 'title'), ...inAll(awards, 'description')]],
    ['contract', [...inAll(contracts, 'title'), ...inAll(contracts, 'description')]],
    ['change', inAll(contracts.flatMap((contract) => objects(contract['amendments'])), 'description', 'rationale')],
    ['supplier', suppliersOf(release)],
  ];
  return found.flatMap(([place, texts]) => [...new Set(texts)].map((text) => ({ place, text })));
}

/** Names of those who won or, where nobody did, who took part; natural persons are not among them. */
function suppliersOf(release: JsonObject): readonly string[] {
  return readParties(release).filter(({ roles, isPerson }) => !isPerson && roles.some((role) => role === 'supplier' || role === 'tenderer')).flatMap(({ name }) => name ?? []);
}

const LANGUAGE = /^[a-z]{2,3}$/;

/** A field in each of its languages: `title`, `title_fr`. */
function inAll(parts: readonly JsonObject[], ...fields: readonly string[]): readonly string[] {
  return parts.flatMap((part) => Object.keys(part)
    .filter((key) => fields.some((field) => key === field || (key.startsWith(`${field}_`) && LANGUAGE.test(key.slice(field.length + 1)))))
    .toSorted().flatMap((key) => wording(part, key) ?? []));
}

/** What the flat tables read in the same way: dates, the organisations behind party ids, the counts of bids. */
import type { JsonObject } from '#base';
import { count, lotsOf, object, objects, text, wording } from '../dirty.ts';
import type { OrganisationLink } from '../views.ts';

/** An organisation that takes part, as far as the flat tables need it. Natural persons are not among them. */
export interface FlatParty {
  readonly organisation: string;
  readonly party_id: string;
  readonly name: string;
  readonly scheme: string | null;
  readonly number: string | null;
  readonly country: string | null;
  readonly locality: string | null;
  readonly roles: readonly string[];
}

/** Which release tells of a contract or a change. */
export interface Sources {
  /** The id of the newest release that tells of a contract, by the contract's id. */
  readonly contracts: ReadonlyMap<string | null, string>;
  /** Of the release that first told of a change, by `changeKey`: its id, and its day. */
  readonly changes: ReadonlyMap<string, ChangeSource>;
}

export interface ChangeSource extends ChangedKind {
  readonly notice: string | null;
  readonly day: string | null;
}

/** What a change says is bought, and what the process said before; null where it is not said. Codes of CPV, eight digits, with spaces between them. */
export interface ChangedKind {
  readonly cpv: string | null;
  readonly cpv_before: string | null;
  readonly category: string | null;
  readonly category_before: string | null;
}

/** What a process is read from. */
export interface FlatInput {
  readonly ocid: string;
  /** The compiled release. */
  readonly release: JsonObject;
  readonly parties: readonly FlatParty[];
  readonly sources: Sources;
}

export function changeKey(contract: string | null, amendment: string | null): string {
  return JSON.stringify([contract, amendment]);
}

/** The day of an ISO 8601 date or date-time, as its publisher wrote it, without moving it to another time zone. */
export function dayOf(value: string | null): string | null {
  const day = value?.slice(0, 10) ?? '';
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || day.startsWith('0000')) return null;
  try {
    return Temporal.PlainDate.from(day).toString();
  } catch {
    return null;
  }
}

export function onlyOne<Value>(values: readonly Value[]): Value | null {
  const [first] = values;
  return values.length === 1 && first !== undefined ? first : null;
}

/** The organisations that a list of references ("suppliers", "tenderers") names; natural persons have none. */
export function linksOf(part: JsonObject, field: string, parties: readonly FlatParty[]): OrganisationLink[] {
  const { byId, byName } = named(parties);
  const links = objects(part[field]).flatMap((raw): OrganisationLink[] => {
    const id = text(raw['id']);
    const party = id === null ? byName.get(wording(raw, 'name')) : byId.get(id);
    return party === undefined ? [] : [{ key: party.organisation, name: party.name }];
  });
  return [...new Map(links.map((link) => [link.key, link])).values()];
}

interface Named {
  readonly byId: ReadonlyMap<string | null, FlatParty>;
  readonly byName: ReadonlyMap<string | null, FlatParty>;
}

/** Each list of parties is gone through once, however many bids ask of it. */
const NAMED = new WeakMap<readonly FlatParty[], Named>();

/** Of several with one id or one name, the first. */
function named(parties: readonly FlatParty[]): Named {
  const known = NAMED.get(parties);
  if (known !== undefined) return known;
  const reversed = parties.toReversed();
  const made = { byId: new Map(reversed.map((party) => [party.party_id, party])), byName: new Map(reversed.map((party) => [party.name, party])) };
  NAMED.set(parties, made);
  return made;
}

/** How many bids came in for a lot, or for the whole (null), as one notice says. */
export interface BidCount {
  /** What the ids of the notice begin with: notices of several purchases in one system give their lots the same names. */
  readonly notice: string;
  readonly lot: string | null;
  readonly bids: number;
}

/** Only what is stated: listed bids may be the winning ones alone. */
export function bidCounts(release: JsonObject): readonly BidCount[] {
  const counts = new Map<string, BidCount>();
  for (const entry of objects(object(release['bids'])['statistics'])) {
    const bids = Number(text(entry['measure']) === 'bids' ? count(entry['value']) ?? 'none' : 'none');
    if (!Number.isSafeInteger(bids)) continue;
    const notice = /^(.+)-[^-]+$/.exec(text(entry['id']) ?? '')?.[1] ?? '';
    const lots = lotsOf(entry);
    for (const lot of lots.length === 0 ? [null] : lots) counts.set(JSON.stringify([notice, lot]), { notice, lot, bids });
  }
  const stated = Number(count(object(release['tender'])['numberOfTenderers']) ?? 'none');
  return counts.size === 0 && Number.isSafeInteger(stated) ? [{ notice: '', lot: null, bids: stated }] : [...counts.values()];
}

/** The bids for a lot (null: for the whole). @param id of an award: when several notices count the same lot, the one it stands in counts */
export function bidsFor(counts: readonly BidCount[], lot: string | null, id: string | null = null): number | null {
  const own = counts.filter((one) => one.lot === lot);
  const [only] = own.length > 1 ? own.filter(({ notice }) => notice !== '' && id?.startsWith(`${notice}-`) === true) : own;
  return only?.bids ?? null;
}

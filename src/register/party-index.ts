/** Finds a party among those already read without comparing it with each: a process may have a hundred thousand bids. */
import type { PartyView } from './process-details.view.ts';

/** The same id; where one of the two has none, a number of the same register or the same name. */
export function isSame(one: PartyView, other: PartyView): boolean {
  if (one.id !== null && other.id !== null) return one.id === other.id;
  const number = one.identifiers.find(({ scheme, id }) =>
    scheme !== null && other.identifiers.some((entry) => entry.scheme === scheme && entry.id === id));
  return number !== undefined || (one.name !== null && one.name === other.name);
}

type Places = Map<string, number[]>;

export class PartyIndex {
  readonly #parties: PartyView[] = [];
  /** Of several with one id, the first. */
  readonly #byId = new Map<string, number>();
  /** Places by name and by number, in their order; what stood there before a party was put together with another may still lead to it. */
  readonly #byKey: Places = new Map();
  readonly #withoutId: Places = new Map();

  static of(parties: readonly PartyView[]): PartyIndex {
    const index = new PartyIndex();
    for (const party of parties) index.set(index.#parties.length, party);
    return index;
  }

  get parties(): readonly PartyView[] {
    return this.#parties;
  }

  /** The place of the first that is the same; null: there is none. */
  placeOf(party: PartyView): number | null {
    const own = party.id === null ? undefined : this.#byId.get(party.id);
    const places = keysOf(party).map((key) => (party.id === null ? this.#byKey : this.#withoutId).get(key)?.find((place) => this.#isAt(place, party)));
    const found = [own, ...places].filter((place) => place !== undefined);
    return found.length === 0 ? null : Math.min(...found);
  }

  find(party: PartyView): PartyView | null {
    const place = this.placeOf(party);
    return place === null ? null : this.#parties[place] ?? null;
  }

  /** @param place that of a party that it takes the place of, or the one behind the last */
  set(place: number, party: PartyView): void {
    this.#parties[place] = party;
    if (party.id !== null) this.#byId.set(party.id, Math.min(place, this.#byId.get(party.id) ?? place));
    for (const key of keysOf(party)) {
      enter(this.#byKey, key, place);
      if (party.id === null) enter(this.#withoutId, key, place);
    }
  }

  #isAt(place: number, party: PartyView): boolean {
    const other = this.#parties[place];
    return other !== undefined && isSame(other, party);
  }
}

function keysOf({ name, identifiers }: PartyView): readonly string[] {
  return [...(name === null ? [] : [`name ${name}`]), ...identifiers.flatMap(({ scheme, id }) => (scheme === null ? [] : [JSON.stringify([scheme, id])]))];
}

function enter(places: Places, key: string, place: number): void {
  const known = places.get(key);
  if (known === undefined) places.set(key, [place]);
  else if ((known.at(-1) ?? place) < place) known.push(place);
  else if (!known.includes(place)) places.set(key, [...known, place].toSorted((one, other) => one - other));
}

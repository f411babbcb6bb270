/** The elements of the results, found by the ids they name each other with. */
import { textOf, type Element } from '../xml/element.ts';
import { find, findAll } from '../xml/path.ts';
import type { Draft } from './draft.ts';

/** The elements of the results by their ids, so that nothing is searched for twice. */
export interface Results {
  readonly lotResults: readonly Element[];
  readonly tenders: readonly Element[];
  readonly contracts: readonly Element[];
  readonly tenderingParties: ReadonlyMap<string, Element>;
  readonly contractsById: ReadonlyMap<string, Element>;
  /** Results that name a contract, by the contract's id. */
  readonly resultsOf: ReadonlyMap<string, readonly Element[]>;
  /** Organisations that submitted a bid, by the bid's id. */
  readonly tenderers: Map<string, Draft[]>;
}

/** The results that name each contract. */
export function resultsByContract(lotResults: readonly Element[]): ReadonlyMap<string, readonly Element[]> {
  const found = new Map<string, Element[]>();
  for (const result of lotResults) {
    for (const id of idsAt(result, 'efac:SettledContract/cbc:ID')) {
      const list = found.get(id);
      if (list === undefined) found.set(id, [result]);
      else list.push(result);
    }
  }
  return found;
}

export function idOf(one: Element): string | null {
  return textOf(find(one, 'cbc:ID'));
}

export function idsAt(one: Element, at: string): string[] {
  return findAll(one, at).flatMap((found) => textOf(found) ?? []);
}

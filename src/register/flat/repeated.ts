/** Contracts that a notice of change says once more. */
import type { JsonObject } from '#base';
import { objects, text } from '../dirty.ts';
import { isChanged } from './awards.flat.ts';

/**
 * The contracts of a process whose place a changed one takes. The rule is narrow, because a contract that is hidden by mistake
 * is worse than one that stands twice: the changed one has the same number (`contracts.identifiers`), or it and the contract
 * are the only two of the process. Those that a notice gives one id are one contract already.
 */
export function repeatedContracts(contracts: readonly JsonObject[]): ReadonlySet<JsonObject> {
  const changed = contracts.filter((contract) => isChanged(contract));
  const unchanged = contracts.filter((contract) => !isChanged(contract));
  if (changed.length === 1 && unchanged.length === 1) return new Set(unchanged);
  const numbers = new Set(changed.flatMap(numbersOf));
  return new Set(unchanged.filter((contract) => numbersOf(contract).some((number) => numbers.has(number))));
}

function numbersOf(contract: JsonObject): string[] {
  return objects(contract['identifiers']).flatMap(({ id }) => text(id) ?? []);
}

/** Releases of notices, made ready to be merged: each says its own part and nothing twice. */
import { isObject, type Json, type JsonObject } from '#base';

export interface Arranged {
  readonly date: string;
  readonly faultCount: number;
  readonly release: JsonObject;
}

/** What `readNotice` keeps beside the release, as far as it matters here. */
interface Kept {
  readonly names: readonly string[];
  readonly replaces: readonly string[];
  readonly isModification: boolean;
}

/**
 * Leaves out notices that a later one of the same process takes the place of (a changed notice of eForms is published whole
 * again), lets a modification speak of the award and contract that it modifies, and drops what is no part of a release.
 * @param releases of one process, oldest first
 */
export function arrange<R extends Arranged>(releases: readonly R[]): R[] {
  const kept = releases.map(({ release }) => keptOf(release));
  if (kept.every((one) => one === null)) return [...releases];
  const replaced = new Set(kept.flatMap((one) => one?.replaces ?? []));
  const speaking = releases.filter((_, index) => kept[index]?.names.some((name) => replaced.has(name)) !== true);
  const told = speaking.length > 0 ? speaking : releases.slice(-1);
  const before: JsonObject[] = [];
  return told.map((one) => {
    const { x_notice: _, ...release } = one.release;
    const linked = keptOf(one.release)?.isModification === true ? asModified(withOwnChanges(release), before) : release;
    before.push(linked);
    return { ...one, release: linked };
  });
}

function keptOf(release: JsonObject): Kept | null {
  const notice = release['x_notice'];
  if (!isObject(notice)) return null;
  const text = (name: string): string[] => (typeof notice[name] === 'string' ? [notice[name]] : []);
  const references = Array.isArray(notice['references']) ? (notice['references'] as readonly Json[]).filter(isObject) : [];
  return {
    names: [...text('number'), ...text('id')],
    replaces: notice['isCorrigendum'] === true ? [] : references.filter(({ kind }) => kind === 'changes').flatMap(({ notice: name }) => (typeof name === 'string' ? [name] : [])),
    isModification: notice['formType'] === 'cont-modif',
  };
}

/** Each notice numbers its changes from 1: the second change of a contract is another one than the first. */
function withOwnChanges(release: JsonObject): JsonObject {
  const notice = typeof release['id'] === 'string' ? release['id'] : '';
  const contracts = listOf(release, 'contracts').map((contract) => {
    const amendments = listOf(contract, 'amendments').map((amendment) => ({ ...amendment, id: `${notice}-${typeof amendment['id'] === 'string' ? amendment['id'] : ''}` }));
    return amendments.length === 0 ? contract : { ...contract, amendments };
  });
  return contracts.length === 0 ? release : { ...release, contracts };
}

/**
 * A modification restates the contract under ids of its own notice. Where an earlier notice told of that contract, by its
 * number, or else by its lots and suppliers, the ids become that one's, so that the contract is changed and not doubled.
 */
function asModified(release: JsonObject, before: readonly JsonObject[]): JsonObject {
  const renamed = new Map<string, string>();
  for (const contract of listOf(release, 'contracts')) {
    const earlier = before.flatMap((one) => listOf(one, 'contracts').map((other) => ({ one, other }))).findLast(({ one, other }) => isSame(release, contract, one, other));
    if (earlier === undefined) continue;
    pair(renamed, contract['id'], earlier.other['id']);
    pair(renamed, contract['awardID'], earlier.other['awardID']);
    const bids = [contract['relatedBids'], earlier.other['relatedBids']].map((list) => (Array.isArray(list) ? (list as readonly Json[]) : []));
    if (bids[0]?.length === bids[1]?.length) for (const [index, bid] of (bids[0] ?? []).entries()) pair(renamed, bid, bids[1]?.[index]);
  }
  return renamed.size === 0 ? release : (rename(release, renamed) as JsonObject);
}

function pair(renamed: Map<string, string>, from: Json | undefined, to: Json | undefined): void {
  if (typeof from === 'string' && typeof to === 'string') renamed.set(from, to);
}

function isSame(release: JsonObject, contract: JsonObject, earlierRelease: JsonObject, earlier: JsonObject): boolean {
  const numbers = numbersOf(contract);
  const earlierNumbers = numbersOf(earlier);
  if (numbers.length > 0 && earlierNumbers.length > 0) return numbers.some((number) => earlierNumbers.includes(number));
  const [award, earlierAward] = [awardOf(release, contract), awardOf(earlierRelease, earlier)];
  return overlap(lotsOf(award), lotsOf(earlierAward)) && overlap(suppliersOf(award), suppliersOf(earlierAward));
}

function numbersOf(contract: JsonObject): string[] {
  return listOf(contract, 'identifiers').flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
}

function awardOf(release: JsonObject, contract: JsonObject): JsonObject | undefined {
  return listOf(release, 'awards').find(({ id }) => id === contract['awardID']);
}

function lotsOf(award: JsonObject | undefined): readonly Json[] {
  return Array.isArray(award?.['relatedLots']) ? (award['relatedLots'] as readonly Json[]) : [];
}

function suppliersOf(award: JsonObject | undefined): readonly Json[] {
  return award === undefined ? [] : listOf(award, 'suppliers').flatMap(({ id }) => id ?? []);
}

function overlap(one: readonly Json[], other: readonly Json[]): boolean {
  return one.some((item) => other.includes(item));
}

function listOf(value: JsonObject, name: string): readonly JsonObject[] {
  return Array.isArray(value[name]) ? (value[name] as readonly Json[]).filter(isObject) : [];
}

function rename(value: Json | undefined, renamed: ReadonlyMap<string, string>): Json | undefined {
  if (typeof value === 'string') return renamed.get(value) ?? value;
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => rename(item, renamed) as Json);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, rename(field, renamed)]));
}

/**
 * Ids of a notice are unique in that notice only: RES-0001 of the next one is another result. Before the releases of a
 * process can be merged, what differs must have different ids and what is the same the same one.
 */
import type { Json } from '#base';
import { draftsIn, idIn, isDraft, type Draft } from './draft.ts';

/** Lists whose entries belong to this notice alone. */
const OF_THE_NOTICE = ['awards', 'contracts', 'statistics', 'bids.details', 'bids.statistics', 'tender.amendments'];
/** Fields that point to such entries. */
const POINTERS = new Set(['awardID', 'awardIDs', 'relatedBid', 'relatedBids']);

/**
 * Gives ids that hold for the whole process. Parties are known by number, else by name; items by their lot; related
 * processes by what they relate to; results by this notice.
 * @param notice what tells this notice from all others, or null when nothing does: then only parties and items change
 */
export function scopeIds(release: Draft, notice: string | null): void {
  scopeParties(release, notice);
  const tender = isDraft(release['tender']) ? release['tender'] : {};
  for (const item of draftsIn(tender['items'])) item['id'] = typeof item['relatedLot'] === 'string' ? item['relatedLot'] : '1';
  for (const related of draftsIn(release['relatedProcesses'])) related['id'] = [related['identifier'], related['part']].filter((part) => typeof part === 'string').join('/');
  if (notice === null) return;
  const renamed = new Map<string, string>();
  for (const place of OF_THE_NOTICE) {
    for (const one of draftsIn(at(release, place))) {
      const id = idIn(one);
      renamed.set(id, `${notice}-${id}`);
      one['id'] = `${notice}-${id}`;
    }
  }
  const follow = (value: Json | Draft | undefined): Json | undefined => (typeof value === 'string' ? renamed.get(value) ?? value : (value));
  for (const place of ['awards', 'contracts', 'bids.details']) {
    for (const one of draftsIn(at(release, place))) {
      for (const name of Object.keys(one)) {
        if (!POINTERS.has(name)) continue;
        const value = one[name];
        one[name] = Array.isArray(value) ? (value as readonly Json[]).map((item) => follow(item) as Json) : follow(value);
      }
    }
  }
}

function at(release: Draft, place: string): Draft[string] {
  return place.split('.').reduce<Draft[string]>((value, name) => (isDraft(value) ? value[name] : undefined), release);
}

/** Two parties that come to one id are one party: the same company named twice. */
function scopeParties(release: Draft, notice: string | null): void {
  const parties = draftsIn(release['parties']);
  if (parties.length === 0) return;
  const renamed = new Map<string, string>();
  const kept = new Map<string, Draft>();
  for (const party of parties) {
    const known = stableId(party, notice);
    // Two names under one number are two departments, or a slip; either way both are shown.
    const other = kept.get(known);
    const id = other === undefined || other['name'] === party['name'] || party['name'] === undefined ? known : `${known}/${slug(party)}`;
    renamed.set(idIn(party), id);
    const there = kept.get(id);
    if (there === undefined) kept.set(id, party);
    else join(there, party);
    party['id'] = id;
  }
  release['parties'] = [...kept.values()];
  rename(release, renamed);
}

/** A point of contact stays apart from its organisation: it has a name and an address of its own. */
function stableId(party: Draft, notice: string | null): string {
  const own = idIn(party);
  // The id of a person says nothing about the person.
  if (isDraft(party['details']) && party['details']['scale'] === 'selfEmployed') return notice === null ? own : `${notice}-${own}`;
  const point = own.startsWith('TPO-') ? '/contact' : '';
  const identifier = [...draftsIn(party['additionalIdentifiers']), ...(isDraft(party['identifier']) ? [party['identifier']] : [])]
    .find((one) => idIn(one) !== '' && one['scheme'] !== 'internal');
  const name = slug(party);
  if (identifier !== undefined) return `${typeof identifier['scheme'] === 'string' ? identifier['scheme'] : ''}-${idIn(identifier)}${point === '' ? '' : `${point}/${name}`}`;
  return name === '' ? own : `${name}${point}`;
}

function slug(party: Draft): string {
  return typeof party['name'] === 'string' ? party['name'].toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-+|-+$/g, '') : '';
}

function join(into: Draft, from: Draft): void {
  for (const [name, value] of Object.entries(from)) {
    const there = into[name];
    if (there === undefined) into[name] = value;
    else if (name === 'roles' && Array.isArray(there)) into[name] = [...new Set([...(there as readonly string[]), ...(value as readonly string[])])];
  }
}

/** Wherever a party is pointed to: objects of an id and perhaps a name. */
function rename(value: Draft | readonly unknown[], renamed: ReadonlyMap<string, string>): void {
  for (const one of Array.isArray(value) ? (value as readonly unknown[]) : Object.values(value)) {
    if (Array.isArray(one)) rename(one as readonly unknown[], renamed);
    else if (isDraft(one)) {
      const id = one['id'];
      if (typeof id === 'string' && isReference(one)) one['id'] = renamed.get(id) ?? id;
      rename(one, renamed);
    }
  }
}

function isReference(one: Draft): boolean {
  return Object.keys(one).every((name) => name === 'id' || name === 'name');
}

import { addAmounts, isObject, type Json, type JsonObject } from '#base';
import { mergeReleases } from '#ocds';
import { countryCode, schemeCountry } from './country.ts';
import { object, objects, text } from './dirty.ts';
import { goodNumber } from './identity/good-number.ts';
import { identify } from './identity/identify.ts';
import { awardOf, kindColumns } from './flat/contracts.flat.ts';
import { flatRows, type FlatRows } from './flat/index.ts';
import { linksOf, type ChangedKind, type FlatParty } from './flat/reading.ts';
import { sourcesOf } from './flat/sources.ts';

import { divisionOf, fieldsOf } from './cpv/fields.ts';
import { instantOf } from './instant.ts';
import { mentionsOf } from './matching/mentions.ts';
import { readDetails } from './process-details.ts';
import type { PartyView, ProcessDetails } from './process-details.view.ts';
import { textsOf, type ProcessTexts } from './process-texts.ts';
import { short, storable } from './storable.ts';
import { CATEGORIES, METHODS, type AmountView, type OrganisationLink, type Stage } from './views.ts';

/** A participation as the register keeps it. Natural persons are not among them. */
export interface ParticipationRow extends FlatParty {
  readonly ocid: string;
}

/** A process as the register keeps it; names are the columns'. */
export interface ProcessRow extends ProcessTexts {
  readonly ocid: string;
  /** JSON text of the compiled release. */
  readonly compiled: string;
  readonly buyer_key: string | null;
  readonly buyer_name: string | null;
  readonly suppliers: readonly OrganisationLink[];
  readonly country: string | null;
  readonly stage: Stage | null;
  readonly method: string | null;
  readonly category: string | null;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly classification: string | null;
  readonly first_date: string | null;
  readonly last_date: string | null;
  readonly tender_end: string | null;
  readonly year: number | null;
  readonly release_count: number;
  readonly fault_count: number;
  readonly participations: readonly ParticipationRow[];
  /** Main CPV division, two digits. */
  readonly division: string | null;
  /** Fields of the items at every level; see `cpv/fields.ts`. */
  readonly cpv: readonly string[];
  readonly flat: FlatRows;
  /** The suppliers of each contract, in the order of `flat.contract`. */
  readonly contractSuppliers: readonly (readonly OrganisationLink[])[];
}

/** Raised when the reading of a process changes: what was read before is then read anew. */
export const DERIVED = 7;

export interface MergeInput {
  readonly date: string;
  readonly faultCount: number;
  readonly release: JsonObject;
}

/** A name is an entry of an index, which holds 2,700 bytes with the key beside it. */
const LONGEST_NAME = 500;
const LONGEST_PARTY_ID = 250;

/** Merges the releases of a process (in order) and reads from the result what lists and search need. */
export function readProcess(ocid: string, releases: readonly MergeInput[]): ProcessRow {
  const merged = compile(ocid, releases);
  const details = readDetails(merged);
  const { participations, buyer } = takingPart(ocid, merged, details);
  const flat = flatRows({ ocid, release: merged, parties: participations, sources: sourcesOf(releases) }, buyer?.organisation ?? null);
  const value = valueOf(details, flat);
  const codes = cpvCodes(merged, releases);
  const instants = releases.flatMap(({ date }) => instantOf(date) ?? []).sort();
  return {
    ocid,
    compiled: JSON.stringify(merged),
    ...textsOf(ocid, details, participations, mentionsOf(merged).filter(({ place }) => place !== 'supplier').map(({ text: words }) => words)),
    buyer_key: buyer?.organisation ?? null,
    buyer_name: buyer?.name ?? null,
    suppliers: suppliersOf(participations),
    country: buyer?.country ?? onlyOne(participations.map(({ country }) => country)),
    stage: stageOf(merged, releases),
    method: METHODS.find((method) => method === details.procedure.method) ?? null,
    category: CATEGORIES.find((category) => category === details.procedure.category) ?? null,
    amount: value?.amount ?? null,
    currency: value?.currency ?? null,
    classification: classificationOf(details),
    first_date: instants[0] ?? null,
    last_date: instants.at(-1) ?? null,
    tender_end: instantOf(details.periods.find(({ kind }) => kind === 'tender')?.end ?? null),
    year: instants[0] === undefined ? null : Temporal.Instant.from(instants[0]).toZonedDateTimeISO('Europe/Copenhagen').year,
    release_count: releases.length,
    fault_count: releases.reduce((sum, { faultCount }) => sum + faultCount, 0),
    participations,
    division: divisionOf(codes),
    cpv: fieldsOf(codes),
    flat,
    contractSuppliers: contractSuppliers(merged, participations),
  };
}

/** The organisations that take part, natural persons left out, and the one of them that buys. */
function takingPart(ocid: string, merged: JsonObject, details: ProcessDetails): { participations: ParticipationRow[]; buyer: ParticipationRow | undefined } {
  const parties = details.parties.filter((party) => !party.isPerson && party.name !== null);
  const places = readPlaces(merged);
  const participations = withoutTwins(parties.map((party) => participationOf(ocid, party, places)));
  const buyer = participations.find(({ roles }) => roles.includes('buyer')) ?? participations.find(({ roles }) => roles.includes('procuringEntity'));
  return { participations, buyer };
}

/** What stands in no compiled release: each in the order of the contracts or changes. */
export interface BesideCompiled {
  /** ISO day on which a change was published. */
  readonly change_days: readonly (string | null)[];
  /** Ids of the notices that tell of them. */
  readonly change_notices: readonly (string | null)[];
  readonly change_kinds: readonly ChangedKind[];
  readonly contract_notices: readonly (string | null)[];
  /** The process of this register that a purchase names, by the name that it gives it. */
  readonly bought_under: Readonly<Record<string, string | null>>;
}

/**
 * The flat rows of a process out of its compiled release, the same as `readProcess` makes.
 */
export function flatRowsOf(ocid: string, compiled: JsonObject, beside: BesideCompiled): FlatRows {
  const { participations, buyer } = takingPart(ocid, compiled, readDetails(compiled));
  const flat = flatRows({ ocid, release: compiled, parties: participations, sources: { contracts: new Map(), changes: new Map() } }, buyer?.organisation ?? null);
  return {
    ...flat,
    contract: flat.contract.map((contract, place) => ({ ...contract, notice: beside.contract_notices[place] ?? null })),
    change: flat.change.map((change, place) => ({
      ...change, published: beside.change_days[place] ?? change.published, notice: beside.change_notices[place] ?? null,
      ...kindColumns(beside.change_kinds[place] ?? change),
    })),
    bought_under: flat.bought_under.map((bought) => ({ ...bought, process: new Map(Object.entries(beside.bought_under)).get(bought.framework) ?? null })),
  };
}

/**
 * The compiled release. Releases that contradict each other in their very form (a text in one is an object in the next)
 * cannot be merged; then the newest ones that can be speak for the process, and the others stand in its history.
 */
function compile(ocid: string, releases: readonly MergeInput[]): JsonObject {
  const uniform = releases.map(({ release, date }) => ({ ...release, ocid, date }));
  const all = mergeReleases(uniform);
  if (all.ok) return all.value;
  // Halving finds where they begin to agree; from one release to the next would take the square of their number.
  let newest: JsonObject | null = null;
  let [bad, good] = [0, uniform.length];
  while (good - bad > 1) {
    const middle = (bad + good) >> 1;
    const merged = mergeReleases(uniform.slice(middle));
    if (merged.ok) [good, newest] = [middle, merged.value];
    else bad = middle;
  }
  // Not even alone: nested to the very limit. It is shown as it came.
  return newest ?? { ...uniform.at(-1), tag: ['compiled'] };
}

function clean(text: string | null): string | null {
  return text === null ? null : storable(text);
}

interface PartyPlace {
  readonly country: string | null;
  readonly locality: string | null;
}

/** Country and town of each party by its id; of a party's street nothing is kept. */
function readPlaces(compiled: Json): ReadonlyMap<string, PartyPlace> {
  const parties = isObject(compiled) && Array.isArray(compiled['parties']) ? (compiled['parties'] as readonly Json[]) : [];
  return new Map(parties.filter(isObject).map((party) => {
    const address = isObject(party['address']) ? party['address'] : {};
    const country = countryCode(textOf(address['country'])) ?? countryCode(textOf(address['countryName']));
    return [text(party['id']) ?? '', { country, locality: clean(textOf(address['locality'])) }];
  }));
}

function textOf(value: Json | undefined): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function participationOf(ocid: string, party: PartyView, places: ReadonlyMap<string, PartyPlace>): ParticipationRow {
  const place = places.get(party.id ?? '');
  const named = party.identifiers.map(({ scheme, id }) => ({ scheme: clean(scheme), number: clean(id) }));
  const name = short(party.name, LONGEST_NAME) ?? '';
  const good = named.find((identifier) => goodNumber({ ...identifier, name, country: place?.country ?? null }) !== null);
  const { scheme, number } = good ?? named.find((identifier) => identifier.scheme !== null && identifier.number !== null) ?? named[0] ?? { scheme: null, number: null };
  const country = place?.country ?? schemeCountry(scheme);
  const locality = place?.locality ?? null;
  return {
    ocid, scheme, number, name, country, locality,
    organisation: identify({ scheme, number, name, country, locality }).key,
    party_id: short(party.id, LONGEST_PARTY_ID) ?? '',
    roles: [...new Set(party.roles.map((role) => clean(role) ?? ''))],
  };
}

/** Two parties of one organisation under one id are one row of the table. */
function withoutTwins(participations: readonly ParticipationRow[]): ParticipationRow[] {
  return [...new Map(participations.toReversed().map((row) => [JSON.stringify([row.organisation, row.party_id]), row])).values()].reverse();
}

function suppliersOf(participations: readonly ParticipationRow[]): OrganisationLink[] {
  const links = participations.filter(({ roles }) => roles.includes('supplier')).map(({ organisation, name }) => ({ key: organisation, name }));
  return [...new Map(links.map((link) => [link.key, link])).values()];
}

function onlyOne(values: readonly (string | null)[]): string | null {
  const distinct = new Set(values.filter((value) => value !== null));
  return distinct.size === 1 ? ([...distinct][0] ?? null) : null;
}

/**
 * One figure for a list: the contracts', else the awards', else the estimate, else the budget. Several contracts or
 * awards are added when they are all in one currency; otherwise there is no one figure. What a notice of change repeats
 * is not added to what it changes.
 */
function valueOf(details: ProcessDetails, flat: FlatRows): AmountView | null {
  const unchanged = flat.contract.filter(({ changed }) => !changed);
  const stated = (kind: 'estimate' | 'budget'): AmountView[] => details.values.filter((value) => value.kind === kind).map(({ value }) => value);
  const steps = [
    amountsOf(unchanged.length > 0 ? unchanged : flat.contract), amountsOf(flat.award.filter(({ counted }) => counted)), stated('estimate'), stated('budget'),
  ];
  const values = steps.find((found) => found.length > 0) ?? [];
  const sum = values.slice(1).reduce<AmountView | null>((total, value) => {
    const next = total === null ? null : addAmounts(total, value);
    return next?.ok ? next.value : null;
  }, values[0] ?? null);
  return sum === null ? null : { currency: clean(sum.currency), amount: sum.amount };
}

function amountsOf(rows: readonly { readonly amount: string | null; readonly currency: string | null }[]): AmountView[] {
  return rows.flatMap(({ amount, currency }) => (amount === null ? [] : [{ amount, currency }]));
}

/**
 * The CPV codes of what is bought, the newest main one first. Every release is asked: notices of several purchases in one
 * system call their items alike, and in the compiled release the last of them stands alone.
 */
function cpvCodes(merged: JsonObject, releases: readonly MergeInput[]): string[] {
  const parts = [merged, ...releases.map(({ release }) => release)].flatMap((release) => [
    object(release['tender']), ...objects(release['awards']), ...objects(release['contracts']), ...objects(release['planning']).map((planning) => object(planning['tender'])),
  ]);
  const items = parts.flatMap((part) => objects(part['items']));
  const classifications = [...items.map((item) => object(item['classification'])), ...items.flatMap((item) => objects(item['additionalClassifications']))];
  return classifications.flatMap(({ scheme, id }) => (text(scheme) === 'CPV' ? text(id) ?? [] : []));
}

/** Of each contract: those it names, else those of its award. */
function contractSuppliers(release: JsonObject, participations: readonly ParticipationRow[]): OrganisationLink[][] {
  return objects(release['contracts']).map((contract) => {
    const own = linksOf(contract, 'suppliers', participations);
    const award = awardOf(release, contract);
    return own.length > 0 || award === null ? own : linksOf(award, 'suppliers', participations);
  });
}

function classificationOf(details: ProcessDetails): string | null {
  const found = details.items.find(({ classification }) => classification?.id)?.classification;
  return found ? clean([found.scheme, found.id].filter(Boolean).join(' ')) : null;
}

function stageOf(compiled: Json, releases: readonly MergeInput[]): Stage | null {
  if (!isObject(compiled)) return null;
  const contracts = listOf(compiled['contracts']);
  if (contracts.some((contract) => isObject(contract) && isObject(contract['implementation']))) return 'implementation';
  if (contracts.length > 0) return 'contract';
  if (listOf(compiled['awards']).length > 0) return 'award';
  const planned = releases.every(({ release }) => listOf(release['tag']).some((tag) => typeof tag === 'string' && tag.startsWith('planning')));
  if (planned) return 'planning';
  if (isObject(compiled['tender'])) return 'tender';
  return isObject(compiled['planning']) ? 'planning' : null;
}

function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/**
 * What a release tells, field by field. Pure. A field is asked only of releases whose kind has it: a planning notice has no
 * winner, and a competition without a winner has no winner's number.
 */
import type { Json, JsonObject } from '#base';
import { countryCode, schemeCountry } from './country.ts';
import { amount, count, isTrue, object, objects, text, textList, wording } from './dirty.ts';
import { short } from './storable.ts';
import type { RegisterTables } from './tables.ts';

export interface CoverageFacts {
  readonly source: RegisterTables['coverage']['source'];
  /** Subtype of eForms or form of TED XML; of a release that came as OCDS its last stage is taken. */
  readonly form: string | null;
  /** Two letters; null: that of the buyer is taken. */
  readonly country: string | null;
}

/** What one release adds to the coverage of its source. */
export interface ReleaseCoverage {
  /** Empty where unknown. */
  readonly country: string;
  /** Of the release's date; 0 where it is no date. */
  readonly year: number;
  readonly form: string;
  /** Day of the release's date, as written in it. */
  readonly date: string | null;
  readonly asked: readonly CoverageField[];
  /** Those of `asked` that the release fills. */
  readonly filled: readonly CoverageField[];
}

/** The kinds of release, by tag and by what a notice says of itself. */
type Kind = 'plan' | 'call' | 'ex-ante' | 'result' | 'modification' | 'correction';

interface Release {
  readonly all: JsonObject;
  readonly tender: JsonObject;
  readonly lots: readonly JsonObject[];
  /** Awards that were made; those without result have nothing to tell of a winner. */
  readonly awards: readonly JsonObject[];
  readonly contracts: readonly JsonObject[];
  readonly techniques: readonly JsonObject[];
}

interface Field {
  readonly of: readonly Kind[];
  /** Beyond its kind: what a release must be for the field to be asked of it. */
  readonly when?: (release: Release) => boolean;
  readonly filled: (release: Release) => boolean;
}

const ORDINARY: readonly Kind[] = ['plan', 'call', 'ex-ante', 'result', 'modification'];
const EVERY: readonly Kind[] = [...ORDINARY, 'correction'];
const PURCHASE: readonly Kind[] = ['plan', 'call', 'ex-ante', 'result'];
const BY_PROCEDURE: readonly Kind[] = ['call', 'ex-ante', 'result'];
const AWARDED: readonly Kind[] = ['ex-ante', 'result', 'modification'];

const FIELDS = {
  title: { of: EVERY, filled: ({ tender, awards, contracts }) => [tender, ...contracts, ...awards].some((part) => wording(part, 'title') !== null) },
  description: { of: ORDINARY, filled: ({ tender, lots, contracts, awards }) => [tender, ...lots, ...contracts, ...awards].some((part) => wording(part, 'description') !== null) },
  buyer: { of: EVERY, filled: ({ all }) => buyers(all).some((party) => text(party['name']) !== null) },
  buyerNumber: { of: EVERY, filled: ({ all }) => buyers(all).some(hasNumber) },
  classification: { of: EVERY, filled: (release) => items(release).some((item) => text(object(item['classification'])['id']) !== null) },
  procedure: { of: BY_PROCEDURE, filled: ({ tender }) => text(tender['procurementMethod']) !== null || text(tender['procurementMethodDetails']) !== null },
  estimatedValue: { of: ['plan', 'call'], filled: ({ all, tender, lots }) => [tender, ...lots].some((part) => hasValue(part, 'value')) || hasBudget(all) },
  deadline: { of: ['call'], when: hasDeadline, filled: ({ tender, lots }) => [tender, ...lots].some((part) => text(object(part['tenderPeriod'])['endDate']) !== null) },
  duration: { of: ['call'], filled: ({ tender, lots }) => [tender, ...lots].some((part) => Object.keys(object(part['contractPeriod'])).length > 0) },
  lots: { of: PURCHASE, filled: ({ lots }) => lots.length > 0 },
  awardCriteria: { of: ['call'], filled: ({ tender, lots }) => [tender, ...lots].some(hasCriteria) },
  bidsReceived: { of: ['result'], filled: ({ all, tender }) => count(tender['numberOfTenderers']) !== null || objects(object(all['bids'])['statistics']).some(isBidCount) },
  winner: { of: AWARDED, when: hasAwards, filled: ({ awards, contracts }) => suppliers([...awards, ...contracts]).some((supplier) => text(supplier['name']) !== null) },
  winnerNumber: { of: AWARDED, when: hasAwards, filled: ({ all, awards, contracts }) => suppliers([...awards, ...contracts]).some((supplier) => hasNumber(partyOf(all, supplier))) },
  awardValue: { of: AWARDED, when: hasAwards, filled: ({ awards, contracts }) => [...awards, ...contracts].some((part) => hasValue(part, 'value')) },
  awardDate: { of: AWARDED, when: hasAwards, filled: ({ awards, contracts }) => awards.some((award) => text(award['date']) !== null) || contracts.some((contract) => text(contract['dateSigned']) !== null) },
  reasonCode: { of: BY_PROCEDURE, when: isWithoutCall, filled: ({ tender }) => objects(tender['procurementMethodRationaleClassifications']).length > 0 },
  reasonWords: { of: BY_PROCEDURE, when: isWithoutCall, filled: ({ tender }) => wording(tender, 'procurementMethodRationale') !== null },
  frameworkMaximum: { of: BY_PROCEDURE, when: isFramework, filled: (release) => release.techniques.some((one) => hasValue(object(one['frameworkAgreement']), 'value')) || release.awards.some((award) => hasValue(award, 'maximumValue')) },
  changeWords: { of: ['modification', 'correction'], filled: ({ all }) => amendments(all).some((one) => wording(one, 'description') !== null || objects(one['unstructuredChanges']).length > 0) },
  changeReason: { of: ['modification'], filled: ({ all }) => amendments(all).some((one) => wording(one, 'rationale') !== null || objects(one['rationaleClassifications']).length > 0) },
  framework: { of: PURCHASE, filled: isFramework },
  dynamicPurchasingSystem: { of: PURCHASE, filled: ({ techniques }) => techniques.some((one) => isTrue(one['hasDynamicPurchasingSystem'])) },
} as const satisfies Readonly<Record<string, Field>>;

export type CoverageField = keyof typeof FIELDS;

/** In the order of the page. */
export const COVERAGE_FIELDS = Object.keys(FIELDS) as readonly CoverageField[];

/** Not a gap when empty: a purchase that says nothing of a framework agreement has none. */
export const TRAITS: readonly CoverageField[] = ['framework', 'dynamicPurchasingSystem'];

/** @param given a release in OCDS 1.1, read defensively; one from a notice has `x_notice`. */
export function coverageOf(given: JsonObject, { source, form, country }: CoverageFacts): ReleaseCoverage {
  const tags = textList(given['tag']);
  const kinds = kindsOf(given, tags);
  const release = partsOf(given);
  const asked = COVERAGE_FIELDS.filter((name) => {
    const field: Field = FIELDS[name];
    return field.of.some((kind) => kinds.has(kind)) && (field.when === undefined || field.when(release));
  });
  const date = dayOf(text(given['date']));
  return {
    date, asked,
    country: country ?? buyerCountry(given) ?? '',
    year: date === null ? 0 : Number(date.slice(0, 4)),
    form: short(form, LONGEST_FORM) ?? (source === 'ocds' ? lastStage(tags) : ''),
    filled: asked.filter((name) => FIELDS[name].filled(release)),
  };
}

const LONGEST_FORM = 20;
const STAGES = ['implementation', 'contract', 'award', 'tender', 'planning'] as const;

/** How far the release has come, as the tag of that stage; a tag that stands in no list would make a form of its own. */
function lastStage(tags: readonly string[]): string {
  return STAGES.find((stage) => tags.some((tag) => tag.startsWith(stage))) ?? '';
}

function kindsOf(release: JsonObject, tags: readonly string[]): ReadonlySet<Kind> {
  const { formType, isCorrigendum } = object(release['x_notice']);
  if (isTrue(isCorrigendum)) return new Set(['correction']);
  if (formType === 'cont-modif' || tags.includes('contractAmendment')) return new Set(['modification']);
  if (formType === 'dir-awa-pre') return new Set(['ex-ante']);
  const stage = (name: (typeof STAGES)[number]): boolean => tags.some((tag) => tag.startsWith(name));
  return new Set([
    ...(stage('planning') ? ['plan' as const] : []),
    ...(stage('tender') ? ['call' as const] : []),
    ...(stage('award') || stage('contract') ? ['result' as const] : []),
  ]);
}

function partsOf(all: JsonObject): Release {
  const tender = object(all['tender']);
  const lots = objects(tender['lots']);
  return {
    all, tender, lots,
    awards: objects(all['awards']).filter((award) => !['unsuccessful', 'cancelled'].includes(text(award['status']) ?? '')),
    contracts: objects(all['contracts']),
    techniques: [tender, ...lots].map((part) => object(part['techniques'])),
  };
}

function dayOf(date: string | null): string | null {
  const [day] = /^\d{4}-\d{2}-\d{2}/.exec(date ?? '') ?? [];
  try {
    return day === undefined ? null : Temporal.PlainDate.from(day).toString();
  } catch {
    return null;
  }
}

/** The buyer as a party, or as named where no party is given. */
function buyers(release: JsonObject): readonly JsonObject[] {
  const ofRole = objects(release['parties']).filter(({ roles }) => textList(roles).some((role) => role === 'buyer' || role === 'procuringEntity'));
  return [...ofRole, object(release['buyer'])];
}

function buyerCountry(release: JsonObject): string | null {
  const ofParties = buyers(release).map((party) => {
    const address = object(party['address']);
    const scheme = text(object(party['identifier'])['scheme']);
    return countryCode(text(address['country'])) ?? countryCode(text(address['countryName'])) ?? schemeCountry(scheme);
  });
  return ofParties.find((country) => country !== null) ?? null;
}

function partyOf(release: JsonObject, reference: JsonObject): JsonObject {
  return objects(release['parties']).find(({ id }) => id !== undefined && id === reference['id']) ?? reference;
}

function hasNumber(party: JsonObject): boolean {
  return [object(party['identifier']), ...objects(party['additionalIdentifiers'])].some(({ id }) => text(id) !== null);
}

function suppliers(parts: readonly JsonObject[]): readonly JsonObject[] {
  return parts.flatMap((part) => objects(part['suppliers']));
}

function items({ tender, awards, contracts }: Release): readonly JsonObject[] {
  return [tender, ...awards, ...contracts].flatMap((part) => objects(part['items']));
}

function hasValue(part: JsonObject, name: string): boolean {
  return amount(part[name]) !== null;
}

function hasBudget(release: JsonObject): boolean {
  const budget = object(object(release['planning'])['budget']);
  return hasValue(budget, 'amount') || hasValue(budget, 'value');
}

function hasCriteria(part: JsonObject): boolean {
  const criteria: Json | undefined = part['awardCriteria'];
  return text(criteria) !== null || wording(part, 'awardCriteriaDetails') !== null || Object.keys(object(criteria)).length > 0;
}

function isBidCount(entry: JsonObject): boolean {
  return ['bids', 'validBids', 'tenderers'].includes(text(entry['measure']) ?? '') && count(entry['value']) !== null;
}

/** Of notices without a word on their awards it is asked too: nothing there says that there was no winner. */
function hasAwards({ all, awards }: Release): boolean {
  return awards.length > 0 || objects(all['awards']).length === 0;
}

/** A qualification system stands open as long as it lasts. */
function hasDeadline({ all }: Release): boolean {
  return object(all['x_notice'])['noticeType'] !== 'qu-sy';
}

function isWithoutCall({ tender }: Release): boolean {
  return ['limited', 'direct'].includes(text(tender['procurementMethod']) ?? '');
}

function isFramework({ techniques }: Release): boolean {
  return techniques.some((one) => isTrue(one['hasFrameworkAgreement']));
}

function amendments(release: JsonObject): readonly JsonObject[] {
  const parts = [object(release['tender']), ...objects(release['contracts']), ...objects(release['awards'])];
  return parts.flatMap((part) => [...objects(part['amendments']), ...objects(part['amendment'])]);
}

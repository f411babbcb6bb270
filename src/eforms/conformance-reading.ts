/** What a release says, in the words of the labels: the other side of the comparison in conformance-labels.ts. */
import { isObject, parseCvr, type Json, type JsonObject } from '#base';
import type { NoticeFacts } from './facts.ts';

type Source = NoticeFacts['source'];
type Reading = Record<string, Json | undefined>;

export function listOf(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter(isObject) : [];
}

/** Names with numbers, in one order; a number by its digits. */
export function parties(list: readonly JsonObject[]): string[] {
  return list.map(({ name, number }) => `${spaced(worded(name))} (${numberText(number)})`).toSorted();
}

/** A word as it is; anything else in one spelling. */
export function worded(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

function numberText(number: Json | undefined): string {
  if (number === null || number === undefined) return '-';
  const written = spaced(worded(number));
  const cvr = parseCvr(written);
  return cvr.ok ? cvr.value : /^(?:NO)?((?:\d ?){9})(?:MVA)?$/.exec(written)?.[1]?.replaceAll(' ', '') ?? written;
}

function spaced(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

function opening(text: Json | undefined, length: number): string | null {
  return typeof text === 'string' ? spaced(text).slice(0, length).trim() : null;
}

function at(value: Json | undefined, ...names: readonly string[]): Json | undefined {
  return names.reduce<Json | undefined>((one, name) => (isObject(one) ? one[name] : undefined), value);
}

function withRole(release: JsonObject, role: string): readonly JsonObject[] {
  return listOf(release['parties']).filter(({ roles }) => Array.isArray(roles) && roles.includes(role));
}

export function readingOf(release: JsonObject, source: Source): Reading {
  const tender = release['tender'];
  const notice = release['x_notice'];
  const category = at(tender, 'mainProcurementCategory');
  return {
    buyers: parties(withRole(release, 'buyer').map(partyOf)),
    cpv: cpvOf(tender, undefined),
    title: at(tender, 'title'),
    kind: category === 'goods' ? 'supplies' : category,
    procedure: at(notice, 'procedureCode'),
    accelerated: at(tender, 'procedure', 'isAccelerated') === true,
    directAward: directAwardOf(tender, source),
    framework: at(tender, 'techniques', 'hasFrameworkAgreement') === true,
    dps: at(tender, 'techniques', 'hasDynamicPurchasingSystem') === true,
    dispatched: opening(release['date'], 10),
    deadline: at(tender, 'tenderPeriod', 'endDate'),
    estimate: at(tender, 'minValue') === undefined ? at(tender, 'value') : rangeOf(at(tender, 'minValue'), at(tender, 'value')),
    total: at(notice, 'total') ?? at(notice, 'totalRange'),
    lots: Math.max(1, listOf(at(tender, 'lots')).length),
    changes: source === 'ted' ? changesOfTed(release) : changesOfEforms(release),
    refersTo: [...new Set(listOf(at(notice, 'references')).flatMap(({ notice: number }) => number ?? []))],
    ...onlyInEforms(release),
  };
}

/** What labels of eForms alone tell. */
function onlyInEforms(release: JsonObject): Reading {
  const tender = release['tender'];
  const lots = listOf(at(tender, 'lots'));
  const [techniques] = lots.flatMap((lot) => lot['techniques'] ?? []);
  return {
    noticeType: at(release, 'x_notice', 'noticeType'),
    procedureId: at(release, 'x_notice', 'procedureId'),
    legal: at(tender, 'legalBasis', 'id'),
    frameworkKind: FRAMEWORKS[worded(at(techniques, 'frameworkAgreement', 'method'))],
    frameworkMaximum: at(tender, 'techniques', 'frameworkAgreement', 'value'),
    dpsUsage: DPS[worded(at(techniques, 'dynamicPurchasingSystem', 'type'))],
    lotList: lots.map(({ id, title, value, tenderPeriod }) => ({
      id: id ?? null, title: title ?? null, cpv: cpvOf(tender, id) ?? null, estimate: at(value, 'amount') ?? null, deadline: at(tenderPeriod, 'endDate') ?? null,
    })),
    tenders: listOf(at(release, 'bids', 'details')).map((bid) => ({ by: namesIn(bid['tenderers']), lot: firstOf(bid['relatedLots']), amount: at(bid, 'value', 'amount') ?? null, rank: bid['rank'] ?? null })),
    contracts: listOf(release['contracts']).map((contract) => contractOf(contract, release)),
    review: withRole(release, 'reviewBody').flatMap(({ name }) => name ?? []),
    subcontractors: withRole(release, 'subcontractor').flatMap(({ name }) => name ?? []),
    prizes: lots.flatMap((lot) => listOf(at(lot, 'designContest', 'prizes', 'details'))).map((prize, index) => ({ rank: index + 1, amount: at(prize, 'value', 'amount') ?? null })),
  };
}

const FRAMEWORKS: Readonly<Record<string, string>> = { withAndWithoutReopeningCompetition: 'fa-mix', withReopeningCompetition: 'fa-w-rc', withoutReopeningCompetition: 'fa-wo-rc' };
const DPS: Readonly<Record<string, string>> = { closed: 'dps-list', open: 'dps-nlist' };

function cpvOf(tender: Json | undefined, lot: Json | undefined): Json | undefined {
  return listOf(at(tender, 'items')).filter(({ relatedLot }) => relatedLot === lot).map((item) => at(item, 'classification', 'id'))[0];
}

function namesIn(references: Json | undefined): Json {
  return listOf(references).flatMap(({ name }) => name ?? []);
}

function firstOf(list: Json | undefined): Json {
  return Array.isArray(list) ? ((list as readonly Json[])[0] ?? null) : null;
}

/** Those whose bids a contract is built on. */
function contractOf(contract: JsonObject, release: JsonObject): JsonObject {
  const bids = listOf(at(release, 'bids', 'details')).filter(({ id }) => Array.isArray(contract['relatedBids']) && contract['relatedBids'].includes(id ?? null));
  return {
    number: listOf(contract['identifiers'])[0]?.['id'] ?? null, title: contract['title'] ?? null,
    signed: opening(contract['dateSigned'], 10), suppliers: [...new Set(bids.flatMap(({ tenderers }) => namesIn(tenderers) as readonly Json[]))],
  };
}

function rangeOf(low: Json | undefined, high: Json | undefined): Json {
  return { low: at(low, 'amount') ?? null, high: at(high, 'amount') ?? null, currency: at(high, 'currency') ?? null };
}

function partyOf(party: JsonObject): { name: Json; number: Json } {
  const [identifier] = [...listOf(party['additionalIdentifiers']), ...(isObject(party['identifier']) ? [party['identifier']] : [])];
  return { name: party['name'] ?? null, number: identifier?.['id'] ?? null };
}

/** The categories of the labels of TED XML for the codes of the list direct-award-justification; labels of eForms have the codes. */
const REASONS: Readonly<Record<string, string>> = {
  technical: 'technical', artistic: 'artistic', exclusive: 'rights', 'other-exclusive': 'rights', 'sc-right': 'rights', urgency: 'urgency', crisis: 'urgency', unsuitable: 'unsuitable', irregular: 'unsuitable',
  additional: 'additional', existing: 'additional', repetition: 'repetition', resd: 'research', rd: 'research', commodity: 'commodity',
  bargain: 'advantageous', closure: 'advantageous', liquidator: 'advantageous', 'non-dir': 'outside-scope',
};

function directAwardOf(tender: Json | undefined, source: Source): Json {
  const codes = listOf(at(tender, 'procurementMethodRationaleClassifications')).map(({ id }) => worded(id));
  const reasons = source === 'ted' ? codes.map((code) => REASONS[code] ?? 'other') : codes;
  const words = at(tender, 'procurementMethodRationale');
  if (reasons.length === 0 && words === undefined) return null;
  return { reasons: [...new Set(reasons)].toSorted(), words: opening(words, 100) };
}

function changesOfTed(release: JsonObject): Json {
  const corrected = listOf(at(release, 'tender', 'amendments')).flatMap((amendment) => listOf(amendment['unstructuredChanges']));
  if (corrected.length > 0) {
    return corrected.map((change) => ({ where: at(change, 'where', 'section') ?? null, old: short(at(change, 'oldValue')), new: short(at(change, 'newValue')) }));
  }
  const modified = listOf(release['contracts']).flatMap((contract) => listOf(contract['amendments']));
  if (modified.length === 0) return null;
  return modified.map((amendment) => {
    const [code] = listOf(amendment['rationaleClassifications']).map(({ id }) => worded(id));
    const [change] = listOf(amendment['unstructuredChanges']);
    return {
      reason: ({ 'add-wss': 'additional-needs', 'mod-cir': 'unforeseen' } as Record<string, string>)[code ?? ''] ?? null,
      words: opening(amendment['rationale'], 100),
      before: at(change, 'oldValue', 'value') ?? null, after: at(change, 'newValue', 'value') ?? null,
    };
  });
}

function short(value: Json | undefined): Json {
  return opening(at(value, 'text'), 60)?.replace(/^(\d{4}-\d\d-\d\dT\d\d:\d\d):00$/, '$1') ?? null;
}

/** A notice can change another one and say nothing of how; then only its reference tells. */
function changesOfEforms(release: JsonObject): Json {
  const [of = null] = listOf(at(release, 'x_notice', 'references')).filter(({ kind }) => kind === 'changes' || kind === 'modifies').map(({ notice }) => notice ?? null);
  const changes = [
    ...listOf(at(release, 'tender', 'amendments')).map((amendment) => ({ amendment, where: amendment['relatedLots'] ?? null })),
    ...listOf(release['contracts']).flatMap(({ id, amendments }) => listOf(amendments).map((amendment) => ({ amendment, where: [id ?? null] as Json }))),
  ].map(({ amendment, where }) => ({
    reason: listOf(amendment['rationaleClassifications'])[0]?.['id'] ?? null,
    words: opening(amendment['rationale'], 100), text: opening(amendment['description'], 100), where, of,
  }));
  if (changes.length > 0) return changes;
  return of === null ? null : [{ reason: null, words: null, text: null, where: null, of }];
}

/** A result of TED XML can give the lowest and the highest bid in the place of one value. */
function extremes(figures: readonly JsonObject[]): Json {
  const [low, high] = ['lowestValidBidValue', 'highestValidBidValue'].map((wanted) => figures.find(({ measure }) => measure === wanted));
  return low === undefined || high === undefined ? null : { low: low['value'] ?? null, high: high['value'] ?? null, currency: high['currency'] ?? null };
}

const RECEIVED: Readonly<Record<string, string>> = { bids: 'tenders', smeBids: 't-sme', foreignBidsFromEU: 't-oth-eea', foreignBidsFromNonEU: 't-no-eea', electronicBids: 't-esubm' };

export function awardsOf(release: JsonObject, source: Source): Reading[] {
  const all = listOf(release['parties']);
  const taken = new Map<string, number>();
  return listOf(release['awards']).map((award) => {
    const lot = firstOf(award['relatedLots']);
    const contracts = listOf(release['contracts']).filter((one) => one['awardID'] === award['id'] || (Array.isArray(one['awardIDs']) && one['awardIDs'].includes(award['id'] ?? null)));
    // Results of one lot come one after the other, and so do their figures.
    const position = taken.get(worded(lot)) ?? 0;
    taken.set(worded(lot), position + 1);
    const figures = listOf(at(release, 'bids', 'statistics')).filter(({ relatedLot }) => relatedLot === (lot ?? undefined));
    const figure = (wanted: string): Json => {
      const same = figures.filter(({ measure }) => measure === wanted);
      return (same[position] ?? same[0])?.['value'] ?? null;
    };
    const signed = opening(contracts.map((one) => one['dateSigned']).find((one) => one !== undefined), 10);
    const decided = opening(award['date'], 10);
    return {
      lot: typeof lot === 'string' ? lot.replace(/^LOT-0*(?=.)/, '') : null,
      awarded: award['status'] === 'active',
      concluded: source === 'ted' ? (signed ?? decided) : signed,
      bids: figure('bids'),
      value: award['value'] ?? (source === 'ted' ? extremes(figures) : null),
      winners: parties(listOf(award['suppliers']).map(({ id }) => partyOf(all.find((one) => one['id'] === id) ?? {}))),
      // Without the code of the notice there are no words to the status.
      result: award['statusDetails'] === undefined ? null : ({ active: 'selec-w', unsuccessful: 'clos-nw' } as Record<string, string>)[worded(award['status'])],
      reason: award['status'] === 'unsuccessful' ? award['statusDetails'] : null,
      received: Object.fromEntries(Object.entries(RECEIVED).map(([measure, code]) => [code, figure(measure)])),
      decided, lowest: figure('lowestValidBidValue'), highest: figure('highestValidBidValue'),
      reestimated: at(award, 'estimatedValue', 'amount'),
    };
  });
}
